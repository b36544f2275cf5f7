namespace Redress.Core.Calendar;

/// <summary>How a deadline is explained to people: the limit, the day not counted, the last day and what was passed over.</summary>
internal static class DeadlineSentences
{
    private const string EveryDayCounts =
        "Every day counts, and the date does not move for a weekend or a bank holiday.";

    public static string Explain(
        DateOnly from,
        Limit within,
        DateOnly due,
        IReadOnlyList<SkippedDay> skipped,
        WorkingDayCalendar calendar
    )
    {
        var span = $"{within} from {Dates.Long(from)} (that day not counted) {Ends(within)} on {Dates.Long(due)}";
        return within.Unit switch
        {
            LimitUnit.WorkingDays => $"{span}, by the {Named(calendar)}. {PassedOver(skipped, calendar)}",
            LimitUnit.Months when due.Day != from.Day =>
                $"{span}, the last day of a month that has no {from.Day}{Ordinal(from.Day)}. {EveryDayCounts}",
            LimitUnit.Hours => $"{span}. No time of day is known, so the hours are rounded up to {WholeDays(within)}.",
            _ => $"{span}. {EveryDayCounts}",
        };
    }

    public static string ExplainHours(DateTime fromUtc, Limit within, DateTime dueUtc)
    {
        var span = $"{within} from {Moment(fromUtc)} {Ends(within)} at {Moment(dueUtc)}, London time.";
        var moved = LondonTime.OffsetAt(dueUtc) - LondonTime.OffsetAt(fromUtc);
        return moved == TimeSpan.Zero
            ? span
            : $"{span} The clocks go {(moved > TimeSpan.Zero ? "forward" : "back")} in between, and each hour is counted as it passes.";
    }

    public static string Refusal(DateOnly from, Limit within, WorkingDayCalendar calendar)
    {
        var span = $"{within} from {Dates.Long(from)}";
        if (within.Unit != LimitUnit.WorkingDays)
        {
            return $"{span} cannot be counted: the answer is later than the year 9999.";
        }

        var covers = $"covers {Dates.Short(calendar.First)} to {Dates.Short(calendar.Last)}";
        return calendar.Covers(from)
            ? $"{span} cannot be counted: they run past the last day of the {Named(calendar)}, which {covers}. Later bank holidays are not guessed."
            : $"{span} cannot be counted: that day is outside the {Named(calendar)}, which {covers}. Other years' bank holidays are not guessed.";
    }

    public static string PassedOver(IReadOnlyList<SkippedDay> skipped, WorkingDayCalendar calendar)
    {
        if (skipped.Count == 0)
        {
            return "No day is passed over.";
        }

        return $"Not counted: {Days(skipped, calendar)}.";
    }

    /// <summary>Weekend days by their number, all others by name: "2 weekend days and Good Friday on Friday 3 April 2026".</summary>
    public static string Days(IReadOnlyList<SkippedDay> skipped, WorkingDayCalendar calendar)
    {
        var weekendDays = skipped.Count(day => day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        var named = skipped
            .Where(day => day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Select(day =>
                $"{WithArticle(day.Why)} on {Dates.Long(day.Date)}{(calendar.HolidayOn(day.Date) is { Unverified: true } ? " (date not confirmed)" : "")}"
            );
        IEnumerable<string> weekends = weekendDays == 0 ? [] : [Number(weekendDays, "weekend day")];
        return List([.. weekends, .. named]);
    }

    /// <summary>"the Summer bank holiday", but "Christmas Day".</summary>
    private static string WithArticle(string why) =>
        why == "Closure" ? "the landlord's closure"
        : why.Contains("bank holiday", StringComparison.OrdinalIgnoreCase)
        || why.EndsWith("Jubilee", StringComparison.Ordinal)
            ? $"the {why}"
        : why;

    private static string Named(WorkingDayCalendar calendar) =>
        $"{calendar.Title} calendar, edition {calendar.Edition}";

    public static string WholeDays(Limit hours) => Number(Deadlines.WholeDays(hours), "whole day");

    private static string Moment(DateTime utc) =>
        $"{LondonTime.TimeOfDay(utc):HH:mm} on {Dates.Long(LondonTime.Day(utc))}";

    private static string Ends(Limit within) => within.Amount == 1 ? "ends" : "end";

    public static string Number(long number, string thing) => $"{number} {thing}{(number == 1 ? "" : "s")}";

    public static string List(IReadOnlyList<string> items) =>
        items.Count == 1 ? items[0] : $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}";

    // Only the days that a month can lack: 29, 30 and 31.
    private static string Ordinal(int day) => day == 31 ? "st" : "th";
}
