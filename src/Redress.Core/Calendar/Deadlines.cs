using System.Diagnostics.CodeAnalysis;

namespace Redress.Core.Calendar;

/// <summary>
/// Counts limits. The day of the event is day 0; something is in time when done on or before the last day of the limit.
/// Only working days look at the calendar: other limits count every day, and the day they end on does not move because
/// it is a weekend or a holiday.
/// </summary>
public static class Deadlines
{
    /// <summary>
    /// The last day that is in time, without its explanation; none where it is beyond the calendar. Months end on the same
    /// date, or on the month's last day where there is none. Hours are rounded up to whole days, for no time is known.
    /// </summary>
    /// <param name="from">The day of the event, not counted.</param>
    /// <param name="within">How long there is.</param>
    /// <param name="calendar">Which days are working days.</param>
    public static DateOnly? Due(DateOnly from, Limit within, WorkingDayCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(within.Amount, 1, nameof(within));
        return within.Unit switch
        {
            LimitUnit.WorkingDays => calendar.TryAdd(from, within.Amount, out var due) ? due : null,
            LimitUnit.CalendarDays => AddDays(from, within.Amount),
            LimitUnit.Weeks => AddDays(from, 7L * within.Amount),
            LimitUnit.Months => AddMonths(from, within.Amount),
            LimitUnit.Hours => AddDays(from, WholeDays(within)),
            _ => throw new ArgumentOutOfRangeException(nameof(within), within.Unit, "Not a unit."),
        };
    }

    /// <summary>As <see cref="Due"/>, with how it was worked out; false with the reason where it cannot be.</summary>
    /// <param name="from">The day of the event, not counted.</param>
    /// <param name="within">How long there is.</param>
    /// <param name="calendar">Which days are working days.</param>
    /// <param name="deadline">The deadline, where the answer is true.</param>
    /// <param name="refusal">Why there is none, in a sentence, where the answer is false.</param>
    public static bool TryCount(
        DateOnly from,
        Limit within,
        WorkingDayCalendar calendar,
        [NotNullWhen(true)] out Deadline? deadline,
        [NotNullWhen(false)] out string? refusal
    )
    {
        if (Due(from, within, calendar) is not { } due)
        {
            deadline = null;
            refusal = DeadlineSentences.Refusal(from, within, calendar);
            return false;
        }

        var skipped = within.Unit == LimitUnit.WorkingDays ? calendar.Skipped(from, due) : [];
        var explanation = DeadlineSentences.Explain(from, within, due, skipped, calendar);
        deadline = new Deadline(from, within, due, calendar.Id, calendar.Edition, skipped, explanation);
        refusal = null;
        return true;
    }

    /// <summary>
    /// Counts from an instant. Hours are clock hours, so that 24 of them across a change of the clocks end an hour later
    /// or earlier by the wall; any other limit counts from the day the instant falls on in London.
    /// </summary>
    /// <param name="fromUtc">The instant of the event, in UTC.</param>
    /// <param name="within">How long there is.</param>
    /// <param name="calendar">Which days are working days.</param>
    /// <param name="deadline">The deadline, where the answer is true.</param>
    /// <param name="refusal">Why there is none, in a sentence, where the answer is false.</param>
    public static bool TryCount(
        DateTime fromUtc,
        Limit within,
        WorkingDayCalendar calendar,
        [NotNullWhen(true)] out Deadline? deadline,
        [NotNullWhen(false)] out string? refusal
    )
    {
        var from = LondonTime.Day(fromUtc);

        // Counting whole days first also refuses hours that would run past the last date there is.
        if (!TryCount(from, within, calendar, out deadline, out refusal) || within.Unit != LimitUnit.Hours)
        {
            return deadline is not null;
        }

        var dueUtc = fromUtc.AddHours(within.Amount);
        deadline = deadline with
        {
            Due = LondonTime.Day(dueUtc),
            DueAt = DateTime.SpecifyKind(dueUtc, DateTimeKind.Utc),
            Explanation = DeadlineSentences.ExplainHours(fromUtc, within, dueUtc),
        };
        return true;
    }

    /// <summary>How many whole days an amount of hours takes up, a part of a day counting as a day.</summary>
    internal static long WholeDays(Limit hours) => (hours.Amount + 23L) / 24;

    private static DateOnly? AddDays(DateOnly from, long days) =>
        from.DayNumber + days <= DateOnly.MaxValue.DayNumber ? from.AddDays((int)days) : null;

    private static DateOnly? AddMonths(DateOnly from, int months)
    {
        var monthsLeft = (DateOnly.MaxValue.Year - from.Year) * 12 + 12 - from.Month;
        return months <= monthsLeft ? from.AddMonths(months) : null;
    }
}
