using Redress.Core;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Api;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.DraftLetter;

/// <summary>Sent again, the same draft is refused as kept already, and nothing is lost by it: so it needs no key.</summary>
internal static class DraftApi
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        Map(cases, "acknowledgement", Act.Acknowledge, DutyName.Acknowledge);
        Map(cases, "response", Act.Respond, DutyName.Respond);
    }

    private static void Map(IEndpointRouteBuilder cases, string letter, Act act, DutyName duty)
    {
        var address = $"/{{reference}}/{letter}/draft";
        cases
            .MapGet(
                address,
                async (
                    string reference,
                    CaseDesk desk,
                    LetterDrafts drafts,
                    StaffDirectory staff,
                    CancellationToken cancel
                ) =>
                {
                    await staff.ReadyAsync(cancel);
                    return await desk.ReadAsync(reference, Purpose.Show, cancel) is { } found
                        ? Answer(await drafts.FindAsync(found, duty, cancel), staff)
                        : Problems.NotFound();
                }
            )
            .WithMetadata(new NeedsAttribute(act))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary(
                $"The draft of the {letter} of the current stage; its number is 0 where nobody has begun one."
            );
        cases
            .MapPut(
                address,
                async (
                    string reference,
                    ApiRequest request,
                    HttpContext http,
                    CaseDesk desk,
                    LetterDrafts drafts,
                    StaffDirectory staff,
                    CancellationToken cancel
                ) =>
                    await desk.ReadAsync(reference, Purpose.Act, cancel) is { } found
                        ? await request.DoAsync<DraftForm>(
                            http,
                            desk,
                            async form =>
                                await drafts.KeepAsync(found, duty, form.Letter, form.Outcome, form.Seen!.Value, cancel)
                                    is { } refusal
                                    ? CaseActs.Refused(refusal, DraftForm.FieldOf, http)
                                    : Answer(await drafts.FindAsync(found, duty, cancel), staff),
                            cancel
                        )
                        : Problems.NotFound()
            )
            .WithMetadata(new NeedsAttribute(act), new RefusesWith(typeof(CannotKeepDraft)))
            .Accepts<DraftForm>("application/json")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary($"Keep the {letter} as far as it is written. It goes once the letter is written or sent.");
    }

    private static JsonAnswer Answer(LetterDraftRow? draft, StaffDirectory staff) =>
        new(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("number", draft?.Number ?? 0);
            json.WriteString("letter", draft?.Text);
            json.WriteString("outcome", draft?.Outcome is { } outcome ? WireName.Of(outcome) : null);
            json.WriteStaff("kept_by", draft?.KeptBy, staff);
            json.WriteDay("kept_on", draft?.KeptOn);
            json.WriteEndObject();
        });
}
