using Redress.Core.Calendar;

namespace Redress.Core.Clocks;

/// <summary>How a duty stands against a due date. Done on the due date is in time.</summary>
internal static class Verdicts
{
    public static Verdict Of(DutyClock duty, DateOnly? originalDue, DateOnly? due, DateOnly asAt)
    {
        if (duty.Met is { } met && !(duty.EndedOn < met && FellAwayInTime(duty, due)))
        {
            return due is null || met <= originalDue && !PastTheHour(duty, met) ? Verdict.InTime
                : met <= due && !PastTheHour(duty, met) ? Verdict.InTimeExtended
                : Verdict.Late;
        }

        if (duty.EndedOn is not null)
        {
            return FellAwayInTime(duty, due) ? Verdict.NotRequired : Verdict.Overdue;
        }

        return due is { } day && asAt > day ? Verdict.Overdue
            : duty.CountedFrom is null ? Verdict.Provisional
            : Verdict.Open;
    }

    private static bool FellAwayInTime(DutyClock duty, DateOnly? due) => due is null || duty.EndedOn <= due;

    private static bool PastTheHour(DutyClock duty, DateOnly met) =>
        duty.DueAt is { } hour && met == duty.Due && duty.MetAt > hour;
}

/// <summary>Counting that never leaves the calendar.</summary>
internal static class Days
{
    /// <summary>Working days after one day up to and including another; none outside the calendar.</summary>
    public static int? Between(WorkingDayCalendar calendar, DateOnly from, DateOnly to) =>
        calendar.Covers(from) && calendar.Covers(to) ? calendar.Count(from, to) : null;
}
