using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>Makes a case of what a resident has written, by page or program: however often it is sent, one.</summary>
public sealed class Intake(
    CaseDesk desk,
    AccessCodes codes,
    StaffDirectory staff,
    FileStore store,
    IStringLocalizer<Text> text
)
{
    /// <returns>Why it is refused, if it is; and what is left of the draft.</returns>
    /// <exception cref="ConflictException">Another case has this very reference.</exception>
    /// <exception cref="BusyException">Nothing is saved.</exception>
    public async Task<(CannotLog? Refusal, Draft Draft)> SendAsync(Draft draft, CancellationToken cancel)
    {
        var file = desk.NewFile(draft.Anonymous is true);
        var complainant = Complainant(file.Case.Id, draft);
        var owner = await staff.ReceiverAsync(cancel);
        var files = draft.Files.Where(one => store.Renew(one.Hash)).ToList();
        var request = Request(draft, complainant, owner) with { Files = [.. files.Select(one => one.Received())] };
        var decision = Logging.Decide(request, desk.Rules, desk.Today);
        if (decision.Refusal is { } refusal)
        {
            return (refusal, draft);
        }

        List<object> with = [codes.RowOf(file.Case.Id, complainant?.Id, draft.Code)];
        if (complainant is not null)
        {
            with.Add(complainant);
        }

        try
        {
            var once = new Once(draft.Key, ComplainPage.Sent);
            await desk.RecordAsync(file, [.. decision.Events, .. Needs(draft, complainant)], once, with, cancel);
        }
        catch (AlreadyDoneException)
        {
            // Sent twice, or the answer to the first was lost on the way: it is one complaint, and it is here.
        }

        var acknowledge = desk.ClocksOf(file.Case).FirstOrDefault(clock => clock.Duty == DutyName.Acknowledge);
        return (null, draft.Sent(acknowledge?.Due, [.. draft.Files.Except(files).Select(one => one.Name)]));
    }

    private LoggingRequest Request(Draft draft, CasePersonRow? complainant, string? owner) =>
        new(CaseKind.Complaint, draft.Reference, desk.Today, Channel.WebForm, Said(draft), owner)
        {
            SentByResident = true,
            ComplainantId = complainant?.Id,
            Anonymous = draft.Anonymous is true,
            Confidential = draft.Confidential,
        };

    /// <summary>One text, with what they want at its end: what we understood of both is for the definition to say.</summary>
    private string Said(Draft draft) =>
        draft.OutcomeSought is { } wanted
            ? $"{draft.Summary}\n\n{text["complain.wanted.question"].Value}\n{wanted}"
            : draft.Summary!;

    /// <summary>What they say they need is theirs to say, and is read by whoever is about to make contact.</summary>
    private IReadOnlyList<CaseEvent> Needs(Draft draft, CasePersonRow? complainant) =>
        complainant is not null && Words.From(draft.Needs) is { } what
            ? [new ContactNeedsRecorded(desk.Today, complainant.Id, LetterFormat.Standard, new Never(), What: what)]
            : [];

    private static CasePersonRow? Complainant(string caseId, Draft draft) =>
        draft.Anonymous is true
            ? null
            : CasePersonRow.Complainant(caseId, draft.Name, draft.Phone, draft.Email, draft.Address, draft.Postcode);
}
