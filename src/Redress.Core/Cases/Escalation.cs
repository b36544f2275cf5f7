using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>A resident's request for the next stage.</summary>
/// <param name="On">The day they asked.</param>
/// <param name="Reason">Why, if they said: they need not.</param>
/// <param name="Handler">Who is to have the new stage, where the case has no owner to see that it is assigned; else not read.</param>
/// <param name="Override">Why the next stage is to begin though this one is not answered; left out where it is.</param>
/// <param name="ByResident">
/// True where the resident asks themself: with nobody there to have it, it still counts, and waits to be assigned.
/// </param>
public sealed record EscalationRequest(
    DateOnly On,
    string? Reason = null,
    string? Handler = null,
    string? Override = null,
    bool ByResident = false
);

/// <summary>Why a case cannot go to the next stage.</summary>
public enum CannotEscalate
{
    /// <summary>
    /// The stage it has reached is not answered, and no reason is given for the next to begin all the same; or the case was
    /// withdrawn, refused or closed without an answer.
    /// </summary>
    NotAnswered,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before the answer, or before the stage that is left unanswered began.</summary>
    BeforeTheAnswer,

    /// <summary>The procedure in force that day has no further stage.</summary>
    NoFurtherStage,

    /// <summary>The case has no owner, as imported ones that were over may, and nobody is named to have it.</summary>
    NoHandler,

    /// <summary>Whoever is named to have the new stage decided an earlier one (ruling 12).</summary>
    DecidedAnEarlierStage,

    /// <summary>The complaint is about whoever is named to have the new stage.</summary>
    SubjectOfTheComplaint,

    /// <summary>The case is sealed, and whoever is named to have the new stage is not among those who see it for good.</summary>
    NotAReader,

    /// <summary>
    /// Whoever is named to have the new stage stands too near to what is complained of, or is not of the grade it asks for
    /// (<see cref="Independence"/>).
    /// </summary>
    NotIndependent,
}

/// <summary>
/// Going to the next stage once the one before is answered, also when the case was closed with that answer; before that
/// only with a recorded reason, and the clock of the stage left unanswered runs on. A late request is no bar here: whether
/// it is refused is weighed afterwards (<see cref="Refusal"/>). The new
/// stage keeps the procedure in force on the day it was asked for, whatever the case was received under (ruling 8).
/// Nobody has it until it is assigned, since whoever decided the stage before may not decide it (ruling 12).
/// </summary>
public static class Escalation
{
    /// <summary>The resident need not say why.</summary>
    public static Decision<CannotEscalate> Decide(
        Case escalated,
        EscalationRequest request,
        Rules rules,
        DateOnly today
    )
    {
        var stage = escalated.CurrentStage;
        var why = stage.RespondedOn is null ? Words.From(request.Override) : null;
        if (stage.RespondedOn is null ? escalated.IsOver || why is null : escalated.WithdrawnOn is not null)
        {
            return CannotEscalate.NotAnswered;
        }

        if (request.On > today)
        {
            return CannotEscalate.InTheFuture;
        }

        if (request.On < (stage.RespondedOn ?? stage.StartedOn))
        {
            return CannotEscalate.BeforeTheAnswer;
        }

        if (Next(escalated, rules, request.On) is not { } procedure)
        {
            return CannotEscalate.NoFurtherStage;
        }

        var handler = escalated.Owner is null && !string.IsNullOrWhiteSpace(request.Handler) ? request.Handler : null;
        if (escalated.Owner is null && handler is null && !request.ByResident && !WaitsForAnOwner(escalated))
        {
            return CannotEscalate.NoHandler;
        }

        if (escalated.IsAbout(handler))
        {
            return CannotEscalate.SubjectOfTheComplaint;
        }

        if (handler is not null && !Sealing.MayHave(escalated, handler))
        {
            return CannotEscalate.NotAReader;
        }

        if (handler is not null && Deciders.BarredFrom(escalated, escalated.Stage + 1).Contains(handler))
        {
            return CannotEscalate.DecidedAnEarlierStage;
        }

        if (handler is not null && !MayHaveNext(escalated, handler, rules, request.On, today))
        {
            return CannotEscalate.NotIndependent;
        }

        var events = new List<CaseEvent>
        {
            new EscalationRequested(
                request.On,
                escalated.Stage,
                procedure.Id,
                Words.From(request.Reason),
                Override: why
            ),
        };
        if (CalendarAdoption.Newest(escalated, rules, today) is { } adopted)
        {
            events.Add(adopted);
        }

        if (handler is not null)
        {
            events.Add(new Assigned(today, escalated.Stage + 1, handler));
        }

        return events;
    }

    /// <summary>
    /// Whether somebody may have the stage that comes next, were it asked for on a day: the complaint is not about them, they
    /// see the case, they decided no stage before, and nothing else speaks against it today, when they are given it.
    /// </summary>
    public static bool MayHaveNext(Case escalated, string person, Rules rules, DateOnly on, DateOnly today) =>
        !escalated.IsAbout(person)
        && Sealing.MayHave(escalated, person)
        && !Deciders.BarredFrom(escalated, escalated.Stage + 1).Contains(person)
        && Next(escalated, rules, on) is { } procedure
        && Independence.Against(escalated, escalated.Stage + 1, procedure.Id, person, rules, today).Count == 0;

    /// <summary>
    /// Whether the complaints team sees already that nobody has it, because it was said to be about whoever had it. A
    /// resident does not wait for them.
    /// </summary>
    private static bool WaitsForAnOwner(Case escalated) =>
        escalated.History.Any(recorded => recorded.Event is SubjectNamed);

    /// <summary>
    /// The procedure that the next stage would keep, were it asked for on a day; none where that has no further stage, so that
    /// the answer of the stage reached is final.
    /// </summary>
    public static Procedure? Next(Case escalated, Rules rules, DateOnly on) =>
        rules.InForce(escalated.Kind, on) is { } procedure
        && procedure.For(escalated.Kind)?.Stage(escalated.Stage + 1) is not null
            ? procedure
            : null;
}
