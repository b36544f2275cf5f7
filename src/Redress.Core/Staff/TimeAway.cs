namespace Redress.Core.Staff;

/// <summary>
/// Days on which somebody is not at work: a holiday, or the days of the week that a shift or a job-share leaves to somebody
/// else. Why is nobody's business here, and is not asked.
/// </summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, on which they are away too; none where nobody knows yet.</param>
/// <param name="Weekdays">Only on these days of the week; on every day where none is named.</param>
/// <param name="Cover">Who looks after their work meanwhile, by id; none where nobody does.</param>
public sealed record TimeAway(DateOnly From, DateOnly? Until, IReadOnlyList<DayOfWeek> Weekdays, string? Cover = null)
{
    /// <summary>Whether it is every day from the first to the last.</summary>
    public bool IsEveryDay => Weekdays.Count == 0;

    /// <summary>Whether they are away on a day.</summary>
    public bool Holds(DateOnly day) =>
        From <= day && (Until is null || day <= Until) && (IsEveryDay || Weekdays.Contains(day.DayOfWeek));

    /// <summary>Whether they are away at the same times, whoever covers.</summary>
    public bool IsAt(TimeAway other) =>
        From == other.From && Until == other.Until && Weekdays.ToHashSet().SetEquals(other.Weekdays);

    /// <summary>What is left of it once they are back on a day; nothing where it had not begun.</summary>
    public TimeAway? EndedBy(DateOnly back) =>
        From >= back ? null
        : Until < back ? this
        : this with { Until = back.AddDays(-1) };
}
