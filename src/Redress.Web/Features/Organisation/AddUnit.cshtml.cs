using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Organisation;

/// <summary>A unit is added, or what one is called and delivers is said anew.</summary>
[Needs(Act.ManageOrganisation)]
public sealed class AddUnitModel(OrganisationStore store, RulesStore rules, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public UnitForm Form { get; set; } = new();

    public static string AddressOf(string unit) => $"/organisation/units?unit={Uri.EscapeDataString(unit)}";

    public void OnGet(string? unit)
    {
        if (rules.Current.Organisation.Units.FirstOrDefault(one => one.Id == unit) is { } known)
        {
            Form = new()
            {
                Unit = known.Id,
                Name = known.Name,
                Services = string.Join('\n', known.Services),
            };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await store.SayUnitAsync(Form.Unit, Form.Name!.Trim(), Form.ServiceNames(), cancel) is { } refusal)
        {
            ModelState.AddModelError($"Form.{UnitForm.FieldOf(refusal)}", text[Refusals.KeyOf(refusal)]);
            return Page();
        }

        TempData["Done"] = text["organisation.saved"].Value;
        return Redirect("/organisation");
    }
}
