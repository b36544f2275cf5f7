using Redress.Core.Calendar;

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

    /// <summary>It goes to somebody who acts for a resident, and nothing says that they may (any more).</summary>
    NoAuthority,

    /// <summary>Whoever it goes to must not be reached that way.</summary>
    NotSafe,

    /// <summary>It is cancelled without a reason.</summary>
    NoReason,

    /// <summary>It goes to somebody confidential: whoever may know where to prints it, posts it and says so.</summary>
    ForTheTeam,
}

/// <summary>What becomes of a letter that waits: it leaves, it cannot, it goes another way, it is cancelled.</summary>
public static class Sending
{
    /// <summary>
    /// The letter left on a day, and what it says is true from that day. Asked also before it is handed over, because a
    /// letter about a case that has moved on must not go. Whether it had is judged by the case as it was known on that day.
    /// Of a letter to several it is true from the day on which the last copy left: met means sent (ruling 4), and it is not
    /// sent to those it has not left for.
    /// </summary>
    /// <param name="sent">The case.</param>
    /// <param name="letter">The letter's number.</param>
    /// <param name="rules">The landlord's rules.</param>
    /// <param name="on">The day it left.</param>
    /// <param name="today">Today.</param>
    /// <param name="person">Whose copy left; none where all that wait did.</param>
    public static Decision<CannotSend> Decide(
        Case sent,
        int letter,
        Rules rules,
        DateOnly on,
        DateOnly today,
        string? person = null
    )
    {
        if (Find(sent, letter, person) is not { } waiting)
        {
            return CannotSend.NotWaiting;
        }

        if (on > today)
        {
            return CannotSend.SentInTheFuture;
        }

        if (on < waiting.Written.On)
        {
            return CannotSend.SentBeforeItWasWritten;
        }

        var last = LastOf(waiting, on);
        if (!MayReach(AsKnown(sent, waiting, last), waiting, last))
        {
            return CannotSend.NoAuthority;
        }

        if (Unsafe(sent, waiting, last).Any(copy => person is null || copy.Person == person))
        {
            return CannotSend.NotSafe;
        }

        if (!Held(sent, waiting, rules, last))
        {
            return CannotSend.CaseMovedOn;
        }

        if (OthersWait(waiting, person))
        {
            return new LetterCopySent(on, letter, person!);
        }

        return waiting.Written.Means is { } means
            ? new List<CaseEvent> { Sent(means, waiting, last), new LetterSent(last, letter, Made: sent.Version + 1) }
            : new LetterSent(last, letter);
    }

    /// <summary>
    /// The letter was posted; of a letter to several, the copies that wait for the post. The others have not left, and go
    /// on waiting. Paper that left has left, whatever the case has come to: where what it says was no longer so on that day,
    /// it makes nothing true.
    /// </summary>
    /// <inheritdoc cref="Decide"/>
    public static Decision<CannotSend> Posted(Case sent, int letter, Rules rules, DateOnly on, DateOnly today)
    {
        if (Find(sent, letter) is not { } waiting)
        {
            return CannotSend.NotWaiting;
        }

        var posted = waiting.Copies.Where(copy => copy.Channel != Channel.Email).ToList();
        if (waiting.IsToOne || posted.Count == waiting.Copies.Count)
        {
            return Left(sent, letter, rules, on, today);
        }

        if (posted.Count == 0)
        {
            return CannotSend.NoneToPost;
        }

        // Others wait, so that each of these is a copy sent, and none of them the letter.
        var sentCopies = posted.Select(copy => Left(sent, letter, rules, on, today, copy.Person)).ToList();
        return sentCopies.Find(copy => copy.Refusal is not null)?.Refusal is { } refusal
            ? refusal
            : sentCopies.SelectMany(copy => copy.Events).ToList();
    }

    /// <summary>The letter left, whatever the case has come to: it is gone, and makes true what it did on that day, or nothing.</summary>
    /// <inheritdoc cref="Decide"/>
    public static Decision<CannotSend> Left(
        Case sent,
        int letter,
        Rules rules,
        DateOnly on,
        DateOnly today,
        string? person = null
    )
    {
        var decision = Decide(sent, letter, rules, on, today, person);
        return decision.Refusal is not (CannotSend.CaseMovedOn or CannotSend.NoAuthority or CannotSend.NotSafe)
                ? decision
            : Find(sent, letter, person) is { } waiting && OthersWait(waiting, person)
                ? new LetterCopySent(on, letter, person!)
            : new LetterSent(LastOf(Find(sent, letter)!, on), letter);
    }

