namespace Redress.Core.Staff;

/// <summary>Why somebody cannot be marked as away.</summary>
public enum CannotMarkAway
{
    /// <summary>The last day is before the first.</summary>
    EndsBeforeItBegins,

    /// <summary>The last day has passed: whoever was away then could be given cases, and were.</summary>
    OverAlready,

    /// <summary>None of the days of the week it names is between the first day and the last.</summary>
    NoSuchDay,

    /// <summary>They are to cover for themselves.</summary>
    CoversThemselves,
}

/// <summary>
/// Saying that somebody is away. It moves none of their cases: until they are handed over they stay theirs, and stand on the
/// list of cases to be covered.
/// </summary>
public static class MarkingAway
{
    /// <summary>Why not, if it cannot be. That they are away for another reason too is no hindrance.</summary>
    /// <param name="person">Who is away, by id.</param>
    /// <param name="time">When, and who covers.</param>
    /// <param name="today">Today.</param>
    public static CannotMarkAway? Decide(string person, TimeAway time, DateOnly today)
    {
        if (time.Until < time.From)
        {
            return CannotMarkAway.EndsBeforeItBegins;
        }

        if (time.Until < today)
        {
            return CannotMarkAway.OverAlready;
        }

        if (time.Until is { } until && !Enumerable.Range(0, 7).Any(after => Falls(time, after, until)))
        {
            return CannotMarkAway.NoSuchDay;
        }

        return time.Cover == person ? CannotMarkAway.CoversThemselves : null;
    }

    private static bool Falls(TimeAway time, int after, DateOnly until) =>
        after <= until.DayNumber - time.From.DayNumber && time.Holds(time.From.AddDays(after));
}
