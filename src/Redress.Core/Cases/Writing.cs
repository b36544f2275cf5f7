namespace Redress.Core.Cases;

/// <summary>Why a message cannot be written.</summary>
public enum CannotWrite
{
    /// <summary>It says nothing.</summary>
    NoText,

    /// <summary>Whoever it is to is not named as acting for anybody in this case.</summary>
    NotARepresentative,

    /// <summary>Nothing says that whoever it is to may act for the resident: they are told nothing.</summary>
    NoAuthority,
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

    /// <summary>
    /// The same, to somebody who acts for a resident and may, whoever the case's letters go to; or, where nobody is named, to
    /// everybody they go to.
    /// </summary>
    /// <param name="of">The case.</param>
    /// <param name="to">Whoever acts for a resident; none for whoever the case's letters go to.</param>
    /// <param name="channel">How it is to leave.</param>
    /// <param name="text">What it says.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotWrite> Decide(Case of, string? to, Channel channel, string? text, DateOnly today) =>
        string.IsNullOrEmpty(to) ? Decide(channel, text, today)
        : of.FindRepresentative(to) is not { } acting ? CannotWrite.NotARepresentative
        : !acting.MayAct(today) ? CannotWrite.NoAuthority
        : Words.From(text) is not { } words ? CannotWrite.NoText
        : new LetterWritten(today, channel, words, Copies: [new LetterCopy(to, channel)]);

    /// <summary>
    /// The same events; of the letters among them that are to nobody in particular each person gets a copy. What is to go by mail goes so to those who can be
    /// mailed, and to the others by post, also where a letter that waits goes another way.
    /// </summary>
    /// <param name="of">The case.</param>
    /// <param name="events">What happens.</param>
    /// <param name="people">Everybody who complains, or is owed a copy that waits, and whether they can be mailed.</param>
    public static IReadOnlyList<CaseEvent> ToEach(
        Case of,
        IReadOnlyList<CaseEvent> events,
        IReadOnlyDictionary<string, bool> people
    )
    {
        IReadOnlyList<LetterCopy> Copies(IEnumerable<string> to, Channel channel) =>
            [
                .. to.Select(person => new LetterCopy(
                    person,
                    channel == Channel.Email && !people[person] ? Channel.Letter : channel
                )),
            ];
        return
        [
            .. events.Select(happened =>
                happened switch
                {
                    LetterWritten { Copies: null } letter when of.Complainants.Count > 0 => letter with
                    {
                        Copies = Copies(of.Complainants, letter.Channel),
                    },
                    LetterRerouted { Channel: Channel.Email } way
                        when of.Letters.First(letter => letter.Number == way.Letter) is { Copies.Count: > 0 } letter =>
                        way with
                        {
                            Copies = Copies(letter.ToReroute.Select(copy => copy.Person), way.Channel),
                        },
                    _ => happened,
                }
            ),
        ];
    }

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
