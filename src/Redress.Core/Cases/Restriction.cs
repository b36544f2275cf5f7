using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>
/// The ways in which somebody may not reach the landlord about a complaint for a time. The page of their own complaint is not
/// among them: nobody can close it.
/// </summary>
/// <param name="Phone">Their calls about it are not taken.</param>
/// <param name="Email">Their mail about it is not answered.</param>
/// <param name="Post">Their letters about it are not answered.</param>
/// <param name="InPerson">They are not seen about it, at an office or at home.</param>
public sealed record ClosedWays(bool Phone = false, bool Email = false, bool Post = false, bool InPerson = false)
{
    /// <summary>Whether any is closed.</summary>
    public bool Any => Phone || Email || Post || InPerson;

    /// <summary>
    /// Whether one stays open that they can use: what they must not be reached by is no way for them (Code 2022, 4.19;
    /// 2024, 3.1).
    /// </summary>
    public bool LeavesOne(Never never) =>
        !(Phone || never.Phone) || !(Email || never.Email) || !(Post || never.Post) || !(InPerson || never.Visit);
}

/// <summary>A limit to how somebody may reach the landlord about a complaint, which they were told in writing.</summary>
/// <param name="Proposal">The sequence of the proposal in the case's history.</param>
/// <param name="Proposed">What was proposed, and why.</param>
/// <param name="Since">The day they were told.</param>
public sealed record Restriction(int Proposal, RestrictionProposed Proposed, DateOnly Since)
{
    /// <summary>Whether it holds on a day: from the day they were told to the day of its review, both included.</summary>
    public bool HoldsOn(DateOnly day) => Since <= day && day <= Proposed.Until;
}

/// <summary>A restriction that waits for a second person.</summary>
/// <param name="Proposal">The sequence of the proposal in the case's history.</param>
/// <param name="Proposed">What was proposed, and why.</param>
/// <param name="ProposedBy">Who proposed it, and so may not agree to it.</param>
public sealed record PendingRestriction(int Proposal, RestrictionProposed Proposed, string ProposedBy);

/// <summary>How somebody's contact is to be limited, and on what grounds.</summary>
/// <param name="Person">Who; may be left out where only one complains.</param>
/// <param name="Closed">The ways that are closed.</param>
/// <param name="Conditions">What else is asked of them, such as one call a week.</param>
/// <param name="Why">What they did.</param>
/// <param name="Tried">What was tried first: a restriction is the last resort.</param>
/// <param name="Equality">What was considered under the Equality Act: needs, health, language.</param>
/// <param name="Until">The day of its review, on which it holds for the last time.</param>
public sealed record RestrictionRequest(
    string? Person,
    ClosedWays Closed,
    string? Conditions,
    string? Why,
    string? Tried,
    string? Equality,
    DateOnly? Until
);

/// <summary>Why a restriction cannot be proposed.</summary>
public enum CannotProposeRestriction
{
    /// <summary>Another waits for a second person.</summary>
    AnotherIsWaiting,

    /// <summary>Several complain, and it does not say who is meant.</summary>
    NobodyChosen,

    /// <summary>They do not complain in this case.</summary>
    NotInTheCase,

    /// <summary>It closes nothing and asks nothing.</summary>
    NothingRestricted,

    /// <summary>No way would be left that they can use.</summary>
    NoWayLeft,

    /// <summary>They do not read letters as they are, and the telephone is how they are heard.</summary>
    NeedsThePhone,

    /// <summary>It does not say what they did.</summary>
    NoReason,

    /// <summary>It does not say what was tried first.</summary>
    NothingTried,

    /// <summary>It does not say what was considered under the Equality Act.</summary>
    NoEqualityNote,

    /// <summary>The day of review is missing, or has come.</summary>
    NoReviewDay,

    /// <summary>The day of review is too far off.</summary>
    ReviewTooLate,
}

/// <summary>Why a restriction cannot be agreed to.</summary>
public enum CannotAgreeToRestriction
{
    /// <summary>Nothing was proposed.</summary>
    NothingProposed,

    /// <summary>The same person proposed it: a second one must agree.</summary>
    ProposedByThemselves,

