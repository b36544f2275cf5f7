using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>
/// One passage of a case through a stage: from the day it was asked for until it is asked for again after a refusal.
/// </summary>
internal sealed record StageRun(
    Procedure Procedure,
    int? Stage,
    IReadOnlyList<DutyRule> Rules,
    ClockEvent Start,
    DateOnly ReceivedOn,
    IReadOnlyList<ClockEvent> Events,
    ClockEvent? Ended
)
{
    /// <summary>
    /// The stage that a refusal of the complaint itself leaves, where a refusal of stage 2 leaves stage 1: nobody asked for
    /// the first stage, and refused, it is not gone through.
    /// </summary>
    public const int BeforeTheFirst = 0;

    /// <summary>Every passage, in order of stage.</summary>
    public static IEnumerable<StageRun> All(ClockHistory history, List<ClockEvent> events, ClockEvent received)
    {
        var opening = history.ProcedureFor(1) ?? history.ProcedureFor(0);
        if (opening?.For(history.Kind) is not { } kind)
        {
            yield break;
        }

        if (kind.Duties.Count > 0)
        {
            yield return Passage(opening, null, kind.Duties, received, null, null);
        }

        var stage = kind.Stages is [var first, ..] ? first.Number : int.MaxValue;
        events = AssumedRequests.AddTo(events, stage);
        var refused = events.Find(e => e.Kind == ClockEventKind.EscalationRefused && e.Stage == BeforeTheFirst);
        List<(ClockEvent Start, ClockEvent? Refused)> starts = [(received, stage > BeforeTheFirst ? refused : null)];
        while (history.ProcedureFor(stage) is { } procedure && procedure.For(history.Kind)?.Stage(stage) is { } rules)
        {
            for (var i = 0; i < starts.Count; i++)
            {
                var next = i + 1 < starts.Count ? starts[i + 1].Start : null;
                yield return Passage(procedure, stage, rules.Duties, starts[i].Start, next, starts[i].Refused);
            }

            starts = Requests(events, stage, starts[0].Start.On);
            if (starts.Count == 0)
            {
                yield break;
            }

            stage++;
        }

        StageRun Passage(
            Procedure procedure,
            int? at,
            IReadOnlyList<DutyRule> rules,
            ClockEvent start,
            ClockEvent? next,
            ClockEvent? refused
        ) =>
            new(
                procedure,
                at,
                rules,
                start,
                received.On,
                events.FindAll(e =>
                    (at is null || e.Stage == at) && e.On >= start.On && (next is null || e.On < next.On)
                ),
                EarlierOf(refused, events.Find(e => IsWithdrawal(e) && e.On >= start.On))
            );
    }

    /// <summary>Whether nothing is owed from then on because the resident wants no complaint any more (ruling 16).</summary>
    private static bool IsWithdrawal(ClockEvent e) =>
        e.Kind is ClockEventKind.Withdrawn or ClockEventKind.BecameServiceRequest;

    /// <summary>Requests to leave a stage. A repeated request starts nothing new unless the one before was refused.</summary>
    private static List<(ClockEvent Start, ClockEvent? Refused)> Requests(
        List<ClockEvent> events,
        int leaving,
        DateOnly since
    )
    {
        var requests = new List<(ClockEvent Start, ClockEvent? Refused)>();
        foreach (var e in events.Where(e => e.Stage == leaving && e.On >= since))
        {
            if (
                e.Kind == ClockEventKind.EscalationRequested
                && (requests.Count == 0 || requests[^1].Refused is not null)
            )
            {
                requests.Add((e, null));
            }
            else if (e.Kind == ClockEventKind.EscalationRefused && requests is [.., { Refused: null } last])
            {
                requests[^1] = (last.Start, e);
            }
        }

        return requests;
    }

    private static ClockEvent? EarlierOf(ClockEvent? a, ClockEvent? b) =>
        a is null ? b
        : b is null || a.On <= b.On ? a
        : b;
}
