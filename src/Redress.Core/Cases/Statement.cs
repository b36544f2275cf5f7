namespace Redress.Core.Cases;

/// <summary>How a statement that was asked of a subject stands.</summary>
public enum StatementState
{
    /// <summary>Nothing has come yet. Once its day has passed without it, they did not answer.</summary>
    Awaited,

    /// <summary>They answered.</summary>
    Given,

    /// <summary>They said that they have nothing to say.</summary>
    NothingToSay,

    /// <summary>The day passed and nothing had come. They may still answer until the answer to the resident is sent.</summary>
    NotAnswered,

    /// <summary>It is no longer asked of them.</summary>
    Withdrawn,
}

/// <summary>
/// What a member of staff whom the complaint is about was asked, with all that was released to them, and what they said.
/// </summary>
public sealed class Statement
{
    private readonly List<Words> said = [];

    internal Statement(StatementRequested asked, string by) =>
        (Number, Request, Stage, Person, AskedOn, AnswerBy, Questions, Extracts, Support, AskedBy) = (
            asked.Statement,
            asked.Request,
            asked.Stage,
            asked.Person,
            asked.On,
            asked.AnswerBy,
            asked.Questions,
            asked.Extracts,
            asked.Support,
            by
        );

    /// <summary>Its number within the case, from 1.</summary>
    public int Number { get; }

    /// <summary>Its own random id, which is all that whoever is asked knows it by.</summary>
    public string Request { get; }

    /// <summary>The stage it was asked in.</summary>
    public int Stage { get; }

    /// <summary>Who is asked.</summary>
    public string Person { get; }

    /// <summary>The day they were asked.</summary>
    public DateOnly AskedOn { get; }

    /// <summary>The last day on which an answer is in time.</summary>
    public DateOnly AnswerBy { get; }

    /// <summary>What they are asked.</summary>
    public Words Questions { get; }

    /// <summary>What they may read of what was said, each copied for them.</summary>
    public IReadOnlyList<Words> Extracts { get; }

    /// <summary>The support they were offered.</summary>
    public Words Support { get; }

    /// <summary>Who asked.</summary>
    public string AskedBy { get; }

    /// <summary>How it stands.</summary>
    public StatementState State { get; private set; }

    /// <summary>The day of their first answer, or on which they said that they have nothing to say; none before.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>What they said, in the order it came.</summary>
    public IReadOnlyList<Words> Said => said;

    internal void Apply(StatementGiven given)
    {
        said.Add(given.Text);
        (State, AnsweredOn) = (StatementState.Given, AnsweredOn ?? given.On);
    }

    internal void Apply(StatementWaived waived) =>
        (State, AnsweredOn) = (StatementState.NothingToSay, AnsweredOn ?? waived.On);

    internal void Apply(StatementPassed _) => State = StatementState.NotAnswered;

    internal void Apply(StatementWithdrawn _) => State = StatementState.Withdrawn;
}
