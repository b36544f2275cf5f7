using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Features.Cases.Files;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.RecordMessage;

/// <summary>Messages that came in: recorded with their files, listed, and their files given out.</summary>
internal static class RecordMessageApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapPost("/{reference}/messages", RecordAsync)
            .Describe<RecordMessageForm, CannotReceiveMessage>(Act.RecordMessage)
            .Accepts<RecordMessageForm>("application/json", "multipart/form-data")
            .WithMetadata(new TakesFilesAttribute())
            .ProducesProblem(StatusCodes.Status507InsufficientStorage)
            .WithSummary(
                "Record what came in about a case. With files: multipart/form-data, the JSON in a field named message, then up to ten files."
            );
        cases
            .MapGet(
                "/{reference}/messages",
                async (string reference, CaseViews views, CancellationToken cancel) =>
                    await views.FindAsync(reference, Purpose.Show, cancel) is { } view
                        ? new JsonAnswer(json => MessagesJson.Write(json, view))
                        : Problems.NotFound()
            )
            .WithMetadata(new NeedsAttribute(Act.SeeCase))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary(
                "Everything written in a case, both ways, in the order it was recorded, with the files that came."
            );
        cases
            .MapGet(
                "/{reference}/files/{hash}",
                async (string reference, string hash, CaseViews views, FileStore store, CancellationToken cancel) =>
                    await views.FindAsync(reference, Purpose.Show, cancel) is { } view
                    && FileAnswer.Of(view, Messages.Of(view.Case), hash, store) is { } file
                        ? (IResult)file
                        : Problems.NotFound()
            )
            .WithMetadata(new NeedsAttribute(Act.SeeCase))
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("A file that came with a message, by the hash of its content.");
        cases
            .MapAct<NoForm, CannotMarkRead>(
                "messages/read",
                Act.ReadMessages,
                (about, _, desk) => MessageReceipt.Read(about, desk.Today),
                _ => ""
            )
            .WithSummary("Mark every message that has come so far as read and seen to.");
    }

    private static async Task<IResult> RecordAsync(
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

        return await request.DoAsync<RecordMessageForm>(
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
                var decision = MessageReceipt.Decide(file.Case, form.Request(files), desk.Today);
                if (decision.Refusal is { } refusal)
                {
                    return CaseActs.Refused(refusal, RecordMessageForm.FieldOf, http);
                }

                if (uploads.Keep(store).Lost.Count > 0)
                {
                    return Problems.NoRoom();
                }

                var location = $"{CaseLinks.Api(file.Case.Reference)}/history/{file.Case.Version + 1}";
                await desk.RecordAsync(file, decision.Events, request.Once(location), cancel: cancel);
                return CaseActs.Made(location);
            },
            cancel
        );
    }
}

/// <summary>Nothing is asked.</summary>
internal sealed class NoForm;
