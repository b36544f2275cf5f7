using Redress.Core.Calendar;
using Redress.Core.Clocks;
using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>What an edition of its calendar would do to the open clocks of one case, before anybody decides on it.</summary>
/// <param name="Moved">Open clocks whose last day in time, or target, would change.</param>
/// <param name="Unmoved">How many open clocks would stay as they are.</param>
public sealed record CalendarPreview(IReadOnlyList<ClockMove> Moved, int Unmoved)
{
    /// <summary>
    /// Clocks met or ended are not counted: they keep the edition held at the time. What is promised here is exactly what
    /// adopting the edition does, because the clocks are worked out by the same rule.
    /// </summary>
    public static CalendarPreview Of(Case adopting, WorkingDayCalendar edition, Rules rules, DateOnly today)
    {
        var history = CaseClocks.HistoryOf(adopting, rules);
        var before = Clocks.Clocks.Of(history, today);
        var after = Clocks.Clocks.Of(
            history with
            {
                CalendarOf = number => number is null ? edition : history.CalendarOf(number),
            },
            today
        );
        var open = before
            .Where(clock => clock is { Met: null, EndedOn: null } && !IsWindowNotOpened(clock))
            .Select(clock => new ClockMove(clock, after.First(other => IsSame(clock, other))))
            .ToList();
        var moved = open.Where(move =>
                (move.Before.Due, move.Before.TargetDue) != (move.After.Due, move.After.TargetDue)
            )
            .ToList();
        return new CalendarPreview(moved, open.Count - moved.Count);
    }

    /// <summary>A resident's time to ask for the next stage runs only once there is an answer.</summary>
    private static bool IsWindowNotOpened(DutyClock clock) =>
        clock is { BelongsTo: BelongsTo.Resident, CountedFrom: null };

    private static bool IsSame(DutyClock one, DutyClock other) =>
        (one.Duty, one.Stage, one.Occurrence) == (other.Duty, other.Stage, other.Occurrence);
}

/// <summary>One clock under two editions of its calendar.</summary>
public sealed record ClockMove(DutyClock Before, DutyClock After);
