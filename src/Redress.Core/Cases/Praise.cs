using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>Why praise cannot be passed on or put on file.</summary>
public enum CannotPassOnPraise
{
    /// <summary>The case is no compliment.</summary>
    NoCompliment,

    /// <summary>The case is withdrawn or closed.</summary>
    CaseIsOver,

    /// <summary>It was done before.</summary>
    AlreadyDone,

    /// <summary>Nobody is named who earned it.</summary>
    NobodyNamed,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before the praise was received.</summary>
    BeforeReceipt,
}

/// <summary>What is done about praise: it is passed on to whoever earned it, and put on their file.</summary>
public static class Praise
{
    /// <summary>Passing it on, to the person or contractor named.</summary>
    public static Decision<CannotPassOnPraise> PassOn(Case praised, DateOnly on, string? to, DateOnly today)
    {
        if (Refusal(praised, praised.RelayedOn, on, today) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(to))
        {
            return CannotPassOnPraise.NobodyNamed;
        }

        return new Relayed(on, to.Trim());
    }

    /// <summary>Handing an extract of it to whoever keeps the personal file (ruling 18).</summary>
    public static Decision<CannotPassOnPraise> File(Case praised, DateOnly on, DateOnly today)
    {
        if (Refusal(praised, praised.FiledOn, on, today) is { } refusal)
        {
            return refusal;
        }

        return new Filed(on);
    }

    private static CannotPassOnPraise? Refusal(Case praised, DateOnly? doneOn, DateOnly on, DateOnly today)
    {
        if (praised.Kind != CaseKind.Compliment)
        {
            return CannotPassOnPraise.NoCompliment;
        }

        if (praised.IsOver)
        {
            return CannotPassOnPraise.CaseIsOver;
        }

        if (doneOn is not null)
        {
            return CannotPassOnPraise.AlreadyDone;
        }

        if (on > today)
        {
            return CannotPassOnPraise.InTheFuture;
        }

        return on < praised.ReceivedOn ? CannotPassOnPraise.BeforeReceipt : null;
    }
}
