using Microsoft.Net.Http.Headers;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Files;

/// <summary>
/// Gives a file out: to be saved and not to be shown, as the type its content has, and so that whatever is in it runs
/// nowhere. A page may show the same answer as a picture.
/// </summary>
internal sealed class FileAnswer(Stream content, FileType type, string name) : IResult
{
    /// <summary>A file of one of these messages of a case; none where none has that hash, or it was erased.</summary>
    public static FileAnswer? Of(CaseView view, IEnumerable<Message> messages, string hash, FileStore store) =>
        messages.SelectMany(message => message.Files).FirstOrDefault(file => view.Text(file.Content) == hash)
            is { } file
        && store.Open(hash) is { } content
            ? new FileAnswer(content, file.Type, view.Text(file.Name) ?? "file")
            : null;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var opened = content;
        var response = httpContext.Response;
        httpContext.SandboxAnswer();
        response.ContentType = FileForms.Of(type).MediaType;
        response.ContentLength = content.Length;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        await content.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