    /// <summary>
    /// What follows for the letters that wait from whatever else happened: those whose words are no longer so can leave no
    /// more. Asked after every act, so that nobody counts on a letter that will not go.
    /// </summary>
    /// <param name="of">The case as it is after the act.</param>
    /// <param name="rules">The landlord's rules.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<CaseEvent> MovedOn(Case of, Rules rules, DateOnly today) =>
        [
            .. of
                .Letters.Where(letter => !letter.IsOutOfDate)
                .Select(letter => (letter, why: WhyNot(of, letter, rules, today)))
                .Where(one => one.why is not null)
                .Select(one => new LetterFailed(today, one.letter.Number, one.why!.Value)),
            .. of
                .Letters.Where(letter => !letter.IsOutOfDate && WhyNot(of, letter, rules, today) is null)
                .SelectMany(letter =>
                    Unsafe(of, letter, today)
                        .Where(copy => copy.Failure is null)
                        .Select(copy => new LetterFailed(
                            today,
                            letter.Number,
                            LetterFailure.NotSafe,
                            Person: copy.Person
                        ))
                ),
        ];

    /// <summary>The copies that wait to go to somebody in a way in which they must not be reached.</summary>
    private static IEnumerable<WaitingCopy> Unsafe(Case of, WaitingLetter letter, DateOnly on) =>
        letter.Copies.Where(copy => RecordingNeeds.Forbid(of, copy.Person, letter.Kind, copy.Channel, on));

