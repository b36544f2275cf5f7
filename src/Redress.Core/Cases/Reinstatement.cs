namespace Redress.Core.Cases;

/// <summary>Why a refused complaint cannot be taken on after all.</summary>
public enum CannotReinstate
{
    /// <summary>It was not refused.</summary>
    NotRefused,

    /// <summary>No reason was given.</summary>
    NoReason,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before the refusal.</summary>
    BeforeTheRefusal,
}

/// <summary>
/// Taking on a complaint that was refused: the Ombudsman asks for it, or the landlord thinks again. Its clocks go on as if
/// it had never been refused, for no Code stops them meanwhile (ruling 2).
/// </summary>
public static class Reinstatement
{
    /// <summary>Closed cases adopt no calendar, so one that opens again catches up.</summary>
    public static Decision<CannotReinstate> Decide(
        Case reinstated,
        DateOnly on,
        string? reason,
        Rules rules,
        DateOnly today
    )
    {
        if (reinstated.RefusedOn is not { } refusedOn)
        {
            return CannotReinstate.NotRefused;
        }

        if (Words.From(reason) is not { } why)
        {
            return CannotReinstate.NoReason;
        }

        if (on > today)
        {
            return CannotReinstate.InTheFuture;
        }

        if (on < refusedOn)
        {
            return CannotReinstate.BeforeTheRefusal;
        }

        var again = new Reinstated(on, why);
        return CalendarAdoption.Newest(reinstated, rules, today) is { } adopted
            ? new List<CaseEvent> { again, adopted }
            : again;
    }
}
