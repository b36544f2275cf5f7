namespace Redress.Core.Cases;

/// <summary>A letter that was written and has not left.</summary>
/// <param name="Number">The sequence in the case's history with which it was written, by which it is named.</param>
/// <param name="Written">What it says, and what its leaving makes true.</param>
/// <param name="WrittenBy">Who wrote it.</param>
public sealed record WaitingLetter(int Number, LetterWritten Written, string WrittenBy)
{
    /// <summary>How it is to leave.</summary>
    public Channel Channel { get; init; } = Written.Channel;

    /// <summary>Why it could not leave; none while nothing hinders it.</summary>
    public LetterFailure? Failure { get; init; }

    /// <summary>Which letter it is.</summary>
    public MessageKind Kind => Messages.KindOf(Written.Means);
}