    /// <summary>Why a letter can leave no more, whoever takes it; none where it can.</summary>
    private static LetterFailure? WhyNot(Case of, WaitingLetter letter, Rules rules, DateOnly on) =>
        !MayReach(of, letter, on) ? LetterFailure.NoAuthority
        : !Holds(of, letter, rules, on) ? LetterFailure.CaseMovedOn
        : null;

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
    public static Decision<CannotSend> Reroute(
        Case rerouted,
        int letter,
        Channel channel,
        Rules rules,
        DateOnly today
    ) =>
        Find(rerouted, letter) is not { } waiting ? CannotSend.NotWaiting
        : !MayReach(rerouted, waiting, today) ? CannotSend.NoAuthority
        : RecordingNeeds.ForbidAll(
            rerouted,
            [.. waiting.ToReroute.Select(copy => copy.Person)],
            waiting.Kind,
            channel,
            today
        )
            ? CannotSend.NotSafe
        : !Holds(rerouted, waiting, rules, today) ? CannotSend.CaseMovedOn
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
            ServiceRequestAgreed e => e with { Letter = null },
            ContactRestricted e => e with { Letter = null },
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
            ServiceRequestAgreed e => e with { On = on, Channel = channel, Letter = text },
            ContactRestricted e => e with { On = on, Channel = channel, Letter = text },
            Refused e => e with { On = on, Channel = channel },
            EscalationRefused e => e with { On = on, Channel = channel },
            _ => means with { On = on },
        };
    }

    /// <summary>The day on which the last copy left, if this one leaves on that day.</summary>
    private static DateOnly LastOf(WaitingLetter letter, DateOnly on) =>
        letter.CopyLeftOn > on ? letter.CopyLeftOn.Value : on;

    /// <summary>
    /// Whether what the letter says was so on a day, as the case was known by the end of it: of two things on one day nobody
    /// can tell which came first. A refusal, or a service request agreed to, ends a case or a stage, and does not undo that it has gone on since.
    /// </summary>
    private static bool Held(Case of, WaitingLetter letter, Rules rules, DateOnly on) =>
        Holds(AsKnown(of, letter, on), letter, rules, on)
        && (!Ends(letter.Written.Means) || Holds(of, letter, rules, on));

    private static bool Ends(CaseEvent? means) => means is Refused or EscalationRefused or ServiceRequestAgreed;

    private static Case AsKnown(Case of, WaitingLetter letter, DateOnly on) =>
        LondonTime.Day(of.History[^1].RecordedAt) <= on
            ? of
            : Case.Fold(
                of.Id,
                of.History.TakeWhile(one => one.Sequence <= letter.Number || LondonTime.Day(one.RecordedAt) <= on)
            );

    /// <summary>
    /// Whether what the letter says can be said on a day. An answer must not leave with findings that have changed, nor
    /// notice of a hearing that is no longer to come, nor a promise whose day has passed.
    /// </summary>
    private static bool Holds(Case of, WaitingLetter letter, Rules rules, DateOnly on) =>
        letter.Written.Means switch
        {
            null => true,
            AuthorityRequested e => !(of.FindRepresentative(e.Person)?.MayAct(on) ?? true),
            _ when !IsToSomebodyInIt(of, letter) => false,
            ResidentToldOfAuthority e => of.FindRepresentative(e.Person)?.MayAct(on) ?? false,
            Acknowledged e => !of.IsOver
                && of.Stage == e.Stage
                && of.CurrentStage is { AcknowledgedOn: null, RespondedOn: null }
                && !IsDefinedAnew(of, letter),
            Responded e => !of.IsOver
                && of.Stage == e.Stage
                && of.CurrentStage is { RespondedOn: null, Handler: { } handler }
                && !Deciders.BarredFrom(of).Overlaps([letter.WrittenBy, handler])
                && !Independence.ReviewsTheirOwn(of, letter.WrittenBy, rules, on)
                && !Independence.ReviewsTheirOwn(of, handler, rules, on)
                && of.History.Skip(letter.Number).All(later => later.Event is not (PointRaised or PointDecided)),
            HearingNotified e => IsOpenAt(of, e) && on < e.HearingOn,
            HoldingLetterSent e => IsOpenAt(of, e) && on <= e.Until,
            Extended e => IsOpenAt(of, e) && on <= e.Until && IsToldInTime(of, letter, rules, on),
            ServiceRequestAgreed e => of is { Status: CaseStatus.Open, Complainants.Count: 1 }
                && ServiceRequestAgreement.MayAgree(of, e.AgreedBy, e.AgreedOn)
                && e.AgreedOn >= of.CurrentStage.StartedOn,
            ContactRestricted e => Restrictions.CanHold(of, e.Proposal, on),
            AnswerCorrected e => AnswerArrival.StageOf(of)?.Number == e.Stage,
            StageEvent e => IsOpenAt(of, e),
            var means => ProposalOf(means) is { } proposal && proposal == of.PendingRefusal?.Proposal,
        };

    /// <summary>
    /// Whether whoever it goes to may have it on a day: whoever acts for a resident may not, without authority in force, but
    /// for the letter that asks them for it.
    /// </summary>
    private static bool MayReach(Case of, WaitingLetter letter, DateOnly on) =>
        letter.Written.Means is AuthorityRequested
        || letter.Copies.All(copy => of.FindRepresentative(copy.Person)?.MayAct(on) ?? true);

    /// <summary>Whether anybody whom it goes to still complains: those who do are not told by what goes to others.</summary>
    private static bool IsToSomebodyInIt(Case of, WaitingLetter letter) =>
        letter.Written.Copies?.Any(copy => of.Complainants.Contains(copy.Person)) ?? true;

    /// <summary>An acknowledgement says what we understood (ruling 5), which is another thing once the complaint is defined anew.</summary>
    private static bool IsDefinedAnew(Case of, WaitingLetter letter) =>
        of.History.Take(letter.Number).Any(before => before.Event is Defined)
        && of.History.Skip(letter.Number).Any(later => later.Event is Defined);

    private static bool IsOpenAt(Case of, StageEvent means) => of.Status == CaseStatus.Open && of.Stage == means.Stage;

    /// <summary>
    /// More time counts only where the resident is told before the old date has passed (ruling 6). Who wrote after it knew
    /// that; who wrote before it meant the letter to count.
    /// </summary>
    private static bool IsToldInTime(Case of, WaitingLetter letter, Rules rules, DateOnly on) =>
        Extension.AnswerDue(of, rules, on) is not { } due || on <= due || letter.Written.On > due;
}
