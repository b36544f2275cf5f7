using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Staff;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;

namespace Redress.Web.Features.Staff.MarkAway;

/// <summary>
/// When somebody is away, now and later, and a form to say so. The same form sent twice says it once: what is so already leaves
/// no trace.
/// </summary>
public abstract class AwayPage(Absences absences, StaffDirectory staff, TimeProvider time, IStringLocalizer<Text> text)
    : PageModel
{
    /// <summary>The days of the week as people count them here.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    [BindProperty]
    public AwayForm Form { get; set; } = new();

    /// <summary>Who is away, by id.</summary>
    public abstract string Who { get; }

    /// <summary>Where this page is.</summary>
    public abstract string Here { get; }

    public IReadOnlyList<MarkedAway> Times { get; private set; } = [];

    /// <summary>Who can cover.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public string Name => staff.NameOf(Who);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await PrepareAsync(cancel))
        {
            return NotFound();
        }

        Form.From = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PrepareAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await absences.MarkAsync(Who, Form.Time(), cancel) is { } refusal)
        {
            ModelState.AddModelError($"Form.{AwayForm.FieldOf(refusal)}", text[Refusals.KeyOf(refusal)]);
            return Page();
        }

        return Done("away.marked");
    }

    /// <summary>They are back, or are not away after all.</summary>
    public async Task<IActionResult> OnPostEndAsync(string id, CancellationToken cancel)
    {
        if (!await PrepareAsync(cancel))
        {
            return NotFound();
        }

        await absences.EndAsync(Who, id, cancel);
        return Done("away.ended");
    }

    /// <summary>When, in words.</summary>
    public string When(TimeAway away)
    {
        var span = away.Until is { } until
            ? text["away.time", Dates.Short(away.From), Dates.Short(until)]
            : text["away.time.open", Dates.Short(away.From)];
        return away.IsEveryDay
            ? span
            : text["away.time.on", span.Value, string.Join(", ", Week.Where(away.Weekdays.Contains).Select(text.Word))];
    }

    public string CoverOf(TimeAway away) =>
        away.Cover is { } cover ? text["away.covers", staff.NameOf(cover)] : text["away.covers.nobody"];

    public bool HasBegun(TimeAway away) => away.From < Today;

    private DateOnly Today => LondonTime.Today(time);

    private async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        var colleagues = await staff.ColleaguesAsync(cancel);
        if (!staff.Knows(Who))
        {
            return false;
        }

        People =
        [
            new(text["away.cover.nobody"], ""),
            .. colleagues.Where(one => one.Id != Who).Select(one => new SelectListItem(one.Name, one.Id)),
        ];
        Times = await absences.OfAsync(Who, cancel);
        return true;
    }

    private RedirectResult Done(string what)
    {
        TempData["Done"] = text[what].Value;
        return Redirect(Here);
    }
}
