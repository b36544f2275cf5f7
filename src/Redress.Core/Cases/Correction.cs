namespace Redress.Core.Cases;

/// <summary>A recorded day that is wrong.</summary>
/// <param name="Fact">Which day.</param>
/// <param name="NewValue">The day as it should be.</param>
/// <param name="Reason">How the mistake came about.</param>
/// <param name="Evidence">What shows the right day.</param>
/// <param name="Stage">The stage it belongs to; left out for the day of receipt.</param>
public sealed record CorrectionRequest(
    CorrectableFact Fact,
    DateOnly NewValue,
    string? Reason,
    string? Evidence,
    int? Stage = null
);

/// <summary>Why a correction cannot be proposed.</summary>
public enum CannotProposeCorrection
{
    /// <summary>Another correction of this case waits for a second person.</summary>
    AnotherIsWaiting,

    /// <summary>No such day is recorded.</summary>
    NothingToCorrect,

    /// <summary>The day is recorded so already.</summary>
    SameDay,

    /// <summary>No reason was given.</summary>
    NoReason,

    /// <summary>Nothing shows the right day.</summary>
    NoEvidence,

    /// <summary>The new day has not come yet.</summary>
    InTheFuture,

    /// <summary>The new day would put what happened out of order.</summary>
    OutOfOrder,

    /// <summary>Another procedure was in force on the new day of receipt.</summary>
    AnotherProcedureWasInForce,
}

/// <summary>Why a correction cannot be agreed to.</summary>
public enum CannotAgreeToCorrection
{
    /// <summary>Nothing was proposed.</summary>
    NothingProposed,

    /// <summary>The same person proposed it: a second one must agree.</summary>
    ProposedByThemselves,

    /// <summary>Something recorded since would be put out of order.</summary>
    OutOfOrder,

    /// <summary>The day to be corrected is not the one recorded now: the stage it belonged to began again.</summary>
    NoLongerRecorded,
}

/// <summary>Why a correction cannot be rejected.</summary>
public enum CannotRejectCorrection
{
    /// <summary>Nothing was proposed.</summary>
    NothingProposed,

    /// <summary>No reason was given.</summary>
    NoReason,
}

/// <summary>
/// Mending a day that was recorded wrongly, with evidence and a second person (ruling 19). Verdicts are worked out
/// again, and both days stay in history.
/// </summary>
public static class Correction
{
    /// <summary>Says what is wrong. Nothing changes yet.</summary>
    public static Decision<CannotProposeCorrection> Propose(
        Case corrected,
        CorrectionRequest request,
        Rules rules,
        DateOnly today
    )
    {
        if (corrected.PendingCorrection is not null)
        {
            return CannotProposeCorrection.AnotherIsWaiting;
        }

        int? stage = request.Fact == CorrectableFact.ReceivedOn ? null : request.Stage ?? corrected.Stage;
        if (Recorded(corrected, request.Fact, stage) is not { } oldValue)
        {
            return CannotProposeCorrection.NothingToCorrect;
        }

        if (oldValue == request.NewValue)
        {
            return CannotProposeCorrection.SameDay;
        }

        if (Words.From(request.Reason) is not { } reason)
        {
            return CannotProposeCorrection.NoReason;
        }

        if (Words.From(request.Evidence) is not { } evidence)
        {
            return CannotProposeCorrection.NoEvidence;
        }

        if (request.NewValue > today)
        {
            return CannotProposeCorrection.InTheFuture;
        }

        if (!KeepsOrder(corrected, request.Fact, stage, request.NewValue))
        {
            return CannotProposeCorrection.OutOfOrder;
        }

        if (request.Fact == CorrectableFact.ReceivedOn && !KeepsProcedure(corrected, request.NewValue, rules))
        {
            return CannotProposeCorrection.AnotherProcedureWasInForce;
        }

        return new CorrectionProposed(today, request.Fact, oldValue, request.NewValue, reason, evidence, stage);
    }

