namespace Redress.Core.Cases;

/// <summary>Why a message cannot be written.</summary>
public enum CannotWrite
{
    /// <summary>It says nothing.</summary>
    NoText,
}

/// <summary>Writing a letter that leaves from here: it waits, and what it says is true once it has left (ruling 4).</summary>
public static class Writing
{
    /// <summary>A message that meets no duty, such as who has the case now. It may be written whatever became of the case.</summary>
    /// <param name="channel">How it is to leave.</param>
    /// <param name="text">What it says.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotWrite> Decide(Channel channel, string? text, DateOnly today) =>
        Words.From(text) is { } words ? new LetterWritten(today, channel, words) : CannotWrite.NoText;

    /// <summary>The same events; of the letters among them each person gets a copy.</summary>
    /// <param name="events">What happens.</param>
    /// <param name="copies">Whom the letters go to, and how.</param>
    public static IReadOnlyList<CaseEvent> ToEach(IReadOnlyList<CaseEvent> events, IReadOnlyList<LetterCopy> copies) =>
        [
            .. events.Select(happened =>
                happened is LetterWritten letter
                    ? letter with
                    {
                        Copies =
                        [
                            .. copies.Select(copy =>
                                letter.Channel == Channel.Email ? copy : copy with { Channel = letter.Channel }
                            ),
                        ],
                    }
                    : happened
            ),
        ];

    /// <summary>What happens: that which the letter means where it was sent already, or else that it waits to leave.</summary>
    internal static CaseEvent Or(DateOnly? sentOn, Channel channel, Words text, CaseEvent means, DateOnly today) =>
        sentOn is null ? new LetterWritten(today, channel, text, Sending.Unsent(means)) : means;

    /// <summary>Whether a letter that would make the same true of this stage waits already.</summary>
    internal static bool Waits<T>(Case of)
        where T : StageEvent => of.Letters.Any(letter => letter.Written.Means is T means && means.Stage == of.Stage);

    /// <summary>Whether the letter of the refusal that was proposed waits already.</summary>
    internal static bool RefusalWaits(Case of) =>
        of.Letters.Any(letter =>
            Sending.ProposalOf(letter.Written.Means) is { } proposal && proposal == of.PendingRefusal?.Proposal
        );
}
