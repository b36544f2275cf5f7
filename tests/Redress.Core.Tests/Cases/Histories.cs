using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Core.Tests.Cases;

/// <summary>Starting points, made by recording what happened before.</summary>
internal static class Histories
{
    public static readonly DateTime Noon = new(2025, 4, 14, 12, 0, 0, DateTimeKind.Utc);

    public static Received Received(DateOnly on, CaseKind kind = CaseKind.Complaint) =>
        new(on, kind, "R-1", "code-2024", "england-and-wales", 1, Channel.Phone);

    public static Case CaseOf(params IEnumerable<CaseEvent> events) => Case.Fold("c1", Recorded(events));

    public static IEnumerable<RecordedEvent> Recorded(params IEnumerable<CaseEvent> events) =>
        events.Select((happened, index) => new RecordedEvent(index + 1, happened, Noon, "amira"));

    /// <summary>Records what a decision said, by the person named.</summary>
    public static Case Then(this Case before, IEnumerable<CaseEvent> events, string who = "amira")
    {
        foreach (var happened in events)
        {
            before.Apply(new RecordedEvent(before.Version + 1, happened, Noon, who));
        }

        return before;
    }
}
