using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Organisation;

/// <summary>A team begins in a unit, or moves to one. Its cases stay with whoever has them.</summary>
[Needs(Act.ManageOrganisation)]
public sealed class PlaceTeamModel(
    OrganisationStore store,
    RulesStore rules,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    [BindProperty]
    public TeamForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units =>
        [
            new(text["organisation.unit.choose"], ""),
            .. rules
                .Current.Organisation.Units.OrderBy(unit => unit.Name, StringComparer.OrdinalIgnoreCase)
                .Select(unit => new SelectListItem(unit.Name, unit.Id)),
        ];

    public void OnGet() => Form.From = LondonTime.Today(time);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await store.PlaceTeamAsync(Form.Name!.Trim(), Form.Unit!, Form.From!.Value, cancel) is { } refusal)
        {
            ModelState.AddModelError($"Form.{TeamForm.FieldOf(refusal)}", text[Refusals.KeyOf(refusal)]);
            return Page();
        }

        TempData["Done"] = text["organisation.saved"].Value;
        return Redirect("/organisation");
    }
}
