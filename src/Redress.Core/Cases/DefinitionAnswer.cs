namespace Redress.Core.Cases;

/// <summary>The resident said that the complaint, as set down, is not what they said. It is to be set down again.</summary>
/// <param name="On">The day.</param>
/// <param name="Text">What is wrong with it, in their words.</param>
public sealed record DefinitionDisputed(DateOnly On, Words Text) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Text = change(Text) };
}

/// <summary>The resident said that the complaint, as set down, is what they said.</summary>
public sealed record DefinitionAgreed(DateOnly On) : CaseEvent(On);

/// <summary>What a resident said to how their complaint was set down.</summary>
/// <param name="Text">What is wrong with it.</param>
/// <param name="On">The day they said so.</param>
/// <param name="AnsweredOn">The day it was set down again; none while it was not.</param>
public sealed record DefinitionDispute(Words Text, DateOnly On, DateOnly? AnsweredOn = null);

/// <summary>Why a resident cannot answer a definition.</summary>
public enum CannotAnswerDefinition
{
    /// <summary>It was not set down yet.</summary>
    NotDefined,

    /// <summary>The complaint is answered or over; they may ask for the next stage instead.</summary>
    AlreadyAnswered,

    /// <summary>They have said that it is right.</summary>
    AlreadyAgreed,

    /// <summary>They have said that it is wrong, and it is not set down again yet.</summary>
    AlreadyDisputed,

    /// <summary>It does not say what is wrong.</summary>
    NothingSaid,
}

/// <summary>A resident's answer to how their complaint was understood, while it can still be put right.</summary>
public static class DefinitionAnswer
{
    /// <summary>They agree. Whoever has said that it is wrong says so again only once it was set down anew.</summary>
    public static Decision<CannotAnswerDefinition> Agree(Case defined, DateOnly today) =>
        Refusal(defined) is { } refusal ? refusal : new DefinitionAgreed(today);

    /// <summary>They do not, and say why.</summary>
    public static Decision<CannotAnswerDefinition> Dispute(Case defined, string? text, DateOnly today)
    {
        if (Refusal(defined) is { } refusal)
        {
            return refusal;
        }

        return Words.From(text) is { } words
            ? new DefinitionDisputed(today, words)
            : CannotAnswerDefinition.NothingSaid;
    }

    /// <summary>Why there is nothing to answer; none where there is.</summary>
    public static CannotAnswerDefinition? Refusal(Case defined) =>
        defined.Definition is null ? CannotAnswerDefinition.NotDefined
        : defined.Status != CaseStatus.Open ? CannotAnswerDefinition.AlreadyAnswered
        : defined.DefinitionAgreedOn is not null ? CannotAnswerDefinition.AlreadyAgreed
        : defined.DefinitionDispute is { AnsweredOn: null } ? CannotAnswerDefinition.AlreadyDisputed
        : null;
}
