namespace Redress.Core.Cases;

/// <summary>What one stage of a case has come to. It applies the events of its own stage.</summary>
public sealed class StageRecord
{
    internal StageRecord(int number, string procedureId, DateOnly startedOn) =>
        (Number, ProcedureId, StartedOn) = (number, procedureId, startedOn);

    /// <summary>Its number, or 0 for a case of a kind that has no stages.</summary>
    public int Number { get; }

    /// <summary>The procedure in force when the stage was asked for, which it keeps (ruling 8).</summary>
    public string ProcedureId { get; }

    /// <summary>The day the case was received, or the next stage asked for.</summary>
    public DateOnly StartedOn { get; private set; }

    /// <summary>Who answers for it; none until it is assigned.</summary>
    public string? Handler { get; private set; }

    /// <summary>Their team, if one was named.</summary>
    public string? Team { get; private set; }

    /// <summary>The day the acknowledgement was sent.</summary>
    public DateOnly? AcknowledgedOn { get; private set; }

    /// <summary>The day the resident was first spoken to.</summary>
    public DateOnly? SpokenToOn { get; private set; }

    /// <summary>The day the resident said that no contact was wanted.</summary>
    public DateOnly? ContactDeclinedOn { get; private set; }

    /// <summary>The latest date promised for the answer, valid or not.</summary>
    public DateOnly? PromisedBy { get; private set; }

    /// <summary>The day of the hearing, once notice of it was given.</summary>
    public DateOnly? HearingOn { get; private set; }

    /// <summary>The day the first answer was sent. A second answer to the same stage does not move it.</summary>
    public DateOnly? RespondedOn { get; private set; }

    /// <summary>The day the resident had the answer in hand, where that was recorded.</summary>
    public DateOnly? AnswerArrivedOn { get; private set; }

    /// <summary>The finding of its latest answer.</summary>
    public Finding? Outcome { get; private set; }

    /// <summary>What somebody whose limit covers it approved to be paid, in pounds; none where nobody did.</summary>
    public decimal? Approved { get; private set; }

    /// <summary>The day since which its clock is stopped; none while it runs.</summary>
    public DateOnly? PausedOn { get; private set; }

    /// <summary>The day the stage was refused.</summary>
    public DateOnly? RefusedOn { get; private set; }

    /// <summary>Who may not have the stage has it no longer: it waits to be assigned.</summary>
    internal void TakeFrom(string person) => (Handler, Team) = Handler == person ? (null, null) : (Handler, Team);

    internal void Apply(StageEvent happened)
    {
        switch (happened)
        {
            case Assigned assigned:
                (Handler, Team) = (assigned.Handler, assigned.Team);
                break;
            case Acknowledged:
                AcknowledgedOn ??= happened.On;
                break;
            case Contacted { Result: ContactResult.Spoke }:
                SpokenToOn ??= happened.On;
                break;
            case Contacted:
                break;
            case ContactDeclined:
                ContactDeclinedOn ??= happened.On;
                break;
            case HoldingLetterSent letter:
                PromisedBy = letter.Until;
                break;
            case Extended extended:
                PromisedBy = extended.Until;
                break;
            case HearingNotified notified:
                HearingOn = notified.HearingOn;
                break;
            case Responded responded:
                RespondedOn ??= responded.On;
                Outcome = responded.Outcome ?? Outcome;
                break;
            case SettlementApproved settlement:
                Approved = settlement.Amount;
                break;
            case AnswerArrived:
                AnswerArrivedOn = happened.On;
                break;
            case AnswerCorrected:
                break;
            case Paused:
                PausedOn = happened.On;
                break;
            case Resumed:
                PausedOn = null;
                break;
            default:
                throw new InvalidOperationException($"A stage does not know {happened.GetType().Name}.");
        }
    }

    internal void Apply(EscalationRefused refused) => RefusedOn = refused.On;

    internal void Apply(Corrected corrected)
    {
        switch (corrected.Fact)
        {
            case CorrectableFact.ReceivedOn:
                StartedOn = corrected.NewValue;
                break;
            case CorrectableFact.AcknowledgedOn:
                AcknowledgedOn = corrected.NewValue;
                break;
            case CorrectableFact.RespondedOn:
                RespondedOn = corrected.NewValue;
                break;
        }
    }
}
