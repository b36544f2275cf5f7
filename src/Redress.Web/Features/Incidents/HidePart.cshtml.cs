using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Incidents;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>A part is hidden for everybody, by one press.</summary>
[Needs(Act.HandleIncidents)]
public sealed class HidePartModel(IncidentStore incidents, CurrentPerson person, IStringLocalizer<Text> text)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Incident { get; set; } = "";

    [BindProperty]
    [Display(Name = "incident.hide.part")]
    [Required(ErrorMessage = "incident.hide.part.missing")]
    public Part? Part { get; set; }

    public IReadOnlyList<SelectListItem> Parts => PartsIn(text);

    /// <summary>None is chosen by itself: what is hidden is hidden from everybody.</summary>
    internal static IReadOnlyList<SelectListItem> PartsIn(IStringLocalizer<Text> text) =>
        [new(text["incident.hide.part.choose"], ""), .. Choose.From<Part>(text)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await incidents.FindAsync(Incident, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await incidents.FindAsync(Incident, cancel) is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var refusal = await incidents.DecideAsync<CannotHide>(
            Incident,
            incident => HidingParts.Hide(incident, Part!.Value, onlyCase: null),
            person,
            cancel
        );
        if (refusal is { } no)
        {
            ModelState.AddModelError(nameof(Part), text[Refusals.KeyOf(no)]);
            return Page();
        }

        TempData["Done"] = text["incident.hide.done", text.Word(Part!.Value)].Value;
        return Redirect(IncidentLinks.To(Incident));
    }
}
