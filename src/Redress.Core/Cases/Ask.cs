namespace Redress.Core.Cases;

/// <summary>Something a colleague or a service was asked, which the case waits for.</summary>
public sealed class Ask
{
    internal Ask(Asked asked, string by) =>
        (Number, AskedOn, What, AnswerBy, Of, Service, AskedBy) = (
            asked.Ask,
            asked.On,
            asked.What,
            asked.AnswerBy,
            asked.Of,
            asked.Service,
            by
        );

    /// <summary>Its number within the case, from 1.</summary>
    public int Number { get; }

    /// <summary>The day they were asked.</summary>
    public DateOnly AskedOn { get; }

    /// <summary>What they were asked.</summary>
    public Words What { get; }

    /// <summary>The day an answer is wanted by, included.</summary>
    public DateOnly AnswerBy { get; }

    /// <summary>The colleague; none where a service was asked.</summary>
    public string? Of { get; }

    /// <summary>The service; none where a colleague was asked.</summary>
    public Words? Service { get; }

    /// <summary>Who asked.</summary>
    public string AskedBy { get; }

    /// <summary>What they said; none while they have not.</summary>
    public Words? Answer { get; private set; }

    /// <summary>Why it was given up; none where it was not.</summary>
    public Words? GivenUpBecause { get; private set; }

    /// <summary>The day it was answered or given up; none while the case waits for it.</summary>
    public DateOnly? SettledOn { get; private set; }

    internal void Apply(AskAnswered answered) => (Answer, SettledOn) = (answered.Answer, answered.On);

    internal void Apply(AskGivenUp givenUp) => (GivenUpBecause, SettledOn) = (givenUp.Reason, givenUp.On);
}
