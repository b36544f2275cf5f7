using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>
/// Works out every duty of a case from its history. Pure and total: any history gives its duties, and what happened
/// after the day asked about changes nothing.
/// </summary>
public static class Clocks
{
    /// <summary>Every duty of the case as it stood at the end of a day, in order of stage and of the procedure.</summary>
    /// <param name="history">What happened, and the procedures and calendars it is judged by.</param>
    /// <param name="asAt">The day, included: later events are ignored.</param>
    public static IReadOnlyList<DutyClock> Of(ClockHistory history, DateOnly asAt)
    {
        var events = history
            .Events.Where(e => e.On <= asAt)
            .OrderBy(e => e.On)
            .GroupBy(e => e.On)
            .SelectMany(ByTheHour)
            .ToList();
        var received = events.Find(e => e.Kind == ClockEventKind.Received);
        if (received is null)
        {
            return [];
        }

        var duties = new List<DutyClock>();
        foreach (var run in StageRun.All(history, events, received))
        {
            AddDuties(duties, new RunClock(history, run, asAt));
        }

        return duties;
    }

    /// <summary>Events of one day keep their places, save that those with a time come in the order of their times.</summary>
    private static IEnumerable<ClockEvent> ByTheHour(IEnumerable<ClockEvent> day)
    {
        var timed = new Queue<ClockEvent>(day.Where(e => e.At is not null).OrderBy(e => e.At));
        return day.Select(e => e.At is null ? e : timed.Dequeue());
    }

    private static void AddDuties(List<DutyClock> duties, RunClock clock)
    {
        foreach (var rule in clock.Run.Rules)
        {
            Add(duties, clock.Of(rule));
            foreach (var follower in clock.Followers(rule))
            {
                Add(duties, follower);
            }
        }
    }

    /// <summary>Numbers the duty after those of its name already found at its stage.</summary>
    private static void Add(List<DutyClock> duties, DutyClock duty) =>
        duties.Add(duty with { Occurrence = 1 + duties.Count(d => d.Duty == duty.Duty && d.Stage == duty.Stage) });
}