    /// <summary>A second person agrees, and the day is corrected.</summary>
    public static Decision<CannotAgreeToCorrection> Agree(Case corrected, string agreedBy, DateOnly today)
    {
        if (corrected.PendingCorrection is not { } pending)
        {
            return CannotAgreeToCorrection.NothingProposed;
        }

        if (agreedBy == pending.ProposedBy)
        {
            return CannotAgreeToCorrection.ProposedByThemselves;
        }

        var (fact, stage) = (pending.Proposed.Fact, pending.Proposed.Stage);
        var (oldValue, newValue) = (pending.Proposed.OldValue, pending.Proposed.NewValue);
        if (Recorded(corrected, fact, stage) != oldValue)
        {
            return CannotAgreeToCorrection.NoLongerRecorded;
        }

        if (!KeepsOrder(corrected, fact, stage, newValue))
        {
            return CannotAgreeToCorrection.OutOfOrder;
        }

        return new Corrected(today, pending.Proposal, fact, oldValue, newValue, stage);
    }

    /// <summary>Turns a proposal down; whoever made it may take it back this way too.</summary>
    public static Decision<CannotRejectCorrection> Reject(Case corrected, string? reason, DateOnly today)
    {
        if (corrected.PendingCorrection is not { } pending)
        {
            return CannotRejectCorrection.NothingProposed;
        }

        if (Words.From(reason) is not { } why)
        {
            return CannotRejectCorrection.NoReason;
        }

        return new CorrectionRejected(today, pending.Proposal, why);
    }

    private static DateOnly? Recorded(Case corrected, CorrectableFact fact, int? stage) =>
        (fact, corrected.FindStage(stage ?? corrected.Stage)) switch
        {
            (CorrectableFact.ReceivedOn, _) => corrected.ReceivedOn,
            (CorrectableFact.AcknowledgedOn, { } record) => record.AcknowledgedOn,
            (CorrectableFact.RespondedOn, { } record) => record.RespondedOn,
            _ => null,
        };

    /// <summary>
    /// Received, then acknowledged, then answered, then the next stage or the end. Days that are not recorded put no
    /// bound; the same day is in order.
    /// </summary>
    private static bool KeepsOrder(Case corrected, CorrectableFact fact, int? number, DateOnly day)
    {
        var stage = corrected.FindStage(number ?? corrected.Stages[0].Number)!;
        DateOnly?[] after =
        [
            stage.RespondedOn,
            corrected.FindStage(stage.Number + 1)?.StartedOn,
            corrected.WithdrawnOn,
            corrected.ClosedOn,
        ];

        return fact switch
        {
            CorrectableFact.ReceivedOn => !(day > corrected.LoggedOn)
                && !(day > stage.AcknowledgedOn)
                && !after.Any(later => day > later)
                && !DoneOtherwise(corrected, stage.Number).Any(doneOn => day > doneOn),
            CorrectableFact.AcknowledgedOn => day >= stage.StartedOn && !after.Any(later => day > later),
            _ => day >= (stage.AcknowledgedOn ?? stage.StartedOn) && !after.Skip(1).Any(later => day > later),
        };
    }

    /// <summary>The days of all that was done at a stage but its acknowledgement and answer, which stand in its record.</summary>
    private static IEnumerable<DateOnly?> DoneOtherwise(Case corrected, int stage) =>
        corrected
            .History.Select(recorded => recorded.Event)
            .OfType<StageEvent>()
            .Where(done => done.Stage == stage && done is not (Acknowledged or Responded))
            .Select(done => done is Extended extended ? extended.ToldOn : done.On);

    /// <summary>
    /// The first stage keeps its procedure, so a day moves only to one on which that same procedure applied. One that
    /// applied by no rule, but was named by imported records, must have been in force.
    /// </summary>
    private static bool KeepsProcedure(Case corrected, DateOnly receivedOn, Rules rules)
    {
        var kept = corrected.Stages[0].ProcedureId;
        return rules.InForce(corrected.Kind, corrected.ReceivedOn)?.Id == kept
            ? rules.InForce(corrected.Kind, receivedOn)?.Id == kept
            : rules.Find(kept)?.IsInForce(receivedOn) == true;
    }
}
