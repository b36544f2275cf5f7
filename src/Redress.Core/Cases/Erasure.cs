using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>An erasure that waits for a second person.</summary>
/// <param name="Proposal">The sequence of the proposal in the case's history.</param>
/// <param name="Proposed">What was proposed.</param>
/// <param name="ProposedBy">Who proposed it, and so may not agree to it.</param>
public sealed record PendingErasure(int Proposal, ErasureProposed Proposed, string ProposedBy);

/// <summary>A reason for which a case must be kept, however old it is.</summary>
/// <param name="Number">The sequence of the hold in the case's history.</param>
/// <param name="Placed">Why.</param>
/// <param name="PlacedBy">Who said so.</param>
public sealed record Hold(int Number, HoldPlaced Placed, string PlacedBy);

/// <summary>Why the erasure of a case cannot be proposed or agreed to.</summary>
public enum CannotErase
{
    /// <summary>Another proposal waits for a second person.</summary>
    AnotherIsWaiting,

    /// <summary>Nothing was proposed, so there is nothing to agree to.</summary>
    NothingProposed,

    /// <summary>The same person proposed it: a second one must agree.</summary>
    ProposedByThemselves,

    /// <summary>Its words were erased already.</summary>
    IsErased,

    /// <summary>It does not say on what ground.</summary>
    NoGround,

    /// <summary>It is not closed.</summary>
    NotClosed,

    /// <summary>It is held: for a court, the Ombudsman, somebody's rights, or somebody's safety.</summary>
    IsHeld,

    /// <summary>A promise made in it is not kept yet.</summary>
    PromiseOpen,

    /// <summary>A letter written in it has not left.</summary>
    LetterIsWaiting,

    /// <summary>A message in it was read by nobody.</summary>
    MessageUnread,

    /// <summary>Something asked of a colleague or a service was neither answered nor given up.</summary>
    AskOpen,

    /// <summary>A statement asked for in it can still be given.</summary>
    StatementOpen,

    /// <summary>The years for which the landlord keeps its kind are not over.</summary>
    StillKept,
}

/// <summary>Why a proposal to erase cannot be turned down.</summary>
public enum CannotRejectErasure
{
    /// <summary>Nothing was proposed.</summary>
    NothingProposed,

    /// <summary>No reason was given.</summary>
    NoReason,
}

/// <summary>Why a case cannot be held.</summary>
public enum CannotPlaceHold
{
    /// <summary>Its words were erased: there is nothing left to hold.</summary>
    IsErased,

    /// <summary>It does not say for what.</summary>
    NoGround,

    /// <summary>No reason was given.</summary>
    NoReason,
}

/// <summary>Why a hold cannot be lifted.</summary>
public enum CannotLiftHold
{
    /// <summary>It is not held.</summary>
    NotHeld,

    /// <summary>It is held for several reasons, and it does not say which is over.</summary>
    NoneChosen,

    /// <summary>No reason was given.</summary>
    NoReason,
}

/// <summary>
/// For how many whole years after its closure a case of a kind is kept (UK GDPR, article 5(1)(e)). Six where the landlord says
/// nothing else: as long as a claim on a contract can be brought (Limitation Act 1980, section 5).
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Years">From <see cref="Fewest"/> to <see cref="Most"/>.</param>
public sealed record Retention(CaseKind Kind, int Years)
{
    /// <summary>What holds where the landlord says nothing, in years.</summary>
    public const int Usual = 6;

    /// <summary>The fewest years that can be set.</summary>
    public const int Fewest = 1;

    /// <summary>The most years that can be set.</summary>
    public const int Most = 50;

    /// <summary>The last day on which a case that was closed on a day is kept.</summary>
    public DateOnly LastDayKept(DateOnly closedOn) => closedOn.AddYears(Years);
}

