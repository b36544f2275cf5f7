namespace Redress.Core.Cases;

/// <summary>Who should see to a case from now on.</summary>
/// <param name="Handler">Who, by id.</param>
/// <param name="Team">In which team, as the team is called.</param>
/// <param name="Why">Why it is them: asked for where something speaks against it, and always welcome.</param>
public sealed record AssignmentRequest(string? Handler, string? Team = null, string? Why = null);

/// <summary>Why a case cannot be assigned.</summary>
public enum CannotAssign
{
    /// <summary>It was withdrawn or closed.</summary>
    CaseIsOver,

    /// <summary>Nobody is named: a case may change hands but never lose its owner.</summary>
    NoHandler,

    /// <summary>That person, in that team, has it already.</summary>
    AlreadyTheirs,

    /// <summary>That person decided an earlier stage, and this one must be decided by somebody else (ruling 12).</summary>
    DecidedAnEarlierStage,

    /// <summary>The complaint is about that person (Code 2022, 4.6).</summary>
    SubjectOfTheComplaint,

    /// <summary>The case is sealed, and that person is not among those who see it for good.</summary>
    NotAReader,

    /// <summary>The stage's procedure asks for a higher grade than theirs.</summary>
    BelowTheGrade,

    /// <summary>The stage's procedure asks for a grade, and nobody said which they have.</summary>
    GradeNotSaid,

    /// <summary>They made the decision complained of (ruling 12).</summary>
    MadeTheDecision,

    /// <summary>They manage whoever made the decision complained of (ruling 12).</summary>
    ManagesWhoMadeTheDecision,

    /// <summary>They made the decision complained of, and no reason is given why they have its first stage all the same.</summary>
    MadeTheDecisionNeedsReason,

    /// <summary>They manage whoever made the decision complained of, and no reason is given.</summary>
    ManagesWhoMadeTheDecisionNeedsReason,

    /// <summary>They manage somebody whom the complaint is about, and no reason is given.</summary>
    ManagesTheSubjectNeedsReason,

    /// <summary>They are in one team with somebody who decided an earlier stage, and no reason is given.</summary>
    SameTeamAsBeforeNeedsReason,

    /// <summary>They work in another service than the one complained of, and no reason is given.</summary>
    OtherServiceNeedsReason,

    /// <summary>Another team is given complaints about this service first and has not had it, and no reason is given.</summary>
    AnotherTeamIsFirstNeedsReason,
}

/// <summary>Making somebody responsible for the stage the case has reached.</summary>
public static class Assignment
{
    /// <summary>
    /// Whoever decided any part of an earlier stage is barred, whatever the procedure says (ruling 12); what else speaks
    /// against somebody bars them or asks for a reason (<see cref="Independence"/>).
    /// </summary>
    public static Decision<CannotAssign> Decide(Case assigned, AssignmentRequest request, Rules rules, DateOnly today)
    {
        if (assigned.IsOver)
        {
            return CannotAssign.CaseIsOver;
        }

        if (string.IsNullOrWhiteSpace(request.Handler))
        {
            return CannotAssign.NoHandler;
        }

        var stage = assigned.CurrentStage;
        if (stage.Handler == request.Handler && stage.Team == request.Team)
        {
            return CannotAssign.AlreadyTheirs;
        }

        if (assigned.IsAbout(request.Handler))
        {
            return CannotAssign.SubjectOfTheComplaint;
        }

        if (!Sealing.MayHave(assigned, request.Handler))
        {
            return CannotAssign.NotAReader;
        }

        if (Deciders.BarredFrom(assigned).Contains(request.Handler))
        {
            return CannotAssign.DecidedAnEarlierStage;
        }

        var why = Words.From(request.Why);
        var against = Independence.Against(assigned, stage.Number, stage.ProcedureId, request.Handler, rules, today);
        return against.Count > 0 && (why is null || against[0].Bars(stage.Number))
            ? Refusal(against[0], stage.Number)
            : new Assigned(today, stage.Number, request.Handler, request.Team, why);
    }

    private static CannotAssign Refusal(Closeness against, int stage) =>
        against switch
        {
            Closeness.BelowTheGrade => CannotAssign.BelowTheGrade,
            Closeness.GradeNotSaid => CannotAssign.GradeNotSaid,
            Closeness.MadeTheDecision when against.Bars(stage) => CannotAssign.MadeTheDecision,
            Closeness.MadeTheDecision => CannotAssign.MadeTheDecisionNeedsReason,
            Closeness.ManagesWhoMadeTheDecision when against.Bars(stage) => CannotAssign.ManagesWhoMadeTheDecision,
            Closeness.ManagesWhoMadeTheDecision => CannotAssign.ManagesWhoMadeTheDecisionNeedsReason,
            Closeness.ManagesTheSubject => CannotAssign.ManagesTheSubjectNeedsReason,
            Closeness.SameTeamAsBefore => CannotAssign.SameTeamAsBeforeNeedsReason,
            Closeness.AnotherTeamIsFirst => CannotAssign.AnotherTeamIsFirstNeedsReason,
            _ => CannotAssign.OtherServiceNeedsReason,
        };
}
