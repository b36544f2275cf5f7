namespace Redress.Core.Calendar;

/// <summary>The last day on which something is in time, with everything that made it so.</summary>
/// <param name="From">The day of the event: day 0, not counted.</param>
/// <param name="Within">How long there was.</param>
/// <param name="Due">The last day that is in time, included.</param>
/// <param name="CalendarId">The calendar the days were counted on.</param>
/// <param name="Edition">Which edition of it.</param>
/// <param name="Skipped">The days passed over, in order; none for limits that count every day.</param>
/// <param name="Explanation">The same in a sentence or two, for anybody to read.</param>
public sealed record Deadline(
    DateOnly From,
    Limit Within,
    DateOnly Due,
    string CalendarId,
    int Edition,
    IReadOnlyList<SkippedDay> Skipped,
    string Explanation
)
{
    /// <summary>The last instant that is in time, in UTC, where hours were counted from a known time of day.</summary>
    public DateTime? DueAt { get; init; }
}
