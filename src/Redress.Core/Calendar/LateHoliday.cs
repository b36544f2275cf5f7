using System.Diagnostics.CodeAnalysis;

namespace Redress.Core.Calendar;

/// <summary>Why a bank holiday cannot be added to a calendar.</summary>
public enum CannotAddHoliday
{
    /// <summary>It has no name, and history must be able to say why dates moved.</summary>
    NoName,

    /// <summary>The calendar does not cover that year, so nobody knows its other holidays: none are guessed.</summary>
    BeyondTheCalendar,

    /// <summary>It falls on a Saturday or a Sunday, which never counts.</summary>
    AtTheWeekend,

    /// <summary>The day is a bank holiday already.</summary>
    AlreadyAHoliday,
}

/// <summary>A bank holiday announced after its calendar was made.</summary>
public static class LateHoliday
{
    /// <summary>True with the next edition, which differs by this day only; otherwise why there is none.</summary>
    public static bool TryAdd(
        WorkingDayCalendar newest,
        DateOnly on,
        string? name,
        [NotNullWhen(true)] out WorkingDayCalendar? next,
        [NotNullWhen(false)] out CannotAddHoliday? refusal
    )
    {
        refusal =
            string.IsNullOrWhiteSpace(name) ? CannotAddHoliday.NoName
            : !newest.Covers(on) ? CannotAddHoliday.BeyondTheCalendar
            : on.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? CannotAddHoliday.AtTheWeekend
            : newest.HolidayOn(on) is not null ? CannotAddHoliday.AlreadyAHoliday
            : null;
        next = refusal is null ? newest.WithHoliday(new Holiday(on, name!.Trim())) : null;
        return next is not null;
    }

    /// <summary>The holidays of one edition that another, usually the one before, does not have.</summary>
    public static IEnumerable<Holiday> AddedSince(WorkingDayCalendar later, WorkingDayCalendar earlier) =>
        later.Holidays.Where(holiday => earlier.HolidayOn(holiday.On) is null);
}
