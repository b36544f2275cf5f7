using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases.Files;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>A resident's program writes to whoever has the complaint, with photos and papers, and fetches those of before.</summary>
internal static class FollowMessagesApi
{
    public static void Map(IEndpointRouteBuilder followed)
    {
        followed
            .MapPost("/messages", WriteAsync)
            .Describe<FollowMessageForm, CannotReceiveMessage>(Act.FollowCase)
            .Accepts<FollowMessageForm>("application/json", "multipart/form-data")
            .WithMetadata(new TakesFilesAttribute())
            .ProducesProblem(StatusCodes.Status507InsufficientStorage)
            .WithSummary(
                "Write to whoever has the complaint. With files: multipart/form-data, the JSON in a field named message, then up to ten files."
            );
        followed
            .MapGet(
                "/files/{hash}",
                async (
                    string reference,
                    string hash,
                    CaseViews views,
                    CurrentPerson person,
                    FileStore store,
                    CancellationToken cancel
                ) =>
                    await views.FindAsync(reference, Purpose.Show, cancel) is { } view
                    && FileAnswer.Of(view, Messages.ForResident(view.Case, person.FollowsAs), hash, store) is { } file
                        ? (IResult)file
                        : Problems.NotFound()
            )
            .WithMetadata(new NeedsAttribute(Act.FollowCase))
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("A file that came with a message the resident may read, by the hash of its content.");
    }

    private static async Task<IResult> WriteAsync(
        string reference,
        ApiRequest request,
        HttpContext http,
        CaseDesk desk,
        FileStore store,
        IStringLocalizer<Text> text,
        CancellationToken cancel
    )
    {
        if (await desk.FindAsync(reference, Purpose.Act, cancel) is not { } file)
        {
            return Problems.NotFound();
        }

        return await request.DoAsync<FollowMessageForm>(
            http,
            desk,
            async form =>
            {
                var uploads = Uploads.Of(http);
                if (uploads.Faults(text).ToArray() is { Length: > 0 } faults)
                {
                    return Problems.BadInput(new Dictionary<string, string[]> { ["files"] = faults });
                }

                var files = uploads.Sound.Select(upload => upload.Received).ToList();
                var written = new MessageRequest(
                    desk.Today,
                    Channel.WebForm,
                    form.Text,
                    files,
                    Person: desk.Person.FollowsAs
                );
                var decision = MessageReceipt.Decide(file.Case, written, desk.Today);
                if (decision.Refusal is { } refusal)
                {
                    return CaseActs.Refused(refusal, FollowMessageForm.FieldOf, http);
                }

                if (uploads.Keep(store).Lost.Count > 0)
                {
                    return Problems.NoRoom();
                }

                var location = CaseLinks.ResidentsApi(file.Case.Reference);
                await desk.RecordAsync(file, decision.Events, request.Once(location), cancel: cancel);
                return CaseActs.Made(location);
            },
            cancel
        );
    }
}

/// <summary>What a resident writes.</summary>
public sealed class FollowMessageForm
{
    [Words]
    public string? Text { get; set; }

    /// <summary>The field a refusal is about; none where it is about how much was sent.</summary>
    public static string FieldOf(CannotReceiveMessage refusal) =>
        refusal == CannotReceiveMessage.NothingInIt ? nameof(Text) : "";
}
