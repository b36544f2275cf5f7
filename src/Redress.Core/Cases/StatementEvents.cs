namespace Redress.Core.Cases;

/// <summary>
/// A member of staff whom the complaint is about was asked for a statement. They see what stands here and nothing of the case.
/// </summary>
/// <param name="On">The day they were asked.</param>
/// <param name="Stage">The stage it was asked in.</param>
/// <param name="Statement">Its number within the case, from 1.</param>
/// <param name="Request">Its own random id, by which whoever is asked knows it.</param>
/// <param name="Person">The id of the member of staff.</param>
/// <param name="Questions">What they are asked.</param>
/// <param name="Extracts">What was released to them, each copied by itself.</param>
/// <param name="Support">The support they were offered, and by whom.</param>
/// <param name="AnswerBy">The last day on which an answer is in time.</param>
public sealed record StatementRequested(
    DateOnly On,
    int Stage,
    int Statement,
    string Request,
    string Person,
    Words Questions,
    IReadOnlyList<Words> Extracts,
    Words Support,
    DateOnly AnswerBy
) : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Questions = change(Questions),
            Extracts = [.. Extracts.Select(change)],
            Support = change(Support),
        };

    /// <summary>Whether the other asks the same of the same person, with the same extracts in the same order.</summary>
    public bool Equals(StatementRequested? other) =>
        base.Equals(other)
        && (Statement, Request, Person, AnswerBy) == (other!.Statement, other.Request, other.Person, other.AnswerBy)
        && (Questions, Support) == (other.Questions, other.Support)
        && Extracts.SequenceEqual(other.Extracts);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(base.GetHashCode(), Statement, Request, Person, AnswerBy, Questions, Support, Extracts.Count);
}

/// <summary>They made a statement, or added to the one they had made.</summary>
/// <param name="On">The day.</param>
/// <param name="Statement">The number of what was asked.</param>
/// <param name="Text">What they said.</param>
public sealed record StatementGiven(DateOnly On, int Statement, Words Text) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Text = change(Text) };
}

/// <summary>They said that they have nothing to say.</summary>
/// <param name="On">The day.</param>
/// <param name="Statement">The number of what was asked.</param>
public sealed record StatementWaived(DateOnly On, int Statement) : CaseEvent(On);

/// <summary>The days they had passed, and they had not answered. They may still.</summary>
/// <param name="On">The day this was found, after the last of theirs.</param>
/// <param name="Statement">The number of what was asked.</param>
public sealed record StatementPassed(DateOnly On, int Statement) : CaseEvent(On);

/// <summary>The statement is no longer asked for. They see nothing more of what was released.</summary>
/// <param name="On">The day.</param>
/// <param name="Statement">The number of what was asked.</param>
/// <param name="Why">What it was withdrawn for.</param>
/// <param name="Reason">What whoever withdrew it said; none where it followed from something else.</param>
public sealed record StatementWithdrawn(DateOnly On, int Statement, StatementWithdrawal Why, Words? Reason = null)
    : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Reason = Reason is null ? null : change(Reason),
        };
}
