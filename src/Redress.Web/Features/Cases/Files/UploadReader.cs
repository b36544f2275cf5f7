using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.Files;

/// <summary>On a page or an endpoint whose form may bring files. Everywhere else a body stays small.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute : Attribute;

/// <summary>
/// Reads a form with files as it arrives: each file goes straight into the store's waiting room, and a file that is refused
/// is read past, so that everything that was typed is there for the page to show again. The framework's own reader would
/// put the files into the system's folder for temporary ones, and throw what was typed away where a file is too large.
/// </summary>
internal static class UploadReader
{
    /// <summary>What is read of one form. What is longer is answered without being read to its end.</summary>
    private const long MostBytes = 512L * 1024 * 1024;

    private const int MostParts = 200;
    private const int LongestBoundary = 100;
    private const int LongestValue = 1024 * 1024;

    public static IApplicationBuilder UseUploads(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (!TakesFiles(context) || BoundaryOf(context.Request) is not { } boundary)
                {
                    await next(context);
                    return;
                }

                var files = new List<Upload>();
                using var uploads = new Uploads(files);
                try
                {
                    var form = await ReadAsync(context, boundary, files);
                    context.Features.Set<IFormFeature>(new FormFeature(form));
                    context.Features.Set(uploads);
                }
                catch (Exception broken) when (broken is IOException or InvalidDataException or BadHttpRequestException)
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return;
                }

                await next(context);
            }
        );

    private static bool TakesFiles(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<TakesFilesAttribute>() is not null;

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary.Value
            : null;

    private static async Task<FormCollection> ReadAsync(HttpContext context, string boundary, List<Upload> files)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var cancel = context.RequestAborted;
        var store = context.RequestServices.GetRequiredService<FileStore>();
        var body = new CountedStream(context.Request.Body);
        var reader = new MultipartReader(boundary, body);
        var fields = new KeyValueAccumulator();
        var parts = 0;
        while (body.Count <= MostBytes && await reader.ReadNextSectionAsync(cancel) is { } part)
        {
            if (++parts > MostParts)
            {
                throw new InvalidDataException("A form of so many parts is none of ours.");
            }

            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                continue;
            }

            if (disposition.IsFileDisposition())
            {
                var name = (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
                await TakeAsync(part, HeaderUtilities.RemoveQuotes(name).Value, body, store, files, cancel);
            }
            else if (disposition.IsFormDisposition())
            {
                fields.Append(
                    HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "",
                    await ValueAsync(part, cancel)
                );
            }
        }

        return new FormCollection(fields.GetResults());
    }

    /// <summary>A field for files that was left empty comes as a file without name and content.</summary>
    private static async Task TakeAsync(
        MultipartSection part,
        string? name,
        CountedStream body,
        FileStore store,
        List<Upload> files,
        CancellationToken cancel
    )
    {
        var most = MostBytes - body.Count;
        if (files.Count >= MessageReceipt.MostFiles)
        {
            await ReadPastAsync(part, most, cancel);
            files.Add(Upload.Refused(name, FileFault.TooMany));
            return;
        }

        var upload = await store.ReceiveAsync(part.Body, name, most, cancel);
        if (upload.Fault != FileFault.Empty || !string.IsNullOrEmpty(name))
        {
            files.Add(upload);
        }
    }

    private static async Task ReadPastAsync(MultipartSection part, long most, CancellationToken cancel)
    {
        var chunk = new byte[64 * 1024];
        long passed = 0;
        int read;
        while (passed <= most && (read = await part.Body.ReadAsync(chunk, cancel)) > 0)
        {
            passed += read;
        }
    }

    private static async Task<string> ValueAsync(MultipartSection part, CancellationToken cancel)
    {
        var value = new byte[LongestValue + 1];
        var read = await part.Body.ReadAtLeastAsync(value, value.Length, throwOnEndOfStream: false, cancel);
        return read <= LongestValue
            ? Encoding.UTF8.GetString(value, 0, read)
            : throw new InvalidDataException("A field of this length is none of ours.");
    }
}
