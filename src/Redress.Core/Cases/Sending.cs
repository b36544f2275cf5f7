namespace Redress.Core.Cases;

/// <summary>Why a letter cannot leave, be recorded as gone, go another way or be cancelled.</summary>
public enum CannotSend
{
    /// <summary>No such letter waits: it has left, or was cancelled.</summary>
    NotWaiting,

    /// <summary>What it says is no longer so: the case was withdrawn, answered or changed while it waited.</summary>
    CaseMovedOn,

    /// <summary>The day it left has not come yet.</summary>
    SentInTheFuture,

    /// <summary>The day it left is before the day it was written.</summary>
    SentBeforeItWasWritten,

    /// <summary>Of a letter to several, every copy that has not left is to be mailed.</summary>
    NoneToPost,

    /// <summary>It is cancelled without a reason.</summary>
    NoReason,
}

/// <summary>What becomes of a letter that waits: it leaves, it cannot, it goes another way, it is cancelled.</summary>
public static class Sending
{
    /// <summary>
    /// The letter left on a day, and what it says is true from that day. Asked also before it is handed over, because a
    /// letter about a case that has moved on must not go. Of a letter to several it is true from the day on which the last
    /// copy left: met means sent (ruling 4), and it is not sent to those it has not left for.
    /// </summary>
    /// <param name="sent">The case.</param>
    /// <param name="letter">The letter's number.</param>
    /// <param name="on">The day it left.</param>
    /// <param name="today">Today.</param>
    /// <param name="person">Whose copy left; none where all that wait did.</param>
    public static Decision<CannotSend> Decide(Case sent, int letter, DateOnly on, DateOnly today, string? person = null)
    {
        if (Find(sent, letter, person) is not { } waiting)
        {
            return CannotSend.NotWaiting;
        }

        if (!StillHolds(sent, waiting, on))
        {
            return CannotSend.CaseMovedOn;
        }

        if (on > today)
        {
            return CannotSend.SentInTheFuture;
        }

        if (on < waiting.Written.On)
        {
            return CannotSend.SentBeforeItWasWritten;
        }

        if (OthersWait(waiting, person))
        {
            return new LetterCopySent(on, letter, person!);
        }

        var last = waiting.CopyLeftOn > on ? waiting.CopyLeftOn.Value : on;
        return waiting.Written.Means is { } means
            ? new List<CaseEvent> { Sent(means, waiting, last), new LetterSent(last, letter, Made: sent.Version + 1) }
            : new LetterSent(last, letter);
    }

    /// <summary>
    /// The letter was posted; of a letter to several, the copies that wait for the post. The others have not left, and go
    /// on waiting.
    /// </summary>
    public static Decision<CannotSend> Posted(Case sent, int letter, DateOnly on, DateOnly today)
    {
        var copies = Find(sent, letter)?.Copies ?? [];
        var posted = copies.Where(copy => copy.Channel != Channel.Email).ToList();
        if (posted.Count == copies.Count)
        {
            return Decide(sent, letter, on, today);
        }

        if (posted.Count == 0)
        {
            return CannotSend.NoneToPost;
        }

        // Others wait, so that each of these is a copy sent, and none of them the letter.
        var sentCopies = posted.Select(copy => Decide(sent, letter, on, today, copy.Person)).ToList();
        return sentCopies.Find(copy => copy.Refusal is not null)?.Refusal is { } refusal
            ? refusal
            : sentCopies.SelectMany(copy => copy.Events).ToList();
    }

    /// <summary>The letter left, and only then it was seen that the case had moved on: it is gone, and makes nothing true.</summary>
    public static Decision<CannotSend> Gone(Case sent, int letter, DateOnly on, string? person = null) =>
        Find(sent, letter, person) is not { } waiting ? CannotSend.NotWaiting
        : OthersWait(waiting, person) ? new LetterCopySent(on, letter, person!)
        : new LetterSent(on, letter);

    /// <summary>The letter could not leave.</summary>
    /// <param name="unsent">The case.</param>
    /// <param name="letter">The letter's number.</param>
    /// <param name="why">Why.</param>
    /// <param name="answer">What the other side said, if anything.</param>
    /// <param name="today">Today.</param>
    /// <param name="person">Whose copy; none where it is the letter.</param>
    public static Decision<CannotSend> Fail(
        Case unsent,
        int letter,
        LetterFailure why,
        string? answer,
        DateOnly today,
        string? person = null
    ) =>
        Find(unsent, letter, person) is null
            ? CannotSend.NotWaiting
            : new LetterFailed(today, letter, why, Words.From(answer), person);

