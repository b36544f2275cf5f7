using Redress.Core.Clocks;
using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>What staff can lawfully do next about a case.</summary>
public enum Step
{
    /// <summary>Name somebody to see to the stage it has reached.</summary>
    Assign,

    /// <summary>
    /// Set down what the complaint is and what the resident wants, before acknowledging, and again where they said that
    /// it is not what they said.
    /// </summary>
    Define,

    /// <summary>Send the acknowledgement.</summary>
    Acknowledge,

    /// <summary>Speak to or meet the resident.</summary>
    Contact,

    /// <summary>Send a holding letter.</summary>
    SendHoldingLetter,

    /// <summary>Give notice of the hearing or review meeting.</summary>
    GiveHearingNotice,

    /// <summary>Give every point its finding and reason, before answering.</summary>
    DecidePoints,

    /// <summary>Send the answer.</summary>
    Respond,

    /// <summary>Pass the praise on.</summary>
    Relay,

    /// <summary>Put the praise on file.</summary>
    File,

    /// <summary>Refer the matter on.</summary>
    Refer,

    /// <summary>See to the hazard.</summary>
    SeeToHazard,

    /// <summary>Wait: the resident may still ask for the next stage.</summary>
    AwaitResident,

    /// <summary>Close the case.</summary>
    Close,
}

/// <summary>The next lawful step for staff.</summary>
/// <param name="Step">What to do.</param>
/// <param name="Due">The last day for it, included; none where no clock runs.</param>
/// <param name="Duty">The duty it serves, if one.</param>
public sealed record NextStep(Step Step, DateOnly? Due = null, DutyName? Duty = null)
{
    /// <summary>The next step, or none once the case is closed, refused or agreed to be a service request.</summary>
    /// <param name="next">The case.</param>
    /// <param name="duties">Its duties as they stand today.</param>
    /// <param name="today">Today.</param>
    public static NextStep? For(Case next, IReadOnlyList<DutyClock> duties, DateOnly today)
    {
        var running = duties
            .Where(duty => (duty.Stage ?? next.Stage) == next.Stage && IsRunning(duty))
            .OrderBy(duty => duty.Due ?? DateOnly.MaxValue)
            .ToList();
        return next.Status switch
        {
            CaseStatus.Closed or CaseStatus.Refused or CaseStatus.ServiceRequest => null,
            CaseStatus.Withdrawn => new NextStep(Step.Close),
            CaseStatus.Answered => AfterTheAnswer(running, today),
            _ => WhileOpen(next, running, today),
        };
    }

    /// <summary>The step that meets a duty, once nothing is to be done before it.</summary>
    public static Step Meeting(DutyName duty) =>
        duty switch
        {
            DutyName.Acknowledge => Step.Acknowledge,
            DutyName.Contact => Step.Contact,
            DutyName.Hold => Step.SendHoldingLetter,
            DutyName.HearingNotice => Step.GiveHearingNotice,
            DutyName.Relay => Step.Relay,
            DutyName.File => Step.File,
            DutyName.Refer => Step.Refer,
            DutyName.Respond => Step.Respond,
            DutyName.RequestNextStage => Step.AwaitResident,
            _ => Step.SeeToHazard,
        };

    private static NextStep AfterTheAnswer(List<DutyClock> running, DateOnly today) =>
        running.Find(duty => duty.BelongsTo == BelongsTo.Resident && duty.Due >= today) is { } window
            ? new NextStep(Step.AwaitResident, window.Due, window.Duty)
            : new NextStep(Step.Close);

    /// <summary>
    /// The duty that falls due first, once somebody has the stage it belongs to. A holding letter is a step only when it
    /// can wait no longer.
    /// </summary>
    private static NextStep WhileOpen(Case next, List<DutyClock> running, DateOnly today)
    {
        var first = running.Find(duty =>
            duty.BelongsTo == BelongsTo.Landlord && (duty.Duty != DutyName.Hold || duty.Due <= today)
        );
        var step =
            next.CurrentStage.Handler is null ? Step.Assign
            : next.DefinitionDispute is { AnsweredOn: null } ? Step.Define
            : first is not null ? StepFor(next, first.Duty)
            : next.RelayedOn is not null || next.FiledOn is not null ? Step.Close
            : StepFor(next, DutyName.Respond);
        return new NextStep(step, first?.Due, first?.Duty);
    }

    private static Step StepFor(Case next, DutyName duty) =>
        duty switch
        {
            DutyName.Acknowledge when next is { Kind: CaseKind.Complaint, Definition: null } => Step.Define,
            DutyName.Respond when next.Points.Any(point => point.Finding is null) => Step.DecidePoints,
            _ => Meeting(duty),
        };

    private static bool IsRunning(DutyClock duty) => duty is { Met: null, EndedOn: null };
}
