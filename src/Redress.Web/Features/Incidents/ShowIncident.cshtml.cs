using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Incidents;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>One incident: what was seen, what is hidden, the 72 hours, and who saw what.</summary>
[Needs(Act.SeeIncidents)]
public sealed class ShowIncidentModel(
    IncidentStore incidents,
    IncidentLooks looks,
    StaffDirectory staff,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    /// <summary>So many looks stand on the page; the file has all.</summary>
    public const int Most = 200;

    [BindProperty(SupportsGet = true)]
    public string Incident { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    [Display(Name = "looks.from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "looks.until")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "incident.case")]
    [Line]
    public string? Case { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "looks.by")]
    public Lookers? By { get; set; }

    /// <summary>The part to be hidden: that where it was seen, unless another is chosen.</summary>
    [Display(Name = "incident.hide.part")]
    public Part? Part => One.Report.Part;

    public StoredIncident Stored { get; private set; } = null!;

    public Incident One => Stored.Incident;

    /// <summary>Of the case it was seen at, where whoever reads may know of it.</summary>
    public string? Reference { get; private set; }

    public IReadOnlyList<Look> Looks { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>Where all of them are.</summary>
    public string FileAddress { get; private set; } = "";

    public bool SeesWhose => looks.Names;

    public bool MayHandle => person.May(Act.HandleIncidents);

    public StaffDirectory Staff => staff;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public IReadOnlyList<SelectListItem> Parts => HidePartModel.PartsIn(text);

    public IReadOnlyList<SelectListItem> People => Choose.From<Lookers>(text);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await incidents.FindAsync(Incident, cancel) is not { } found)
        {
            return NotFound();
        }

        Stored = found;
        await staff.ReadyAsync(cancel);
        Reference = await looks.ReferenceAsync(One, cancel);
        var (query, asked) = await looks.AskAsync(One, new(From, Until, Case ?? Emptied, By), cancel);
        (From, Until, Case, By, FileAddress) = (query.From, query.Until, query.Case, query.By, query.Address(One.Id));
        if (asked is null)
        {
            ModelState.AddModelError(nameof(Case), text["looks.case.unknown"]);
        }
        else if (asked.Until < asked.From)
        {
            ModelState.AddModelError(nameof(Until), text["looks.until.before"]);
        }
        else if (ModelState.IsValid)
        {
            Count = await looks.CountAsync(asked, cancel);
            Looks = await looks.ReadAsync(asked, Most, cancel).ToListAsync(cancel);
        }

        return Page();
    }

    /// <summary>The box for the case was left empty, and not only left out: then it is every case.</summary>
    private string? Emptied => Request.Query.ContainsKey(nameof(Case)) ? "" : null;

    public string? Said(Core.Cases.Words? words) => Stored.Text(words);
}
