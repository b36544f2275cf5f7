using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>A time for which a clock stood still under the procedure's own rule (ruling 2).</summary>
/// <param name="From">The day it stopped, which still counted.</param>
/// <param name="To">The day it went on, which did not count; while it still stands, the day asked about.</param>
/// <param name="IsOver">Whether it has gone on.</param>
/// <param name="Days">The days that do not count because of it: only working days where the limit is in working days.</param>
/// <param name="Due">The due date it put in force.</param>
public sealed record Pause(DateOnly From, DateOnly To, bool IsOver, IReadOnlyList<DateOnly> Days, DateOnly Due);

/// <summary>Finds the pauses of a clock, each of which puts off its due date by the days that did not count.</summary>
internal static class Pauses
{
    /// <summary>The duty with its pauses; without a date where they run past the calendar.</summary>
    /// <param name="duty">With the date first due.</param>
    /// <param name="from">Day 0: what stood still before it moves nothing.</param>
    /// <param name="run">What happened.</param>
    /// <param name="knownAt">The last day looked at.</param>
    public static DutyClock Applied(DutyClock duty, DateOnly from, StageRun run, DateOnly knownAt)
    {
        DateOnly? since = null;
        foreach (var e in run.Events.Where(e => e.On <= knownAt))
        {
            if (e.Kind == ClockEventKind.Paused && since is null && e.On <= duty.Due)
            {
                since = e.On < from ? from : e.On;
            }
            else if (e.Kind == ClockEventKind.Resumed && since is { } start)
            {
                duty = Stopped(duty, start, e.On, true);
                since = null;
            }
        }

        return since is { } open ? Stopped(duty, open, knownAt, false) : duty;
    }

    private static DutyClock Stopped(DutyClock duty, DateOnly from, DateOnly to, bool isOver)
    {
        if (to <= from || duty.Due is not { } due)
        {
            return duty;
        }

        var inWorkingDays = duty.Limit.Unit == LimitUnit.WorkingDays;
        if (inWorkingDays && !duty.Calendar.Covers(to))
        {
            return Uncountable(duty, from);
        }

        var days = Enumerable
            .Range(1, to.DayNumber - from.DayNumber)
            .Select(from.AddDays)
            .Where(day => !inWorkingDays || duty.Calendar.IsWorkingDay(day))
            .ToList();
        if (days.Count == 0)
        {
            return duty;
        }

        var more = new Limit(days.Count, inWorkingDays ? LimitUnit.WorkingDays : LimitUnit.CalendarDays);
        return Deadlines.Due(due, more, duty.Calendar) is { } later
            ? duty with
            {
                Due = later,
                Pauses = [.. duty.Pauses, new Pause(from, to, isOver, days, later)],
            }
            : Uncountable(duty, from);
    }

    private static DutyClock Uncountable(DutyClock duty, DateOnly from) =>
        duty with
        {
            OriginalDue = null,
            Due = null,
            Pauses = [],
            Refusal =
                $"{duty.Limit} with the pause from {Dates.Long(from)} cannot be counted: they run past the last day of the "
                + $"{duty.Calendar.Title} calendar, edition {duty.Calendar.Edition}, which is {Dates.Short(duty.Calendar.Last)}. "
                + "Later bank holidays are not guessed.",
        };
}
