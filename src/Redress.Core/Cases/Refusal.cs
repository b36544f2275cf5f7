using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>Why a complaint, or a request for the next stage, is to be refused, and what the letter says.</summary>
/// <param name="Ground">One of <see cref="Grounds.Of"/>.</param>
/// <param name="Reason">Why it applies here: each case on its own merits.</param>
/// <param name="Letter">What the letter says.</param>
public sealed record RefusalRequest(string Ground, string? Reason, string? Letter)
{
    /// <summary>Whether the letter gives the reasons.</summary>
    public bool GivesReasons { get; init; }

    /// <summary>Whether the letter gives the Ombudsman's details and says that the refusal can be taken there.</summary>
    public bool GivesOmbudsman { get; init; }

    /// <summary>The case in which the matter was answered, for the grounds that say so; none where none was found.</summary>
    public Case? EarlierCase { get; init; }
}

/// <summary>A refusal letter that was sent, or is to leave from here.</summary>
/// <param name="On">The day it was handed to its channel; none where it has still to leave.</param>
/// <param name="Channel">How it was sent or is to leave.</param>
public sealed record RefusalLetter(DateOnly? On, Channel Channel);

/// <summary>Why neither a complaint nor a request for the next stage can be refused.</summary>
public enum CannotRefuse
{
    /// <summary>It is no complaint, or it is answered, withdrawn, refused or closed.</summary>
    NothingToRefuse,

    /// <summary>Another refusal waits for the lead.</summary>
    AnotherIsWaiting,

    /// <summary>Its nature was not recorded, which every closed case shows.</summary>
    NoCategory,

    /// <summary>The procedure has no such ground.</summary>
    NotAGround,

    /// <summary>The earlier case in which it was answered is not named, or there is none of that reference.</summary>
    NoEarlierCase,

    /// <summary>The case named was not answered, or it is this one.</summary>
    EarlierCaseNotAnswered,

    /// <summary>How old the matter is was not recorded.</summary>
    MatterNotDated,

    /// <summary>The matter is not older than the time bar, or contact within the period lifted it.</summary>
    NotTooOld,

    /// <summary>It was accepted all the same, though it is older than the time bar.</summary>
    AcceptedAllTheSame,

    /// <summary>The next stage was asked for in time.</summary>
    NotLate,

    /// <summary>No reason was given.</summary>
    NoReason,

    /// <summary>The letter is empty.</summary>
    NoLetter,

    /// <summary>The letter does not give the reasons.</summary>
    ReasonsNotGiven,

    /// <summary>The letter does not give the Ombudsman's details.</summary>
    OmbudsmanNotGiven,

    /// <summary>It was told and not written.</summary>
    NotInWriting,

    /// <summary>The day it was sent has not come yet.</summary>
    SentInTheFuture,

    /// <summary>The day it was sent is before the complaint was received or the stage asked for.</summary>
    SentBeforeReceipt,

    /// <summary>The procedure names who may refuse for how somebody behaves: it is proposed, and they agree.</summary>
    ConductNeedsTwo,
}

/// <summary>Why a refusal cannot be agreed to.</summary>
public enum CannotAgreeToRefusal
{
    /// <summary>Nothing was proposed.</summary>
    NothingProposed,

    /// <summary>The same person proposed it: a second one must agree.</summary>
    ProposedByThemselves,

    /// <summary>It is for how somebody behaves, and the procedure names a grade for that which they are below.</summary>
    BelowTheGrade,

    /// <summary>What was recorded since takes the ground away.</summary>
    GroundNoLongerHolds,

    /// <summary>It was told and not written.</summary>
    NotInWriting,

    /// <summary>The day it was sent has not come yet.</summary>
    SentInTheFuture,

    /// <summary>The day it was sent is before it was proposed.</summary>
    SentBeforeItWasProposed,

    /// <summary>A letter that says so is written already, and waits to leave.</summary>
    LetterIsWaiting,
}

/// <summary>Why a proposed refusal cannot be turned down.</summary>
public enum CannotRejectRefusal
{
    /// <summary>Nothing was proposed.</summary>
    NothingProposed,

    /// <summary>No reason was given.</summary>
    NoReason,
}

/// <summary>
/// Refusing a complaint, or a request for the next stage: the same grounds for both, in writing, with reasons and the
/// right to go to the Ombudsman. The team proposes and the lead agrees; a lead who acts alone does both at once.
/// </summary>
public static class Refusal
{
    /// <summary>Says why it should be refused. Nothing changes yet.</summary>
    public static Decision<CannotRefuse> Propose(Case refused, RefusalRequest request, Rules rules, DateOnly today) =>
        Fault(refused, request, rules) is { } fault ? fault : Proposed(refused, request, today);

    /// <summary>Refuses, by somebody who needs nobody's agreement, with the letter that was sent.</summary>
    public static Decision<CannotRefuse> Decide(
        Case refused,
        RefusalRequest request,
        RefusalLetter letter,
        Rules rules,
        DateOnly today
    )
    {
        if (Fault(refused, request, rules) is { } fault)
        {
            return fault;
        }

        if (request.Ground == Grounds.Conduct && Restrictions.RuleOf(refused, rules) is not null)
        {
            return CannotRefuse.ConductNeedsTwo;
        }

        if (!letter.Channel.IsInWriting())
        {
            return CannotRefuse.NotInWriting;
        }

        if (letter.On > today)
        {
            return CannotRefuse.SentInTheFuture;
        }

        if (letter.On < refused.CurrentStage.StartedOn)
        {
            return CannotRefuse.SentBeforeReceipt;
        }

        var proposed = Proposed(refused, request, letter.On ?? today);
        return new List<CaseEvent> { proposed, Made(refused, refused.Version + 1, proposed, letter, today) };
    }

