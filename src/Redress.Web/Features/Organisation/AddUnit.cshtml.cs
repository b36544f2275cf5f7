using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Organisation;

/// <summary>A unit is added, or what it delivers is said anew.</summary>
[Needs(Act.ManageOrganisation)]
public sealed class AddUnitModel(OrganisationStore store, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public UnitForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await store.AddUnitAsync(Form.Name!.Trim(), Form.ServiceNames(), cancel);
        TempData["Done"] = text["organisation.saved"].Value;
        return Redirect("/organisation");
    }
}
