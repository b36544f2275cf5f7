namespace Redress.Core.Cases;

/// <summary>Who a message is from.</summary>
public enum MessageSender
{
    /// <summary>The resident.</summary>
    Resident,

    /// <summary>Somebody who acts for the resident.</summary>
    Representative,

    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>
/// Something came in about a case that exists, or with the complaint itself: a message, a letter, photos. Whoever
/// recorded it is the resident where they sent it here themselves, and otherwise staff.
/// </summary>
/// <param name="On">The day it came.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Text">What it says; none where only files came.</param>
/// <param name="Files">What came with it, in order; none where nothing did.</param>
/// <param name="From">Who it is from.</param>
/// <param name="Person">Which of several complainants sent it here themselves; none where that is not known.</param>
public sealed record MessageReceived(
    DateOnly On,
    Channel Channel,
    Words? Text = null,
    IReadOnlyList<ReceivedFile>? Files = null,
    MessageSender From = MessageSender.Resident,
    string? Person = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Text = Text is null ? null : change(Text),
            Files = Files is null ? null : [.. Files.Select(file => file.WithWords(change))],
        };

    /// <summary>Whether the other says the same, with the same files in the same order.</summary>
    public bool Equals(MessageReceived? other) =>
        base.Equals(other)
        && Channel == other!.Channel
        && Text == other.Text
        && From == other.From
        && Person == other.Person
        && (Files ?? []).SequenceEqual(other.Files ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Channel, Text, From, Files?.Count);
}

/// <summary>Somebody on the staff has read what came in and seen to it.</summary>
/// <param name="On">The day.</param>
/// <param name="UpTo">The sequence of the last message read; those before it are read too.</param>
public sealed record MessagesRead(DateOnly On, int UpTo) : CaseEvent(On);
