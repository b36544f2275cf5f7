namespace Redress.Core.Cases;

/// <summary>Who should see to a case from now on.</summary>
public sealed record AssignmentRequest(string? Handler, string? Team = null);

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
}

/// <summary>Making somebody responsible for the stage the case has reached.</summary>
public static class Assignment
{
    /// <summary>Whoever decided any part of an earlier stage is barred, whatever the procedure says (ruling 12).</summary>
    public static Decision<CannotAssign> Decide(Case assigned, AssignmentRequest request, DateOnly today)
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

        return new Assigned(today, stage.Number, request.Handler, request.Team);
    }
}
