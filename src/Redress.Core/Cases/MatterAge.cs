namespace Redress.Core.Cases;

/// <summary>How old the matter complained of is.</summary>
/// <param name="MatterOn">The day it happened, or the resident learnt of it.</param>
/// <param name="ContactOn">A day they were in touch about it before complaining, if any.</param>
/// <param name="Discretion">Why it is accepted though it is older than the time bar; left out where it need not be.</param>
public sealed record MatterAgeRequest(DateOnly MatterOn, DateOnly? ContactOn = null, string? Discretion = null);

/// <summary>Why the age of a matter cannot be recorded.</summary>
public enum CannotDateMatter
{
    /// <summary>It is no complaint, or it is over.</summary>
    CaseIsOver,

    /// <summary>The matter would be later than the complaint.</summary>
    MatterAfterReceipt,

    /// <summary>The contact would be before the matter.</summary>
    ContactBeforeMatter,

    /// <summary>The contact would be later than the complaint: then it is the complaint.</summary>
    ContactAfterReceipt,

    /// <summary>Discretion is used where nothing bars the matter.</summary>
    NotBarred,
}

/// <summary>
/// Recording how old a matter is. Nothing is refused by its age: whether an older one is considered is weighed on its
/// merits, and accepting it all the same is recorded with its reason (ruling 11).
/// </summary>
public static class MatterAge
{
    /// <summary>May be recorded again, when more is known.</summary>
    public static Decision<CannotDateMatter> Decide(Case dated, MatterAgeRequest request, Rules rules, DateOnly today)
    {
        if (dated.IsOver || dated.Kind != Procedures.CaseKind.Complaint)
        {
            return CannotDateMatter.CaseIsOver;
        }

        if (request.MatterOn > dated.ReceivedOn)
        {
            return CannotDateMatter.MatterAfterReceipt;
        }

        if (request.ContactOn < request.MatterOn)
        {
            return CannotDateMatter.ContactBeforeMatter;
        }

        if (request.ContactOn > dated.ReceivedOn)
        {
            return CannotDateMatter.ContactAfterReceipt;
        }

        var age = new MatterDated(today, request.MatterOn, request.ContactOn);
        if (Words.From(request.Discretion) is not { } why)
        {
            return age;
        }

        var known = Case.Fold(dated.Id, [.. dated.History, new(dated.Version + 1, age, DateTime.UnixEpoch, "")]);
        return Grounds.IsTooOld(known, rules)
            ? new List<CaseEvent> { age, new LateMatterAccepted(today, why) }
            : CannotDateMatter.NotBarred;
    }
}
