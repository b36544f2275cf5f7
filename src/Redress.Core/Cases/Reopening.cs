namespace Redress.Core.Cases;

/// <summary>Why a case cannot be reopened.</summary>
public enum CannotReopen
{
    /// <summary>It is not closed; or it was refused, and is accepted after all instead.</summary>
    NotClosed,

    /// <summary>No reason was given.</summary>
    NoReason,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before the closure.</summary>
    BeforeTheClosure,
}

/// <summary>
/// Opening a case again that was closed by mistake, or a complaint whose resident had agreed to a service request and wants
/// it after all, on the day it was first received, with its clocks as if they had not agreed (rulings 2 and 10). It is where it was before, answered or withdrawn, and every verdict
/// stays: nothing that was late becomes in time.
/// </summary>
public static class Reopening
{
    /// <summary>
    /// Closed cases adopt no calendar, so one that opens again catches up. Where nobody has it, as imported ones that were
    /// over may, whoever opens it again has it, unless they may have no part in its stage: then it waits to be assigned.
    /// </summary>
    /// <param name="reopened">The case.</param>
    /// <param name="on">The day.</param>
    /// <param name="reason">Why it was a mistake to close it.</param>
    /// <param name="by">Who opens it again.</param>
    /// <param name="rules">The landlord's rules.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotReopen> Decide(
        Case reopened,
        DateOnly on,
        string? reason,
        string by,
        Rules rules,
        DateOnly today
    )
    {
        if (reopened is not { Status: CaseStatus.Closed or CaseStatus.ServiceRequest, ClosedOn: { } closedOn })
        {
            return CannotReopen.NotClosed;
        }

        if (Words.From(reason) is not { } why)
        {
            return CannotReopen.NoReason;
        }

        if (on > today)
        {
            return CannotReopen.InTheFuture;
        }

        if (on < closedOn)
        {
            return CannotReopen.BeforeTheClosure;
        }

        var events = new List<CaseEvent> { new Reopened(on, why) };
        if (CalendarAdoption.Newest(reopened, rules, today) is { } adopted)
        {
            events.Add(adopted);
        }

        if (
            reopened.Owner is null
            && !reopened.IsAbout(by)
            && Sealing.MayHave(reopened, by)
            && !Deciders.BarredFrom(reopened).Contains(by)
            && Independence.Against(reopened, reopened.Stage, reopened.CurrentStage.ProcedureId, by, rules, today).Count
                == 0
        )
        {
            events.Add(new Assigned(today, reopened.Stage, by));
        }

        return events;
    }
}
