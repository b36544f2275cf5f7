using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>All the answers, to be checked and sent.</summary>
public sealed class CheckModel(
    Drafts drafts,
    CaseDesk desk,
    AccessCodes codes,
    StaffDirectory staff,
    IStringLocalizer<Text> text
) : ComplainPage(drafts)
{
    protected override string? Missing =>
        base.Missing
        ?? (Draft.Anonymous is null ? "/complain/who" : null)
        ?? (Draft.IsWhole ? null : "/complain/reach");

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var file = desk.NewFile(Draft.Anonymous is true);
        var complainant = Complainant(file.Case.Id);
        var owner = await staff.ReceiverAsync(cancel);
        var decision = Logging.Decide(AsSent(complainant, owner), desk.Rules, desk.Today);
        if (decision.Refusal is { } refusal)
        {
            ModelState.AddModelError("", text["complain.refused", text[Refusals.KeyOf(refusal)].Value]);
            return Page();
        }

        try
        {
            List<object> with = [codes.RowOf(file.Case.Id, Draft.Code)];
            if (complainant is not null)
            {
                with.Add(complainant);
            }

            await desk.RecordAsync(file, decision.Events, new Once(Draft.Key, Sent), with, cancel);
        }
        catch (AlreadyDoneException)
        {
            // Sent twice, or the answer to the first was lost on the way: it is one complaint, and it is here.
            return Redirect(Sent);
        }
        catch (ConflictException)
        {
            // Another case has this very reference: rarely, but it happens.
            Draft.Reference = Ids.NewReference();
            await Drafts.SaveAsync(HttpContext, Draft, cancel);
            ModelState.AddModelError("", text["complain.busy"]);
            return Page();
        }
        catch (BusyException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            ModelState.AddModelError("", text["complain.busy"]);
            return Page();
        }

        var acknowledge = desk.ClocksOf(file.Case).FirstOrDefault(clock => clock.Duty == DutyName.Acknowledge);
        await Drafts.SaveAsync(HttpContext, Draft.Sent(acknowledge?.Due), cancel);
        return Redirect(Sent);
    }

    private LoggingRequest AsSent(CasePersonRow? complainant, string? owner) =>
        new(CaseKind.Complaint, Draft.Reference, desk.Today, Channel.WebForm, Said(), owner)
        {
            SentByResident = true,
            ComplainantId = complainant?.Id,
            Anonymous = Draft.Anonymous is true,
        };

    /// <summary>One text, with what they want at its end: what we understood of both is for the definition to say.</summary>
    private string Said() =>
        Draft.OutcomeSought is { } wanted
            ? $"{Draft.Summary}\n\n{text["complain.wanted.question"].Value}\n{wanted}"
            : Draft.Summary!;

    private CasePersonRow? Complainant(string caseId) =>
        Draft.Anonymous is true
            ? null
            : new CasePersonRow
            {
                Id = $"{Guid.NewGuid():N}",
                CaseId = caseId,
                Role = PersonRole.Complainant,
                Name = Draft.Name!,
                Phone = Draft.Phone,
                Email = Draft.Email,
                Address = Draft.Address,
                Postcode = Draft.Postcode,
            };
}
