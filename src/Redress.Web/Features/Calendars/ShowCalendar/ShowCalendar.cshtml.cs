using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Calendars.ShowCalendar;

/// <summary>An edition of a calendar: what it added, who added it and when.</summary>
public sealed record EditionView(int Edition, IReadOnlyList<Holiday> Added, string Who, DateOnly On);

/// <summary>Which days are working days: the bank holidays of one nation by year, and how its calendar came about.</summary>
[Needs(Act.SeeRules)]
public sealed class ShowCalendarModel(
    CalendarAdoptions adoptions,
    RulesStore rules,
    RedressContext context,
    StaffDirectory staff,
    CurrentPerson person,
    TimeProvider time
) : PageModel
{
    private const string First = "england-and-wales";

    [BindProperty(SupportsGet = true, Name = "calendar")]
    public string? Chosen { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public IReadOnlyList<WorkingDayCalendar> Calendars { get; } = [.. rules.Current.NewestCalendars];

    public WorkingDayCalendar Calendar { get; private set; } = null!;

    public IEnumerable<int> Years =>
        Enumerable.Range(Calendar.First.Year, Calendar.Last.Year - Calendar.First.Year + 1);

    public IEnumerable<Holiday> Holidays => Calendar.Holidays.Where(holiday => holiday.On.Year == Year);

    /// <summary>The landlord's own closure days of the year.</summary>
    public IEnumerable<DateOnly> Closures => rules.Current.Closures.Where(day => day.Year == Year).Order();

    /// <summary>The newest first.</summary>
    public IReadOnlyList<EditionView> Editions { get; private set; } = [];

    /// <summary>Open cases still counted by an older edition.</summary>
    public int Left { get; private set; }

    public bool MayAdopt => person.May(Act.AdoptCalendar);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Calendars.FirstOrDefault(calendar => calendar.Id == (Chosen ?? First)) is not { } calendar)
        {
            return NotFound();
        }

        Calendar = calendar;
        Year = Math.Clamp(Year ?? LondonTime.Today(time).Year, calendar.First.Year, calendar.Last.Year);
        Left = await adoptions.LeftAsync(calendar.Id, cancel);
        await staff.ReadyAsync(cancel);
        Editions = await ReadEditionsAsync(cancel);
        return Page();
    }

    /// <summary>History has one row for each edition, in the order they were added.</summary>
    private async Task<IReadOnlyList<EditionView>> ReadEditionsAsync(CancellationToken cancel)
    {
        var editions = await context
            .CalendarEditions.AsNoTracking()
            .Where(row => row.CalendarId == Calendar.Id && row.Edition <= Calendar.Edition)
            .OrderBy(row => row.Edition)
            .Select(row => rules.Current.Calendar(row.CalendarId, row.Edition))
            .ToListAsync(cancel);
        var added = await context
            .History.AsNoTracking()
            .Where(row => row.Stream == Streams.Calendar && row.StreamId == Calendar.Id)
            .OrderBy(row => row.Sequence)
            .Select(row => new { row.Who, row.On })
            .ToListAsync(cancel);
        var views = editions.Zip(
            added,
            (edition, row) =>
                new EditionView(
                    edition.Edition,
                    edition == editions[0] ? [] : [.. LateHoliday.AddedSince(edition, Before(edition))],
                    staff.NameOf(row.Who),
                    row.On
                )
        );
        return [.. views.Reverse()];

        WorkingDayCalendar Before(WorkingDayCalendar edition) => editions[editions.IndexOf(edition) - 1];
    }
}
