namespace Redress.Core.Cases;

/// <summary>A point as decided.</summary>
/// <param name="Point">Its number within the case.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Reason">Why, with the policy, law or good practice it rests on.</param>
/// <param name="Remedy">What will put it right, if anything must.</param>
public sealed record PointDecision(int Point, Finding Finding, string? Reason, string? Remedy = null);

/// <summary>Why a point cannot be raised.</summary>
public enum CannotRaisePoint
{
    /// <summary>The case is answered, withdrawn or closed.</summary>
    CaseIsNotOpen,

    /// <summary>It says nothing.</summary>
    NoText,
}

/// <summary>Why a point cannot be decided.</summary>
public enum CannotDecidePoint
{
    /// <summary>The case is answered, withdrawn or closed.</summary>
    CaseIsNotOpen,

    /// <summary>Nobody has this stage yet: assign it first.</summary>
    NoHandler,

    /// <summary>Who decides, or who has the stage, decided an earlier one, and somebody else must decide this (ruling 12).</summary>
    DecidedAnEarlierStage,

    /// <summary>Who decides, or who has the stage, made the decision complained of or manages whoever did (ruling 12).</summary>
    ReviewsTheirOwn,

    /// <summary>The case has no point of that number.</summary>
    NoSuchPoint,

    /// <summary>No reason was given: a finding without one answers nothing.</summary>
    NoReason,
}

/// <summary>Separating a complaint into points, and deciding each.</summary>
public static class Points
{
    /// <summary>A point takes the next number of its case.</summary>
    public static Decision<CannotRaisePoint> Raise(Case raisedIn, string? text, DateOnly today)
    {
        if (raisedIn.Status != CaseStatus.Open)
        {
            return CannotRaisePoint.CaseIsNotOpen;
        }

        if (Words.From(text) is not { } point)
        {
            return CannotRaisePoint.NoText;
        }

        return new PointRaised(today, raisedIn.Points.Count + 1, point);
    }

    /// <summary>A point may be decided again until the answer is sent, and at a later stage.</summary>
    /// <param name="decidedIn">The case.</param>
    /// <param name="request">The point as decided.</param>
    /// <param name="decidedBy">Who decides it: neither they nor who has the stage decided an earlier one, or what is complained of.</param>
    /// <param name="rules">The landlord's rules.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotDecidePoint> Decide(
        Case decidedIn,
        PointDecision request,
        string decidedBy,
        Rules rules,
        DateOnly today
    )
    {
        if (decidedIn.Status != CaseStatus.Open)
        {
            return CannotDecidePoint.CaseIsNotOpen;
        }

        if (decidedIn.CurrentStage.Handler is not { } handler)
        {
            return CannotDecidePoint.NoHandler;
        }

        if (Deciders.BarredFrom(decidedIn).Overlaps([decidedBy, handler]))
        {
            return CannotDecidePoint.DecidedAnEarlierStage;
        }

        if (new[] { decidedBy, handler }.Any(who => Independence.ReviewsTheirOwn(decidedIn, who, rules, today)))
        {
            return CannotDecidePoint.ReviewsTheirOwn;
        }

        if (request.Point < 1 || request.Point > decidedIn.Points.Count)
        {
            return CannotDecidePoint.NoSuchPoint;
        }

        if (Words.From(request.Reason) is not { } reason)
        {
            return CannotDecidePoint.NoReason;
        }

        return new PointDecided(today, request.Point, request.Finding, reason, Words.From(request.Remedy));
    }
}
