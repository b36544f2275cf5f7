using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>
/// Requests for stages that were plainly reached though nothing says when they were asked for: the first day anything
/// is known of the stage stands in, as it does for an imported case, and is marked as assumed.
/// </summary>
internal static class AssumedRequests
{
    /// <summary>The events and a request for each stage after the first that has acts of its own and none before them.</summary>
    /// <param name="events">In order of their days.</param>
    /// <param name="first">The number of the first stage, which nobody asks for.</param>
    public static List<ClockEvent> AddTo(List<ClockEvent> events, int first)
    {
        var told = events;
        for (var stage = told.Select(e => e.Stage).Append(first).Max(); stage > first; stage--)
        {
            var leaving = stage - 1;
            if (
                !told.Exists(e => e.Kind == ClockEventKind.EscalationRequested && e.Stage == leaving)
                && told.Find(e => e.Stage == stage && ShowsItsStage(e.Kind)) is { } act
            )
            {
                var request = new ClockEvent(ClockEventKind.EscalationRequested, act.On)
                {
                    Stage = leaving,
                    Assumed = true,
                    Edition = act.Edition,
                };
                told = [.. told.Prepend(request).OrderBy(e => e.On)];
            }
        }

        return told;
    }

    private static bool ShowsItsStage(ClockEventKind kind) =>
        kind
            is ClockEventKind.Acknowledged
                or ClockEventKind.Contacted
                or ClockEventKind.ContactDeclined
                or ClockEventKind.HoldingLetter
                or ClockEventKind.HearingNotified
                or ClockEventKind.Extended
                or ClockEventKind.Responded
                or ClockEventKind.EscalationRequested;
}
