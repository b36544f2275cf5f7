using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Web.Security;

namespace Redress.Web.Features.Organisation;

/// <summary>Complaints by the unit of whoever has them, and how many are outside the service complained of.</summary>
[Needs(Act.SeeOrganisation)]
public sealed class CountCasesModel(UnitCounts counts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public UnitsAs By { get; set; }

    public IReadOnlyList<UnitCount> Counted { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Redirect("/organisation/cases");
        }

        Counted = await counts.CountAsync(By, cancel);
        return Page();
    }
}
