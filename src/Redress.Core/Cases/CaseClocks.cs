using Redress.Core.Clocks;
using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>The clocks of a case: what its history says, as corrected, in the terms a clock understands.</summary>
public static class CaseClocks
{
    /// <summary>Every duty of the case as it stood at the end of a day.</summary>
    public static IReadOnlyList<DutyClock> Of(Case clocked, Rules rules, DateOnly asAt) =>
        Clocks.Clocks.Of(HistoryOf(clocked, rules), asAt);

    /// <summary>What the clocks are worked out from.</summary>
    public static ClockHistory HistoryOf(Case clocked, Rules rules) =>
        new(
            clocked.Kind,
            [.. Events(clocked), .. FormalStage(clocked, rules)],
            stage => Procedure(clocked, rules, stage),
            edition => rules.Calendar(clocked.CalendarId, edition ?? clocked.CalendarEdition)
        )
        {
            Closures = rules.Closures,
        };

    /// <summary>A stage 0, where an old procedure has one, is under the procedure the case was received under.</summary>
    private static Procedure? Procedure(Case clocked, Rules rules, int stage) =>
        (stage == 0 ? clocked.Stages[0] : clocked.FindStage(stage)) is { } record
            ? rules.Find(record.ProcedureId)
            : null;

    /// <summary>
    /// Under an old procedure with a stage 0 nothing says when stage 1 was asked for. Where it was reached at all, it is
    /// taken to begin on the day stage 0 was answered, or else on the day of receipt.
    /// </summary>
    private static IEnumerable<ClockEvent> FormalStage(Case clocked, Rules rules)
    {
        var hasInformalStage = Procedure(clocked, rules, 0)?.For(clocked.Kind)?.Stage(0) is not null;
        if (hasInformalStage && clocked.History.Any(recorded => recorded.Event is StageEvent and not Assigned))
        {
            var begun = clocked.InformalStageAnsweredOn ?? clocked.ReceivedOn;
            yield return new(ClockEventKind.EscalationRequested, begun) { Stage = 0 };
        }
    }

    /// <summary>
    /// Each event with the calendar edition the case held when it was recorded, so that a duty already met is not
    /// moved by an edition adopted later.
    /// </summary>
    private static List<ClockEvent> Events(Case clocked)
    {
        var events = new List<ClockEvent>();
        var edition = 0;
        foreach (var recorded in clocked.History)
        {
            switch (recorded.Event)
            {
                case Received received:
                    edition = received.CalendarEdition;
                    break;
                case CalendarAdopted adopted:
                    edition = adopted.Edition;
                    break;
                case Corrected corrected:
                    Correct(events, corrected);
                    break;
                case Reinstated:
                    // As if it had never been refused: no Code stops a clock meanwhile (ruling 2).
                    events.RemoveAll(e =>
                        e is { Kind: ClockEventKind.EscalationRefused, Stage: StageRun.BeforeTheFirst }
                    );
                    break;
                case Reopened:
                    // Nor where the resident wants the complaint after all.
                    events.RemoveAll(e => e.Kind == ClockEventKind.BecameServiceRequest);
                    break;
            }

            if (Event(recorded.Event) is { } clockEvent)
            {
                events.Add(clockEvent with { Edition = edition });
            }
        }

        return events;
    }

    /// <summary>Puts the corrected day in place of the one recorded, and leaves the rest of the event as it was.</summary>
    /// <exception cref="InvalidOperationException">That day was never recorded: history is damaged.</exception>
    private static void Correct(List<ClockEvent> events, Corrected corrected)
    {
        var kind = corrected.Fact switch
        {
            CorrectableFact.ReceivedOn => ClockEventKind.Received,
            CorrectableFact.AcknowledgedOn => ClockEventKind.Acknowledged,
            _ => ClockEventKind.Responded,
        };
        var index = events.FindIndex(e =>
            e.Kind == kind && e.On == corrected.OldValue && (corrected.Stage ?? e.Stage) == e.Stage
        );
        if (index < 0)
        {
            throw new InvalidOperationException(
                $"History is damaged: it corrects {corrected.Fact} from {corrected.OldValue:yyyy-MM-dd}, which it does not hold."
            );
        }

        events[index] = events[index] with { On = corrected.NewValue };
    }

    private static ClockEvent? Event(CaseEvent happened) =>
        happened switch
        {
            Received e => new(ClockEventKind.Received, e.On) { At = e.At },
            Logged e => new(ClockEventKind.Logged, e.On),
            Acknowledged e => Staged(ClockEventKind.Acknowledged, e),
            Contacted { Result: ContactResult.Spoke } e => Staged(ClockEventKind.Contacted, e) with
            {
                At = e.At,
                InPerson = e.How.IsInPerson(),
            },
            ContactDeclined e => Staged(ClockEventKind.ContactDeclined, e),
            HoldingLetterSent e => Staged(ClockEventKind.HoldingLetter, e) with { Until = e.Until },
            HearingNotified e => Staged(ClockEventKind.HearingNotified, e) with { HearingOn = e.HearingOn },
            Extended e => Staged(ClockEventKind.Extended, e) with
            {
                Until = e.Until,
                ToldOn = e.ToldOn,
                Facts = [.. RecordedFacts(e)],
                Assumed = e.Assumed,
            },
            Responded e => Staged(ClockEventKind.Responded, e),
            AnswerArrived e => Staged(ClockEventKind.AnswerArrived, e),
            InformalStageAnswered e => new(ClockEventKind.Responded, e.On) { Stage = 0 },
            EscalationRequested e => new(ClockEventKind.EscalationRequested, e.On) { Stage = e.FromStage },
            EscalationRefused e => new(ClockEventKind.EscalationRefused, e.On) { Stage = e.FromStage },
            Refused e => new(ClockEventKind.EscalationRefused, e.On) { Stage = StageRun.BeforeTheFirst },
            Paused e => Staged(ClockEventKind.Paused, e),
            Resumed e => Staged(ClockEventKind.Resumed, e),
            Withdrawn e => new(ClockEventKind.Withdrawn, e.On),
            ServiceRequestAgreed e => new(ClockEventKind.BecameServiceRequest, e.On),
            Closed e => new(ClockEventKind.Closed, e.On),
            Relayed e => new(ClockEventKind.Relayed, e.On),
            Filed e => new(ClockEventKind.Filed, e.On),
            _ => null,
        };

    private static ClockEvent Staged(ClockEventKind kind, StageEvent happened) =>
        new(kind, happened.On) { Stage = happened.Stage };

    private static IEnumerable<ExtensionFact> RecordedFacts(Extended extended)
    {
        if (extended.InWriting)
        {
            yield return ExtensionFact.InWriting;
        }

        if (extended.Reason is not null)
        {
            yield return ExtensionFact.Reason;
        }

        if (extended.OmbudsmanDetails)
        {
            yield return ExtensionFact.OmbudsmanDetails;
        }

        if (extended.Agreed)
        {
            yield return ExtensionFact.Agreed;
        }

        if (extended.ApprovedBy is not null)
        {
            yield return ExtensionFact.ApprovedBy;
        }
    }
}