    /// <summary>The letter goes another way, or is tried again.</summary>
    public static Decision<CannotSend> Reroute(Case rerouted, int letter, Channel channel, DateOnly today) =>
        Find(rerouted, letter) is not { } waiting ? CannotSend.NotWaiting
        : !StillHolds(rerouted, waiting, today) ? CannotSend.CaseMovedOn
        : new LetterRerouted(today, letter, channel);

    /// <summary>The letter does not go at all.</summary>
    public static Decision<CannotSend> Cancel(Case cancelled, int letter, string? reason, DateOnly today) =>
        Find(cancelled, letter) is null ? CannotSend.NotWaiting
        : Words.From(reason) is not { } why ? CannotSend.NoReason
        : new LetterCancelled(today, letter, why);

    /// <summary>What would be true if a letter left today, to be judged beforehand; any other event is itself.</summary>
    public static CaseEvent AsIfSent(CaseEvent happens, DateOnly today) =>
        happens is LetterWritten { Means: { } means } written
            ? Sent(means, new WaitingLetter(0, written, WrittenBy: ""), today)
            : happens;

    /// <summary>The same without the letter's words, which are kept once, with the letter.</summary>
    internal static CaseEvent Unsent(CaseEvent means) =>
        means switch
        {
            Acknowledged e => e with { Letter = null },
            HoldingLetterSent e => e with { Letter = null },
            Responded e => e with { Letter = null },
            HearingNotified e => e with { Letter = null },
            AnswerCorrected e => e with { Letter = null },
            _ => means,
        };

    /// <summary>The proposal that a refusal rests on; none for any other event.</summary>
    internal static int? ProposalOf(CaseEvent? means) =>
        means switch
        {
            Refused refused => refused.Proposal,
            EscalationRefused refused => refused.Proposal,
            _ => null,
        };

    private static WaitingLetter? Find(Case of, int letter, string? person = null) =>
        of.Letters.FirstOrDefault(waiting =>
            waiting.Number == letter && (person is null || waiting.Copies.Any(copy => copy.Person == person))
        );

    private static bool OthersWait(WaitingLetter letter, string? person) =>
        person is not null && letter.Copies.Any(copy => copy.Person != person);

    private static CaseEvent Sent(CaseEvent means, WaitingLetter letter, DateOnly on)
    {
        var (channel, text) = (letter.Channel, letter.Written.Text);
        return means switch
        {
            Acknowledged e => e with { On = on, Channel = channel, Letter = text },
            HoldingLetterSent e => e with { On = on, Letter = text },
            Extended e => e with { On = on, ToldOn = on },
            Responded e => e with { On = on, Channel = channel, Letter = text },
            HearingNotified e => e with { On = on, Channel = channel, Letter = text },
            AnswerCorrected e => e with { On = on, Channel = channel, Letter = text },
            Refused e => e with { On = on, Channel = channel },
            EscalationRefused e => e with { On = on, Channel = channel },
            _ => means with { On = on },
        };
    }

    /// <summary>
    /// Whether what the letter says could still be said on a day. An answer must not leave with findings that have changed,
    /// nor notice of a hearing that is no longer to come.
    /// </summary>
    private static bool StillHolds(Case of, WaitingLetter letter, DateOnly on) =>
        letter.Written.Means switch
        {
            null => true,
            Acknowledged e => !of.IsOver
                && of.Stage == e.Stage
                && of.CurrentStage is { AcknowledgedOn: null, RespondedOn: null },
            Responded e => !of.IsOver
                && of.Stage == e.Stage
                && of.CurrentStage is { RespondedOn: null, Handler: { } handler }
                && !Deciders.BarredFrom(of).Overlaps([letter.WrittenBy, handler])
                && of.History.Skip(letter.Number).All(later => later.Event is not (PointRaised or PointDecided)),
            HearingNotified e => of.Status == CaseStatus.Open && of.Stage == e.Stage && on < e.HearingOn,
            AnswerCorrected e => AnswerArrival.StageOf(of)?.Number == e.Stage,
            StageEvent e => of.Status == CaseStatus.Open && of.Stage == e.Stage,
            var means => ProposalOf(means) is { } proposal && proposal == of.PendingRefusal?.Proposal,
        };
}
