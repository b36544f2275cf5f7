using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>A resident says whether what we have understood is what they said. Where it is not, we set it down again.</summary>
[FormAddress]
public sealed class DefinitionModel(
    CaseDesk desk,
    CaseViews views,
    CurrentPerson person,
    AccessCodes codes,
    LandlordStore landlord,
    IStringLocalizer<Text> text
) : FollowPage(views, person, codes, landlord, text)
{
    [BindProperty(SupportsGet = true)]
    public Guid? FormKey { get; set; }

    [BindProperty]
    [Display(Name = "follow.definition.question")]
    [Required(ErrorMessage = "follow.definition.missing")]
    public bool? Right { get; set; }

    [BindProperty]
    [Display(Name = "follow.definition.text")]
    [Words]
    public string? Text { get; set; }

    protected override string Title => "follow.definition";

    protected override string? Written => Text;

    public IActionResult OnGet() =>
        IsFirst && DefinitionAnswer.Refusal(View.Case) is null ? Page() : Redirect(Complaint);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsFirst || DefinitionAnswer.Refusal(View.Case) is not null)
        {
            // Sent twice; or it was answered, closed or set down again meanwhile, which the complaint's page shows.
            return Redirect(Complaint);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var decision = Right is true
            ? DefinitionAnswer.Agree(View.Case, desk.Today)
            : DefinitionAnswer.Dispute(View.Case, Text, desk.Today);
        if (decision.Refusal is { } refusal)
        {
            ModelState.AddModelError(nameof(Text), L[Refusals.KeyOf(refusal)]);
            return Page();
        }

        try
        {
            var key = (FormKey ?? Guid.NewGuid()).ToString("N");
            await desk.RecordAsync(View.File, decision.Events, new Once(key, Complaint), cancel: cancel);
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

        TempData["Done"] = L[Right is true ? "follow.definition.agreed" : "follow.definition.disputed"].Value;
        return Redirect(Complaint);
    }
}
