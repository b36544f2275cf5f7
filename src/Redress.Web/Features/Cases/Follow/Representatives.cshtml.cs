using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Representatives;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>Who says that they act for the resident, what they may do, and the end of it at the resident's word.</summary>
[FormAddress]
public sealed class RepresentativesModel(
    CaseDesk desk,
    CaseViews views,
    CurrentPerson person,
    AccessCodes codes,
    LandlordStore landlord,
    Authorities authorities,
    IStringLocalizer<Text> text
) : FollowPage(views, person, codes, landlord, text)
{
    [BindProperty(SupportsGet = true)]
    public Guid? FormKey { get; set; }

    [BindProperty]
    public string? Person { get; set; }

    /// <summary>Those who act for whoever reads it, and for nobody else.</summary>
    public IEnumerable<Representative> Those => View.Case.Representatives.Where(one => one.For == As);

    protected override string Title => "follow.acting";

    public IActionResult OnGet() => Those.Any() ? Page() : Redirect(Complaint);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var decision = Representation.EndOwn(View.Case, As, Person, desk.Today);
        if (decision.Refusal is not null)
        {
            // Sent twice; or it was ended meanwhile, which the complaint's page shows.
            return Redirect(Complaint);
        }

        try
        {
            var once = new Once((FormKey ?? Guid.NewGuid()).ToString("N"), Complaint);
            await authorities.EndAsync(View.File, decision.Events.OfType<AuthorityEnded>().Single(), once, cancel);
        }
        catch (AlreadyDoneException)
        {
            return Redirect(Complaint);
        }
        catch (Exception busy) when (busy is BusyException or ConflictException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            ModelState.AddModelError("", L["complain.busy"]);
            return Page();
        }

        TempData["Done"] = L["follow.acting.ended"].Value;
        return Redirect(Complaint);
    }
}