/// <summary>
/// The end of what is held of people: names, addresses and every word are erased, and what happened when stays, so that
/// figures and the proof of the record do not change (UK GDPR, articles 5(1)(e) and 17). It takes two people, and
/// nothing is erased while something of it is still owed or claimed (article 17(3)).
/// </summary>
public static class Erasure
{
    /// <summary>Says that a case should be erased. Nothing changes yet.</summary>
    public static Decision<CannotErase> Propose(Case of, ErasureGround? ground, Rules rules, DateOnly today) =>
        of.PendingErasure is not null ? CannotErase.AnotherIsWaiting
        : ground is not { } why ? CannotErase.NoGround
        : Fault(of, why, rules, today) is { } fault ? fault
        : new ErasureProposed(today, why);

    /// <summary>A second person agrees, and it is erased. All is asked again: it may be held or open since.</summary>
    public static Decision<CannotErase> Agree(Case of, string agreedBy, Rules rules, DateOnly today) =>
        of.PendingErasure is not { } pending ? CannotErase.NothingProposed
        : pending.ProposedBy == agreedBy ? CannotErase.ProposedByThemselves
        : Fault(of, pending.Proposed.Ground, rules, today) is { } fault ? fault
        : new Erased(today, pending.Proposal);

    /// <summary>Turns a proposal down; whoever made it may take it back this way too.</summary>
    public static Decision<CannotRejectErasure> Reject(Case of, string? reason, DateOnly today) =>
        of.PendingErasure is not { } pending ? CannotRejectErasure.NothingProposed
        : Words.From(reason) is not { } why ? CannotRejectErasure.NoReason
        : new ErasureRejected(today, pending.Proposal, why);

    /// <summary>Keeps a case from being erased until the hold is lifted. It takes one person: to keep is easy.</summary>
    public static Decision<CannotPlaceHold> Hold(Case of, HoldGround? ground, string? reason, DateOnly today) =>
        of.ErasedOn is not null ? CannotPlaceHold.IsErased
        : ground is not { } what ? CannotPlaceHold.NoGround
        : Words.From(reason) is not { } why ? CannotPlaceHold.NoReason
        : new HoldPlaced(today, what, why);

    /// <summary>Says that the reason for a hold is over. To erase still takes two.</summary>
    /// <param name="of">The case.</param>
    /// <param name="hold">Which; may be left out where there is only one.</param>
    /// <param name="reason">Why it is over.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotLiftHold> Lift(Case of, int? hold, string? reason, DateOnly today)
    {
        var lifted = hold is null && of.Holds is [var only] ? only : of.Holds.FirstOrDefault(one => one.Number == hold);
        return of.Holds.Count == 0 ? CannotLiftHold.NotHeld
            : lifted is null ? CannotLiftHold.NoneChosen
            : Words.From(reason) is not { } why ? CannotLiftHold.NoReason
            : new HoldLifted(today, lifted.Number, why);
    }

    /// <summary>What keeps a case from being erased on a ground, whoever would; none where nothing does.</summary>
    public static CannotErase? Fault(Case of, ErasureGround ground, Rules rules, DateOnly today) =>
        of.ErasedOn is not null ? CannotErase.IsErased
        : of.ClosedOn is not { } closedOn ? CannotErase.NotClosed
        : of.Holds.Count > 0 ? CannotErase.IsHeld
        : of.Commitments.Any(promise => promise.KeptOn is null) ? CannotErase.PromiseOpen
        : of.Asks.Any(ask => ask.SettledOn is null) ? CannotErase.AskOpen
        : of.Letters.Count > 0 ? CannotErase.LetterIsWaiting
        : of.NewMessages.Count > 0 ? CannotErase.MessageUnread
        : of.Statements.Any(asked => Statements.IsOpen(of, asked)) ? CannotErase.StatementOpen
        : ground == ErasureGround.RetentionEnded && rules.RetentionOf(of.Kind).LastDayKept(closedOn) >= today
            ? CannotErase.StillKept
        : null;
}