    /// <summary>The lead agrees, and the letter was sent.</summary>
    public static Decision<CannotAgreeToRefusal> Agree(
        Case refused,
        RefusalLetter letter,
        string agreedBy,
        Rules rules,
        DateOnly today
    )
    {
        if (refused.PendingRefusal is not { } pending)
        {
            return CannotAgreeToRefusal.NothingProposed;
        }

        if (agreedBy == pending.ProposedBy)
        {
            return CannotAgreeToRefusal.ProposedByThemselves;
        }

        if (pending.Proposed.Ground == Grounds.Conduct && !Restrictions.HasTheGrade(refused, agreedBy, rules, today))
        {
            return CannotAgreeToRefusal.BelowTheGrade;
        }

        if (Writing.RefusalWaits(refused))
        {
            return CannotAgreeToRefusal.LetterIsWaiting;
        }

        if (AgeFault(refused, pending.Proposed.Ground, rules) is not null)
        {
            return CannotAgreeToRefusal.GroundNoLongerHolds;
        }

        if (!letter.Channel.IsInWriting())
        {
            return CannotAgreeToRefusal.NotInWriting;
        }

        if (letter.On > today)
        {
            return CannotAgreeToRefusal.SentInTheFuture;
        }

        if (letter.On < pending.Proposed.On)
        {
            return CannotAgreeToRefusal.SentBeforeItWasProposed;
        }

        return Made(refused, pending.Proposal, pending.Proposed, letter, today);
    }

    /// <summary>Turns a proposal down, so that the complaint goes on; whoever made it may take it back this way too.</summary>
    public static Decision<CannotRejectRefusal> Reject(Case refused, string? reason, DateOnly today)
    {
        if (refused.PendingRefusal is not { } pending)
        {
            return CannotRejectRefusal.NothingProposed;
        }

        if (Words.From(reason) is not { } why)
        {
            return CannotRejectRefusal.NoReason;
        }

        return new RefusalRejected(today, pending.Proposal, why);
    }

    private static CannotRefuse? Fault(Case refused, RefusalRequest request, Rules rules) =>
        refused.Status != CaseStatus.Open || refused.Kind != CaseKind.Complaint ? CannotRefuse.NothingToRefuse
        : refused.PendingRefusal is not null ? CannotRefuse.AnotherIsWaiting
        : string.IsNullOrWhiteSpace(refused.Category) ? CannotRefuse.NoCategory
        : GroundFault(refused, request, rules) is { } fault ? fault
        : string.IsNullOrWhiteSpace(request.Reason) ? CannotRefuse.NoReason
        : string.IsNullOrWhiteSpace(request.Letter) ? CannotRefuse.NoLetter
        : !request.GivesReasons ? CannotRefuse.ReasonsNotGiven
        : !request.GivesOmbudsman ? CannotRefuse.OmbudsmanNotGiven
        : null;

    private static CannotRefuse? GroundFault(Case refused, RefusalRequest request, Rules rules) =>
        Grounds.Of(refused, rules).All(ground => ground.Name != request.Ground) ? CannotRefuse.NotAGround
        : !Grounds.NamesEarlierCase(request.Ground) ? AgeFault(refused, request.Ground, rules)
        : request.EarlierCase is not { } earlier ? CannotRefuse.NoEarlierCase
        : earlier.Id == refused.Id || earlier.Stages.All(stage => stage.RespondedOn is null)
            ? CannotRefuse.EarlierCaseNotAnswered
        : null;

    private static CannotRefuse? AgeFault(Case refused, string ground, Rules rules) =>
        ground switch
        {
            Grounds.TimeBar when refused.MatterOn is null => CannotRefuse.MatterNotDated,
            Grounds.TimeBar when !Grounds.IsTooOld(refused, rules) => CannotRefuse.NotTooOld,
            Grounds.TimeBar when refused.LateMatterAcceptedOn is not null => CannotRefuse.AcceptedAllTheSame,
            Grounds.LateRequest when !Grounds.IsLateRequest(refused, rules) => CannotRefuse.NotLate,
            _ => null,
        };

    private static RefusalProposed Proposed(Case refused, RefusalRequest request, DateOnly on) =>
        new(
            on,
            refused.Stage,
            request.Ground,
            Words.Of(request.Reason!),
            Words.Of(request.Letter!),
            Grounds.NamesEarlierCase(request.Ground) ? request.EarlierCase!.Reference : null
        );

    private static CaseEvent Made(
        Case refused,
        int proposal,
        RefusalProposed proposed,
        RefusalLetter letter,
        DateOnly today
    )
    {
        var on = letter.On ?? today;
        CaseEvent means =
            refused.Stage == Case.FirstStage(refused.Kind)
                ? new Refused(on, proposed.Ground, letter.Channel, proposal)
                : new EscalationRefused(
                    on,
                    refused.Stage - 1,
                    Ground: proposed.Ground,
                    Channel: letter.Channel,
                    Proposal: proposal
                );
        return Writing.Or(letter.On, letter.Channel, proposed.Letter, means, today);
    }
}
