namespace Redress.Core.Staff;

/// <summary>How long somebody is away, and who covers.</summary>
/// <param name="From">The day they were asked about, or the first day away after it.</param>
/// <param name="Until">
/// The last of the days away that follow on each other from then, whatever the reasons: a holiday that ends on the day before
/// a day off ends with that. None where nobody knows, or where it is more than ten years away.
/// </param>
/// <param name="Cover">Who covers on the first of them, by id; none where nobody does.</param>
public sealed record Away(DateOnly From, DateOnly? Until, string? Cover)
{
    private const int AsGoodAsOpen = 3653;

    /// <summary>Whether somebody is away on a day; none where they are at work.</summary>
    public static Away? On(IReadOnlyList<TimeAway> times, DateOnly day)
    {
        // Whoever covers a holiday is nearer to it than whoever shares the job all year.
        var holding = times.Where(time => time.Holds(day)).OrderByDescending(time => time.IsEveryDay).ToList();
        return holding.Count == 0
            ? null
            : new Away(day, LastOf(times, day), holding.Find(time => time.Cover is not null)?.Cover);
    }

    /// <summary>The first time somebody is away between two days, both included; none where they are at work on all of them.</summary>
    public static Away? Between(IReadOnlyList<TimeAway> times, DateOnly first, DateOnly last) =>
        Enumerable
            .Range(0, last.DayNumber - first.DayNumber + 1)
            .Select(after => On(times, first.AddDays(after)))
            .FirstOrDefault(away => away is not null);

    private static DateOnly? LastOf(IReadOnlyList<TimeAway> times, DateOnly from)
    {
        var last = from;
        while (last.DayNumber - from.DayNumber < AsGoodAsOpen)
        {
            var next = last.AddDays(1);
            var holding = times.Where(time => time.Holds(next)).ToList();
            if (holding.Count == 0)
            {
                return last;
            }

            if (holding.Exists(time => time is { Until: null, IsEveryDay: true }))
            {
                return null;
            }

            last = next;
        }

        return null;
    }
}
