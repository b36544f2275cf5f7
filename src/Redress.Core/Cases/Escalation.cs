namespace Redress.Core.Cases;

/// <summary>A resident's request for the next stage.</summary>
/// <param name="On">The day they asked.</param>
/// <param name="Reason">Why, if they said: they need not.</param>
public sealed record EscalationRequest(DateOnly On, string? Reason = null);

/// <summary>Why a case cannot go to the next stage.</summary>
public enum CannotEscalate
{
    /// <summary>The stage it has reached is not answered.</summary>
    NotAnswered,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before the answer.</summary>
    BeforeTheAnswer,

    /// <summary>The procedure in force that day has no further stage.</summary>
    NoFurtherStage,
}

/// <summary>
/// Going to the next stage once the one before is answered, also when the case was closed with that answer. The new
/// stage keeps the procedure in force on the day it was asked for, whatever the case was received under (ruling 8).
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
        if (escalated.CurrentStage.RespondedOn is not { } respondedOn || escalated.WithdrawnOn is not null)
        {
            return CannotEscalate.NotAnswered;
        }

        if (request.On > today)
        {
            return CannotEscalate.InTheFuture;
        }

        if (request.On < respondedOn)
        {
            return CannotEscalate.BeforeTheAnswer;
        }

        var procedure = rules.InForce(escalated.Kind, request.On);
        if (procedure?.For(escalated.Kind)?.Stage(escalated.Stage + 1) is null)
        {
            return CannotEscalate.NoFurtherStage;
        }

        var events = new List<CaseEvent>
        {
            new EscalationRequested(request.On, escalated.Stage, procedure.Id, Words.From(request.Reason)),
        };
        var newest = rules.NewestEdition(escalated.CalendarId);
        if (newest > escalated.CalendarEdition)
        {
            // Closed cases do not adopt editions, so one that opens again catches up.
            events.Add(new CalendarAdopted(today, escalated.CalendarId, newest));
        }

        return events;
    }
}
