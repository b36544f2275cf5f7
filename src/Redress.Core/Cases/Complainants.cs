namespace Redress.Core.Cases;

/// <summary>Why somebody cannot complain together with those who do already.</summary>
public enum CannotJoin
{
    /// <summary>It does not say who they are.</summary>
    NobodyKnown,

    /// <summary>Nobody is known who complained first, and nothing is to tell who it was: theirs is a case of its own.</summary>
    Anonymous,

    /// <summary>The case is over: theirs is a case of its own.</summary>
    IsOver,

    /// <summary>The day they said so has not come yet.</summary>
    InTheFuture,

    /// <summary>The day they said so is before the day the case was received.</summary>
    BeforeReceipt,
}

/// <summary>Why one of several complainants cannot leave the others.</summary>
public enum CannotLeave
{
    /// <summary>They do not complain in this case.</summary>
    NotAComplainant,

    /// <summary>They are the only one: the case is withdrawn instead.</summary>
    OnlyOne,

    /// <summary>It does not say what they said.</summary>
    NoReason,

    /// <summary>The day they said so has not come yet.</summary>
    InTheFuture,

    /// <summary>The day they said so is before the day the case was received.</summary>
    BeforeReceipt,
}

/// <summary>Why somebody cannot lead.</summary>
public enum CannotLead
{
    /// <summary>They do not complain in this case.</summary>
    NotAComplainant,

    /// <summary>They lead already.</summary>
    LeadsAlready,
}

/// <summary>
/// Several people in one case, one of whom leads: fourteen neighbours and one lift. Each has a code of their own and gets a
/// copy of every letter; the case has one definition, one answer and one set of clocks, which count from its first receipt.
/// </summary>
public static class Complainants
{
    /// <summary>Somebody complains of the same, together with the others.</summary>
    /// <param name="joined">The case.</param>
    /// <param name="person">Who; none where nothing is known of them.</param>
    /// <param name="on">The day they said so.</param>
    /// <param name="confidential">Whether only the complaints team is to know who they are.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotJoin> Join(Case joined, string? person, DateOnly on, bool confidential, DateOnly today)
    {
        if (person is null)
        {
            return CannotJoin.NobodyKnown;
        }

        if (joined.Anonymous)
        {
            return CannotJoin.Anonymous;
        }

        if (joined.IsOver)
        {
            return CannotJoin.IsOver;
        }

        if (on > today)
        {
            return CannotJoin.InTheFuture;
        }

        if (on < joined.ReceivedOn)
        {
            return CannotJoin.BeforeReceipt;
        }

        var events = new List<CaseEvent> { new ComplainantJoined(on, person) };
        if (confidential)
        {
            events.Add(new MadeConfidential(today, person));
        }

        return events;
    }

    /// <summary>One of them withdrew; if they led, whoever came next leads. Letters written while they were in still go.</summary>
    /// <param name="left">The case.</param>
    /// <param name="person">Who.</param>
    /// <param name="on">The day they said so.</param>
    /// <param name="how">How they said so.</param>
    /// <param name="reason">What they said.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotLeave> Leave(
        Case left,
        string? person,
        DateOnly on,
        WithdrawalMethod how,
        string? reason,
        DateOnly today
    ) =>
        person is null || !left.Complainants.Contains(person) ? CannotLeave.NotAComplainant
        : left.Complainants.Count == 1 ? CannotLeave.OnlyOne
        : Words.From(reason) is not { } why ? CannotLeave.NoReason
        : on > today ? CannotLeave.InTheFuture
        : on < left.ReceivedOn ? CannotLeave.BeforeReceipt
        : new ComplainantLeft(on, person, how, why);

    /// <summary>Another of them leads from now on.</summary>
    /// <param name="led">The case.</param>
    /// <param name="person">Who.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotLead> Lead(Case led, string? person, DateOnly today) =>
        person is null || !led.Complainants.Contains(person) ? CannotLead.NotAComplainant
        : led.ComplainantId == person ? CannotLead.LeadsAlready
        : new LeadComplainantChanged(today, person);
}
