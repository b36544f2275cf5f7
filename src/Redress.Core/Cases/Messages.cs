namespace Redress.Core.Cases;

/// <summary>Which way a message went.</summary>
public enum Direction
{
    /// <summary>To the landlord.</summary>
    In,

    /// <summary>From the landlord.</summary>
    Out,
}

/// <summary>What a message is.</summary>
public enum MessageKind
{
    /// <summary>What the case began with.</summary>
    Received,

    /// <summary>The resident asked for the next stage.</summary>
    NextStageRequested,

    /// <summary>The resident withdrew.</summary>
    Withdrawn,

    /// <summary>The resident said that the definition is not what they said.</summary>
    DefinitionDisputed,

    /// <summary>An acknowledgement.</summary>
    Acknowledgement,

    /// <summary>A holding letter.</summary>
    HoldingLetter,

    /// <summary>That the answer will take longer.</summary>
    Extension,

    /// <summary>Notice of a hearing.</summary>
    HearingNotice,

    /// <summary>The answer of a stage.</summary>
    Response,

    /// <summary>A letter that puts right a mistake in an answer.</summary>
    AnswerCorrection,

    /// <summary>That the complaint, or the next stage, is refused.</summary>
    Refusal,

    /// <summary>That the complaint is handled as a service request, as the resident agreed.</summary>
    ServiceRequest,

    /// <summary>That somebody's contact about the complaint is limited for a time.</summary>
    Restriction,

    /// <summary>A letter that asks somebody who acts for a resident to show that they may.</summary>
    AuthorityRequest,

    /// <summary>That somebody may act for the resident, told at the resident's own address.</summary>
    AuthorityNotice,

    /// <summary>Anything else that was written.</summary>
    Message,
}

/// <summary>How far a message has come.</summary>
public enum MessageState
{
    /// <summary>It came in.</summary>
    Received,

    /// <summary>It was written and has not left.</summary>
    Waiting,

    /// <summary>It left.</summary>
    Sent,

    /// <summary>It could not leave.</summary>
    Failed,

    /// <summary>It will not leave.</summary>
    Cancelled,
}

/// <summary>Something that was written to the landlord, or by it.</summary>
/// <param name="Number">The sequence in the case's history with which it began: its name within the case.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">How far it has come.</param>
/// <param name="On">The day it came in, or was written.</param>
/// <param name="By">Who recorded or wrote it.</param>
public sealed record Message(
    int Number,
    Direction Direction,
    MessageKind Kind,
    MessageState State,
    DateOnly On,
    string By
)
{
    /// <summary>How it came or went, if known.</summary>
    public Channel? Channel { get; init; }

    /// <summary>What it says; none where only its day is known.</summary>
    public Words? Text { get; init; }

    /// <summary>Who it is from, where it came in; the resident unless said.</summary>
    public MessageSender From { get; init; }

    /// <summary>Which of several complainants sent it, if known.</summary>
    public string? Person { get; init; }

    /// <summary>Whom a letter went or goes to; none where it is to whoever the case's letters go to.</summary>
    public IReadOnlyList<LetterCopy>? Copies { get; init; }

    /// <summary>What came with it.</summary>
    public IReadOnlyList<ReceivedFile> Files { get; init; } = [];

    /// <summary>The day it left; none while it has not, or where it came in.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>Why it could not leave; none where nothing hindered it, or it has left after all.</summary>
    public LetterFailure? Failure { get; init; }

    /// <summary>The sequence of what its leaving made true; none where it made nothing so.</summary>
    public int? Made { get; init; }
}

/// <summary>
/// Everything that was written in a case, both ways, in the order it was recorded. What was said on the telephone is a
/// contact and no message.
/// </summary>
public static class Messages
{
    /// <summary>Every message of a case.</summary>
    public static IReadOnlyList<Message> Of(Case of)
    {
        var messages = new List<Message>();
        foreach (var recorded in of.History)
        {
            switch (recorded.Event)
            {
                case LetterSent sent:
                    messages.RemoveAll(message => message.Number == sent.Made);
                    Change(
                        messages,
                        sent.Letter,
                        message =>
                            message with
                            {
                                State = MessageState.Sent,
                                SentOn = sent.On,
                                Made = sent.Made,
                                Failure = null,
                            }
                    );
                    break;
                case LetterFailed failed:
                    Change(
                        messages,
                        failed.Letter,
                        message => message with { State = MessageState.Failed, Failure = failed.Why }
                    );
                    break;
                case LetterRerouted rerouted:
                    Change(
                        messages,
                        rerouted.Letter,
                        message =>
                            message with
                            {
                                State = MessageState.Waiting,
                                Channel = rerouted.Channel,
                                Failure = null,
                            }
                    );
                    break;
                case LetterCancelled cancelled:
                    Change(messages, cancelled.Letter, message => message with { State = MessageState.Cancelled });
                    break;
                default:
                    if (Begun(recorded, of) is { } begun)
                    {
                        messages.Add(begun);
                    }

                    break;
            }
        }

        return messages;
    }

