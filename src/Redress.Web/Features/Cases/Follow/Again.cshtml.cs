using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>A resident asks for the next stage. They need not say why (2024 Code, 6.11).</summary>
[FormAddress]
public sealed class AgainModel(
    CaseDesk desk,
    CaseViews views,
    CurrentPerson person,
    AccessCodes codes,
    LandlordStore landlord,
    StaffDirectory staff,
    IStringLocalizer<Text> text
) : FollowPage(views, person, codes, landlord, text)
{
    [BindProperty(SupportsGet = true)]
    public Guid? FormKey { get; set; }

    [BindProperty]
    [Display(Name = "follow.again.reason")]
    [Words]
    public string? Reason { get; set; }

    protected override string Title => "follow.again";

    protected override string? Written => Reason;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var request = new EscalationRequest(
            desk.Today,
            Reason,
            await staff.ReceiverOfNextAsync(View.Case, desk.Rules, cancel),
            ByResident: true
        );
        var decision = Escalation.Decide(View.Case, request, desk.Rules, desk.Today);
        if (decision.Refusal is { } refusal)
        {
            ModelState.AddModelError("", L[Refusals.KeyOf(refusal)]);
            return Page();
        }

        try
        {
            var key = (FormKey ?? Guid.NewGuid()).ToString("N");
            await desk.RecordAsync(View.File, decision.Events, new Once(key, Complaint), cancel: cancel);
        }
        catch (Exception beaten) when (beaten is AlreadyDoneException or ConflictException)
        {
            // Sent twice; or something happened meanwhile, which the complaint's page shows.
            return Redirect(Complaint);
        }
        catch (BusyException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            ModelState.AddModelError("", L["complain.busy"]);
            return Page();
        }

        TempData["Done"] = L["follow.again.done"].Value;
        return Redirect(Complaint);
    }
}
