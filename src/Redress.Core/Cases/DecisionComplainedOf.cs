namespace Redress.Core.Cases;

/// <summary>What sort of decision a complaint can be about, so that whoever made it is kept from the review.</summary>
public enum DecisionKind
{
    /// <summary>What the landlord does in every case of a kind.</summary>
    Policy,

    /// <summary>Leave given, or withheld, in this one.</summary>
    Permission,
}

/// <summary>A decision of the landlord's that a complaint is about.</summary>
/// <param name="Kind">Its sort.</param>
/// <param name="MadeBy">Who made it, by id.</param>
public sealed record DecisionComplainedOf(DecisionKind Kind, string MadeBy);

/// <summary>Which decision a complaint is about, and who made it.</summary>
public sealed record DecisionNamingRequest(DecisionKind? Kind, string? MadeBy, string? What);

/// <summary>Why a decision cannot be named.</summary>
public enum CannotNameDecision
{
    /// <summary>It is no complaint, or it is over.</summary>
    CaseIsOver,

    /// <summary>Whether it is about policy or permission is not said.</summary>
    NoKind,

    /// <summary>Whoever says so made the decision named before, or manages whoever did: they do not get out of it so.</summary>
    TheirOwn,

    /// <summary>Nobody is named who made it.</summary>
    NobodyNamed,

    /// <summary>What was decided is not said.</summary>
    NoDecision,

    /// <summary>It is named so already.</summary>
    NamedAlready,
}

/// <summary>
/// Naming the decision that a complaint is about. Whoever made it, and their line manager, have no part in its review
/// (ruling 12). If one of them has stage 2 now, it waits to be assigned.
/// </summary>
public static class NamingDecision
{
    /// <summary>A decision named later takes the place of the one named before: a case has one.</summary>
    /// <param name="about">The case.</param>
    /// <param name="request">The decision.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="rules">The landlord's rules, with who manages whom.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotNameDecision> Decide(
        Case about,
        DecisionNamingRequest request,
        string by,
        Rules rules,
        DateOnly today
    ) =>
        about.IsOver || Case.FirstStage(about.Kind) == 0 ? CannotNameDecision.CaseIsOver
        : Independence.ToTheDecision(about, by, rules, today) is not null ? CannotNameDecision.TheirOwn
        : request.Kind is not { } kind ? CannotNameDecision.NoKind
        : string.IsNullOrWhiteSpace(request.MadeBy) ? CannotNameDecision.NobodyNamed
        : Words.From(request.What) is not { } what ? CannotNameDecision.NoDecision
        : about.DecisionComplainedOf == new DecisionComplainedOf(kind, request.MadeBy) ? CannotNameDecision.NamedAlready
        : new DecisionNamed(today, kind, request.MadeBy, what, ManagerWhoHasIt(about, request.MadeBy, rules, today));

    private static string? ManagerWhoHasIt(Case about, string madeBy, Rules rules, DateOnly today) =>
        about is { Stage: >= 2, CurrentStage.Handler: { } handler }
        && rules.Organisation.Manages(handler, madeBy, today)
            ? handler
            : null;
}
