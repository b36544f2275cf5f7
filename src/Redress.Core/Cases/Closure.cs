namespace Redress.Core.Cases;

/// <summary>Why a case cannot be closed.</summary>
public enum CannotClose
{
    /// <summary>It is closed, or was refused or agreed to be a service request and with that closed.</summary>
    AlreadyClosed,

    /// <summary>Nothing was done about it yet: it was neither answered nor withdrawn, nor was praise passed on.</summary>
    NothingDone,

    /// <summary>Its nature was not recorded.</summary>
    NoCategory,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before what was done.</summary>
    BeforeItsAction,
}

/// <summary>
/// Closing a case. A closed case always shows the day it was received, its nature, what was done and on which day.
/// Promises still open stay with their owners.
/// </summary>
public static class Closure
{
    /// <summary>What was done is the latest answer, a withdrawal, or praise passed on or filed.</summary>
    public static Decision<CannotClose> Decide(Case closed, DateOnly on, DateOnly today)
    {
        if (closed.Status is CaseStatus.Closed or CaseStatus.Refused or CaseStatus.ServiceRequest)
        {
            return CannotClose.AlreadyClosed;
        }

        if (DoneOn(closed) is not { } doneOn)
        {
            return CannotClose.NothingDone;
        }

        if (string.IsNullOrWhiteSpace(closed.Category))
        {
            return CannotClose.NoCategory;
        }

        if (on > today)
        {
            return CannotClose.InTheFuture;
        }

        if (on < doneOn)
        {
            return CannotClose.BeforeItsAction;
        }

        return new Closed(on, closed.Outcome);
    }

    private static DateOnly? DoneOn(Case closed) =>
        closed.Status switch
        {
            CaseStatus.Answered => closed.CurrentStage.RespondedOn,
            CaseStatus.Withdrawn => closed.WithdrawnOn,
            _ => closed.FiledOn > closed.RelayedOn ? closed.FiledOn : closed.RelayedOn ?? closed.FiledOn,
        };
}