    /// <summary>The procedure names a grade for it, and they are below it.</summary>
    BelowTheGrade,

    /// <summary>A letter that says so is written already, and waits to leave.</summary>
    LetterIsWaiting,

    /// <summary>The day of its review has passed.</summary>
    ReviewDayPassed,

    /// <summary>What was recorded of their needs since leaves them no way.</summary>
    NoWayLeft,

    /// <summary>The letter is empty.</summary>
    NoLetter,

    /// <summary>It was told and not written.</summary>
    NotInWriting,

    /// <summary>The day it was sent has not come yet.</summary>
    SentInTheFuture,

    /// <summary>The day it was sent is before it was proposed.</summary>
    SentBeforeItWasProposed,
}

/// <summary>Why a restriction cannot be turned down.</summary>
public enum CannotRejectRestriction
{
    /// <summary>Nothing was proposed.</summary>
    NothingProposed,

    /// <summary>No reason was given.</summary>
    NoReason,
}

/// <summary>Why a restriction cannot be lifted.</summary>
public enum CannotLiftRestriction
{
    /// <summary>Several are restricted, and it does not say who is meant.</summary>
    NobodyChosen,

    /// <summary>They are not restricted.</summary>
    NotRestricted,

    /// <summary>No reason was given.</summary>
    NoReason,
}

/// <summary>
/// Limits to how somebody may reach the landlord about a complaint, because of how they behave: proportionate, with regard to
/// the Equality Act, with reasons and a review, and always with a way open (Code 2022, 4.18 and 4.19; 2024, 5.14 and 5.15). It takes two
/// people, the second of the grade that the procedure names; begins when the resident has it in writing; and ends by itself on
/// its day of review: who would keep it makes the case for it afresh. It is about one complaint: no other is refused,
/// and every new one is taken, for it.
/// </summary>
public static class Restrictions
{
    /// <summary>The longest until it is reviewed, in months.</summary>
    public const int MostMonths = 12;

    /// <summary>Says how somebody's contact should be limited. Nothing changes yet.</summary>
    public static Decision<CannotProposeRestriction> Propose(Case of, RestrictionRequest request, DateOnly today)
    {
        var meant = Meant.Among(of.Complainants, request.Person);
        return of.PendingRestriction is not null ? CannotProposeRestriction.AnotherIsWaiting
            : meant.NobodyChosen ? CannotProposeRestriction.NobodyChosen
            : meant.Person is not { } person || !of.Complainants.Contains(person)
                ? CannotProposeRestriction.NotInTheCase
            : Words.From(request.Conditions) is var conditions && !request.Closed.Any && conditions is null
                ? CannotProposeRestriction.NothingRestricted
            : !LeavesAWay(of, person, request.Closed) ? CannotProposeRestriction.NoWayLeft
            : request.Closed.Phone && NeedsThePhone(of.FindNeeds(person)) ? CannotProposeRestriction.NeedsThePhone
            : Words.From(request.Why) is not { } why ? CannotProposeRestriction.NoReason
            : Words.From(request.Tried) is not { } tried ? CannotProposeRestriction.NothingTried
            : Words.From(request.Equality) is not { } equality ? CannotProposeRestriction.NoEqualityNote
            : request.Until is not { } until || until <= today ? CannotProposeRestriction.NoReviewDay
            : until > today.AddMonths(MostMonths) ? CannotProposeRestriction.ReviewTooLate
            : new RestrictionProposed(today, person, request.Closed, why, tried, equality, until, conditions);
    }

    /// <summary>The grade that whoever agrees must have; none where the procedure names none.</summary>
    public static ConductRule? RuleOf(Case of, Rules rules) => rules.Find(of.CurrentStage.ProcedureId)?.Conduct;

    /// <summary>Whether somebody has the grade that the procedure names for limits on account of behaviour.</summary>
    public static bool HasTheGrade(Case of, string person, Rules rules, DateOnly on) =>
        RuleOf(of, rules) is not { } rule || rules.Organisation.GradeOf(person, on) >= rule.AtLeast;

