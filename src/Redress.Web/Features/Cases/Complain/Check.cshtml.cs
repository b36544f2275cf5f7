using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>All the answers, to be checked and sent.</summary>
public sealed class CheckModel(Drafts drafts, Intake intake, IStringLocalizer<Text> text) : ComplainPage(drafts)
{
    protected override string? Missing =>
        base.Missing
        ?? (Draft.Anonymous is null ? "/complain/who" : null)
        ?? (Draft.IsWhole ? null : "/complain/reach");

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            var (refusal, sent) = await intake.SendAsync(Draft, cancel);
            if (refusal is { } no)
            {
                ModelState.AddModelError("", text["complain.refused", text[Refusals.KeyOf(no)].Value]);
                return Page();
            }

            await Drafts.SaveAsync(HttpContext, sent, cancel);
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
    }
}
