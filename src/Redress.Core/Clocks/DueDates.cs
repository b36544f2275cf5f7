using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>Works out the date first due and every move an extension, holding letter or pause makes to it.</summary>
internal static class DueDates
{
    /// <summary>The duty with its dates, counted from a day, as known at the end of another.</summary>
    public static DutyClock Count(DutyClock duty, DateOnly from, TimeOnly? at, StageRun run, DateOnly knownAt)
    {
        if (duty.Limit.Unit == LimitUnit.Hours && at is { } time)
        {
            var end = LondonTime.Utc(from, time).AddHours(duty.Limit.Amount);
            var day = LondonTime.Day(end);
            return duty with { Due = day, OriginalDue = day, DueAt = LondonTime.TimeOfDay(end) };
        }

        var original = Deadlines.Due(from, duty.Limit, duty.Calendar);
        if (original is not { } first)
        {
            Deadlines.TryCount(from, duty.Limit, duty.Calendar, out _, out var refusal);
            return duty with { Refusal = refusal };
        }

        var paused = PausedDays(duty, run, first, knownAt);
        if (paused > 0)
        {
            first = Later(first, paused, duty) ?? first;
        }

        var dated = duty with { OriginalDue = first, Due = first, PausedDays = paused };
        return Moved(dated, first, run, knownAt);
    }

    /// <summary>The latest day that leaves a whole notice period before a day: that day's notice ends on it.</summary>
    public static DateOnly? Before(DateOnly day, Limit notice, WorkingDayCalendar calendar)
    {
        var latest = day;
        while (Deadlines.Due(latest, notice, calendar) is { } end)
        {
            if (end <= day)
            {
                return latest;
            }

            latest = latest.AddDays(-1);
        }

        return null;
    }

    /// <summary>Each extension and holding letter in the order sent; a valid one puts its date in place of the one in force.</summary>
    private static DutyClock Moved(DutyClock duty, DateOnly first, StageRun run, DateOnly knownAt)
    {
        if (duty.Rule.Extensions is null && duty.Rule.HoldingLetters.Count == 0)
        {
            return duty;
        }

        var due = first;
        var letters = 0;
        var moves = new List<DueDateMove>();
        foreach (var e in run.Events.Where(e => e.On <= knownAt))
        {
            var move = e.Kind switch
            {
                ClockEventKind.Extended when duty.Rule.Extensions is { } rule => Extensions.Judge(
                    e,
                    rule,
                    first,
                    due,
                    duty.Calendar,
                    knownAt
                ),
                ClockEventKind.HoldingLetter when duty.Rule.HoldingLetters.Count > 0 => HoldingLetters.Judge(
                    e,
                    duty.Rule.HoldingLetters.ElementAtOrDefault(letters++),
                    due,
                    duty.Calendar
                ),
                _ => null,
            };
            if (move is null)
            {
                continue;
            }

            moves.Add(move);
            due = move is { Valid: true, Until: { } until } ? until : due;
        }

        return moves.Count == 0 ? duty : duty with { Due = due, Moves = moves };
    }

    private static int PausedDays(DutyClock duty, StageRun run, DateOnly due, DateOnly knownAt)
    {
        if (duty.Rule.PausesSource is null)
        {
            return 0;
        }

        var days = 0;
        DateOnly? since = null;
        foreach (var e in run.Events.Where(e => e.On <= knownAt))
        {
            if (e.Kind == ClockEventKind.Paused && since is null && e.On <= (Later(due, days, duty) ?? due))
            {
                since = e.On;
            }
            else if (e.Kind == ClockEventKind.Resumed && since is { } start)
            {
                days += Stood(duty, start, e.On);
                since = null;
            }
        }

        return since is { } open ? days + Stood(duty, open, knownAt) : days;
    }

    /// <summary>Days the clock stood still: after the pause, up to and including the day it resumed.</summary>
    private static int Stood(DutyClock duty, DateOnly from, DateOnly to) =>
        duty.Limit.Unit == LimitUnit.WorkingDays
            ? Days.Between(duty.Calendar, from, to) ?? 0
            : to.DayNumber - from.DayNumber;

    private static DateOnly? Later(DateOnly due, int days, DutyClock duty) =>
        days == 0 ? due
        : duty.Limit.Unit == LimitUnit.WorkingDays
            ? Deadlines.Due(due, new Limit(days, LimitUnit.WorkingDays), duty.Calendar)
        : due.AddDays(days);
}