    /// <summary>
    /// What a resident may read: what they, or whoever acts for them, wrote, and what has left for them. Where several
    /// complain, what one of them wrote may say who they are: whoever joined reads their own words, and what was written to
    /// them or after they came.
    /// </summary>
    /// <param name="of">The case.</param>
    /// <param name="person">Which of its complainants reads; none where there is one.</param>
    public static IEnumerable<Message> ForResident(Case of, string? person)
    {
        var joined = JoinedWith(of, person);
        return Of(of)
            .Where(message =>
                message.Direction == Direction.In
                    ? message.From != MessageSender.Other
                        && (message.Person is null ? joined is null : message.Person == person)
                    : message.State == MessageState.Sent
                        && (
                            (person is null ? null : message.Copies?.Any(copy => copy.Person == person))
                            ?? (joined is null || message.Number > joined)
                        )
            );
    }

    /// <summary>Whether what the case began with is in that person's own words.</summary>
    public static bool BeganWith(Case of, string? person) => JoinedWith(of, person) is null;

    /// <summary>The sequence with which somebody joined those who complained already; none for whoever was first.</summary>
    private static int? JoinedWith(Case of, string? person) =>
        of.History.FirstOrDefault(one => one.Event is ComplainantJoined joined && joined.Person == person)?.Sequence;

    /// <summary>Which letter makes that true; a message where it makes nothing true.</summary>
    public static MessageKind KindOf(CaseEvent? means) =>
        means switch
        {
            Acknowledged => MessageKind.Acknowledgement,
            HoldingLetterSent => MessageKind.HoldingLetter,
            Extended => MessageKind.Extension,
            HearingNotified => MessageKind.HearingNotice,
            Responded => MessageKind.Response,
            AnswerCorrected => MessageKind.AnswerCorrection,
            Refused or EscalationRefused => MessageKind.Refusal,
            ServiceRequestAgreed => MessageKind.ServiceRequest,
            ContactRestricted => MessageKind.Restriction,
            AuthorityRequested => MessageKind.AuthorityRequest,
            ResidentToldOfAuthority => MessageKind.AuthorityNotice,
            _ => MessageKind.Message,
        };

    private static void Change(List<Message> messages, int number, Func<Message, Message> change)
    {
        var index = messages.FindIndex(message => message.Number == number);
        messages[index] = change(messages[index]);
    }

    private static Message? Begun(RecordedEvent recorded, Case of) =>
        recorded.Event switch
        {
            Received e => In(recorded, MessageKind.Received, e.Channel, e.Summary),
            DefinitionDisputed e => In(recorded, MessageKind.DefinitionDisputed, Channel.WebForm, e.Text),
            MessageReceived e => In(recorded, MessageKind.Message, e.Channel, e.Text) with
            {
                From = e.From,
                Person = e.Person,
                Files = e.Files ?? [],
            },
            EscalationRequested e => In(recorded, MessageKind.NextStageRequested, channel: null, e.Reason),
            Withdrawn e => In(recorded, MessageKind.Withdrawn, channel: null, e.Reason),
            Acknowledged e => Sent(recorded, e.Channel, e.Letter),
            HoldingLetterSent e => Sent(recorded, channel: null, e.Letter),
            Extended { InWriting: true, ToldOn: not null } e => Sent(recorded, channel: null, e.Reason),
            HearingNotified e => Sent(recorded, e.Channel, e.Letter),
            Responded e => Sent(recorded, e.Channel, e.Letter),
            AnswerCorrected e => Sent(recorded, e.Channel, e.Letter),
            Refused e => Sent(recorded, e.Channel, LetterOf(e.Proposal, of)),
            EscalationRefused e => Sent(recorded, e.Channel, LetterOf(e.Proposal, of) ?? e.Reason),
            ServiceRequestAgreed e => Sent(recorded, e.Channel, e.Letter),
            LetterWritten e => Out(recorded, KindOf(e.Means), MessageState.Waiting) with
            {
                Channel = e.Channel,
                Text = e.Text,
                Copies = e.Copies,
            },
            _ => null,
        };

    private static Message In(RecordedEvent recorded, MessageKind kind, Channel? channel, Words? text) =>
        new(recorded.Sequence, Direction.In, kind, MessageState.Received, recorded.Event.On, By(recorded))
        {
            Channel = channel,
            Text = text,
        };

    /// <summary>A letter that was sent when it was recorded.</summary>
    private static Message Sent(RecordedEvent recorded, Channel? channel, Words? text) =>
        Out(recorded, KindOf(recorded.Event), MessageState.Sent) with
        {
            Channel = channel,
            Text = text,
            SentOn = recorded.Event is Extended { ToldOn: { } told } ? told : recorded.Event.On,
            Made = recorded.Sequence,
        };

    private static Message Out(RecordedEvent recorded, MessageKind kind, MessageState state) =>
        new(recorded.Sequence, Direction.Out, kind, state, recorded.Event.On, By(recorded));

    private static string By(RecordedEvent recorded) => recorded.OnBehalfOf ?? recorded.Who;

    private static Words? LetterOf(int? proposal, Case of) =>
        proposal is { } sequence && of.History[sequence - 1].Event is RefusalProposed proposed ? proposed.Letter : null;
}
