using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Incidents;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>A hidden part is shown again once one has asked for it, with a reason, and another agreed.</summary>
[Needs(Act.HandleIncidents)]
public sealed class ShowAgainModel(
    IncidentStore incidents,
    StaffDirectory staff,
    CurrentPerson person,
    IStringLocalizer<Text> text
) : PageModel
{
    private StoredIncident stored = null!;

    [BindProperty(SupportsGet = true)]
    public string Incident { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Hiding { get; set; }

    [BindProperty]
    [Display(Name = "incident.show.why")]
    [Words(2_000)]
    public string? Why { get; set; }

    public Hiding One => stored.Incident.Hidings[Hiding - 1];

    public StaffDirectory Staff => staff;

    /// <summary>Whether whoever reads may agree: somebody else asked.</summary>
    public bool MayAgree => One is { Shown: null, Proposal: { } proposal } && proposal.By != person.Id;

    public string? WhyProposed => stored.Text(One.Proposal?.Why);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ? Page() : NotFound();

    /// <summary>Asks for it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Why))
        {
            ModelState.AddModelError(nameof(Why), text["incident.show.why.missing"]);
        }

        return ModelState.IsValid
            ? await DoneAsync(incident => HidingParts.Propose(incident, Hiding, Why!), "incident.show.proposed", cancel)
            : Page();
    }

    /// <summary>Agrees to what somebody else asked for.</summary>
    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken cancel) =>
        await FindAsync(cancel)
            ? await DoneAsync(incident => HidingParts.Agree(incident, Hiding, person.Id), "incident.show.done", cancel)
            : NotFound();

    private async Task<IActionResult> DoneAsync<T>(
        Func<Incident, (T? Happens, CannotShowAgain? Refusal)> decide,
        string done,
        CancellationToken cancel
    )
        where T : IncidentEvent
    {
        var refusal = await incidents.DecideAsync<CannotShowAgain>(Incident, one => decide(one), person, cancel);
        if (refusal is { } no)
        {
            ModelState.AddModelError(nameof(Why), text[Refusals.KeyOf(no)]);
            return Page();
        }

        TempData["Done"] = text[done].Value;
        return Redirect(IncidentLinks.To(Incident));
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await incidents.FindAsync(Incident, cancel) is not { } found)
        {
            return false;
        }

        stored = found;
        await staff.ReadyAsync(cancel);
        return Hiding >= 1 && Hiding <= found.Incident.Hidings.Count;
    }
}
