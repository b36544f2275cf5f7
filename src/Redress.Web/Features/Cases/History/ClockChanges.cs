using Redress.Core.Cases;
using Redress.Core.Clocks;

namespace Redress.Web.Features.Cases.History;

/// <summary>A duty before and after something that works the clocks out again: a correction, a newer calendar, a refusal overturned.</summary>
internal sealed record ClockChange(DutyClock Before, DutyClock After);

/// <summary>Which clocks such an event changed. Both verdicts stay to be seen.</summary>
internal static class ClockChanges
{
    /// <summary>The duties whose date or verdict the event changed, as they stood on the day it was recorded.</summary>
    public static IReadOnlyList<ClockChange> By(RecordedEvent recorded, Case whole, Rules rules)
    {
        if (recorded.Event is not (Corrected or CalendarAdopted or Reinstated))
        {
            return [];
        }

        var before = ClocksAfter(recorded.Sequence - 1, recorded, whole, rules);
        var after = ClocksAfter(recorded.Sequence, recorded, whole, rules);
        return
        [
            .. after
                .Select(clock => (Before: before.FirstOrDefault(other => IsSame(clock, other)), After: clock))
                .Where(pair => pair.Before is { } old && (old.Due, old.Verdict) != (pair.After.Due, pair.After.Verdict))
                .Select(pair => new ClockChange(pair.Before!, pair.After)),
        ];
    }

    private static IReadOnlyList<DutyClock> ClocksAfter(int sequence, RecordedEvent at, Case whole, Rules rules) =>
        CaseClocks.Of(Case.Fold(whole.Id, whole.History.Take(sequence)), rules, at.Event.On);

    private static bool IsSame(DutyClock one, DutyClock other) =>
        (one.Duty, one.Stage, one.Occurrence) == (other.Duty, other.Stage, other.Occurrence);
}