    /// <summary>A second person agrees, and tells them. It holds from the day the letter has left.</summary>
    /// <param name="of">The case.</param>
    /// <param name="sent">The day the letter was sent, none where it has still to leave, and how.</param>
    /// <param name="letter">What the letter says.</param>
    /// <param name="agreedBy">Who agrees.</param>
    /// <param name="rules">The landlord's rules.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotAgreeToRestriction> Agree(
        Case of,
        (DateOnly? On, Channel Channel) sent,
        string? letter,
        string agreedBy,
        Rules rules,
        DateOnly today
    )
    {
        if (of.PendingRestriction is not { } pending)
        {
            return CannotAgreeToRestriction.NothingProposed;
        }

        var fault =
            pending.ProposedBy == agreedBy ? CannotAgreeToRestriction.ProposedByThemselves
            : !HasTheGrade(of, agreedBy, rules, today) ? CannotAgreeToRestriction.BelowTheGrade
            : of.Letters.Any(one => one.Written.Means is ContactRestricted) ? CannotAgreeToRestriction.LetterIsWaiting
            : !CanHold(of, pending.Proposal, today) ? CannotAgreeToRestriction.ReviewDayPassed
            : !LeavesAWay(of, pending.Proposed.Person, pending.Proposed.Closed) ? CannotAgreeToRestriction.NoWayLeft
            : Words.From(letter) is null ? CannotAgreeToRestriction.NoLetter
            : !sent.Channel.IsInWriting() ? CannotAgreeToRestriction.NotInWriting
            : sent.On > today ? CannotAgreeToRestriction.SentInTheFuture
            : sent.On < pending.Proposed.On ? CannotAgreeToRestriction.SentBeforeItWasProposed
            : (CannotAgreeToRestriction?)null;
        if (fault is { } why)
        {
            return why;
        }

        var text = Words.Of(letter!);
        var means = new ContactRestricted(sent.On ?? today, pending.Proposal, sent.Channel, text);
        return sent.On is not null
            ? means
            : new LetterWritten(
                today,
                sent.Channel,
                text,
                Sending.Unsent(means),
                [new LetterCopy(pending.Proposed.Person, sent.Channel)]
            );
    }

    /// <summary>Turns a proposal down; whoever made it may take it back this way too.</summary>
    public static Decision<CannotRejectRestriction> Reject(Case of, string? reason, DateOnly today) =>
        of.PendingRestriction is not { } pending ? CannotRejectRestriction.NothingProposed
        : Words.From(reason) is not { } why ? CannotRejectRestriction.NoReason
        : new RestrictionRejected(today, pending.Proposal, why);

    /// <summary>Somebody may reach the landlord in every way again. It takes one person: to limit is hard, to lift is easy.</summary>
    /// <param name="of">The case.</param>
    /// <param name="person">Who; may be left out where only one is restricted.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotLiftRestriction> Lift(Case of, string? person, string? reason, DateOnly today)
    {
        var held = of.Restrictions.Where(one => one.HoldsOn(today)).ToList();
        var meant = Meant.Among([.. held.Select(one => one.Proposed.Person)], person);
        return meant.NobodyChosen ? CannotLiftRestriction.NobodyChosen
            : held.Find(one => one.Proposed.Person == meant.Person) is not { } lifted
                ? CannotLiftRestriction.NotRestricted
            : Words.From(reason) is not { } why ? CannotLiftRestriction.NoReason
            : new RestrictionLifted(today, lifted.Proposal, why);
    }

    /// <summary>Whether what was proposed, and waits, could still hold on a day.</summary>
    internal static bool CanHold(Case of, int proposal, DateOnly on) =>
        of.PendingRestriction is { } pending && pending.Proposal == proposal && on <= pending.Proposed.Until;

    private static bool LeavesAWay(Case of, string person, ClosedWays closed) =>
        closed.LeavesOne(of.FindNeeds(person)?.Never ?? new Never());

    /// <summary>Who cannot read a letter as it is talks; unless they must not be rung.</summary>
    private static bool NeedsThePhone(ContactNeeds? needs) =>
        needs is { Format: LetterFormat.EasyRead or LetterFormat.Braille or LetterFormat.Audio, Never.Phone: false };
}
