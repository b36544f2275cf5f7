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

/// <summary>A team is given the complaints about a service first. No case moves, and no clock.</summary>
[Needs(Act.ManageOrganisation)]
public sealed class GiveFirstModel(OrganisationStore store, TimeProvider time, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public FirstForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Form.From = LondonTime.Today(time);
        await PrepareAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await store.GiveFirstAsync(Form.Team!, Form.ServiceNames(), Form.From!.Value, cancel) is { } refusal)
        {
            ModelState.AddModelError($"Form.{FirstForm.FieldOf(refusal)}", text[Refusals.KeyOf(refusal)]);
            return Page();
        }

        TempData["Done"] = text["organisation.saved"].Value;
        return Redirect("/organisation");
    }

    private async Task PrepareAsync(CancellationToken cancel) =>
        Teams = [
            new(text["organisation.team.choose"], ""),
            .. (await store.TeamsAsync(cancel)).Select(team => new SelectListItem(team.Name, team.Id)),
        ];
}
