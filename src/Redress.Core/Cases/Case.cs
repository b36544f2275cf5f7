using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>
/// One case, worked out from its history. It is small on purpose: messages, notes and files lie elsewhere. Only
/// <see cref="Apply"/> changes it, so nothing can change without an event.
/// </summary>
public sealed class Case
{
    private readonly List<RecordedEvent> history = [];
    private readonly List<StageRecord> stages = [];
    private readonly List<Point> points = [];
    private readonly List<Commitment> commitments = [];
    private readonly List<Ask> asks = [];
    private readonly List<WaitingLetter> letters = [];
    private readonly List<Linked> links = [];
    private readonly List<int> newMessages = [];
    private readonly List<string> complainants = [];
    private readonly List<string> confidential = [];
    private readonly List<Subject> subjects = [];
    private readonly List<CaseReader> readers = [];
    private readonly List<Statement> statements = [];
    private readonly List<Representative> representatives = [];
    private readonly List<ContactNeeds> needs = [];
    private readonly List<Restriction> restrictions = [];
    private readonly List<Hold> holds = [];

    /// <summary>A case of which nothing is known yet.</summary>
    public Case(string id) => Id = id;

    /// <summary>Its identity: never shown to people, never reused.</summary>
    public string Id { get; }

    /// <summary>The sequence of the last event applied; 0 before the first.</summary>
    public int Version => history.Count;

    /// <summary>Everything that happened, in the order it was recorded.</summary>
    public IReadOnlyList<RecordedEvent> History => history;

    /// <summary>What people call it.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>What kind of case it is.</summary>
    public CaseKind Kind { get; private set; }

    /// <summary>Where it is.</summary>
    public CaseStatus Status { get; private set; }

    /// <summary>True once it was withdrawn, refused, agreed to be a service request, or closed.</summary>
    public bool IsOver =>
        Status is CaseStatus.Withdrawn or CaseStatus.Refused or CaseStatus.ServiceRequest or CaseStatus.Closed;

    /// <summary>The number of the stage it has reached; 0 for kinds that have no stages.</summary>
    public int Stage { get; private set; }

    /// <summary>The stage it has reached.</summary>
    public StageRecord CurrentStage => StageAt(Stage);

    /// <summary>Every stage it has reached, in order; for kinds that have no stages, one with the number 0.</summary>
    public IReadOnlyList<StageRecord> Stages => stages;

    /// <summary>What the complaint says, separated into points, in order.</summary>
    public IReadOnlyList<Point> Points => points;

    /// <summary>What was promised, in order.</summary>
    public IReadOnlyList<Commitment> Commitments => commitments;

    /// <summary>What was asked of colleagues and services, in order.</summary>
    public IReadOnlyList<Ask> Asks => asks;

    /// <summary>Letters that have not left yet, those that could not among them, in the order they were written.</summary>
    public IReadOnlyList<WaitingLetter> Letters => letters;

    /// <summary>The other cases it belongs together with, and how, in the order that became known.</summary>
    public IReadOnlyList<Linked> Links => links;

    /// <summary>
    /// The sequences of messages that nobody on the staff has read, in order. What came with the complaint itself is not
    /// among them, nor what whoever has the case recorded themselves.
    /// </summary>
    public IReadOnlyList<int> NewMessages => newMessages;

    /// <summary>A correction that waits for a second person, if any.</summary>
    public PendingCorrection? PendingCorrection { get; private set; }

    /// <summary>A refusal that waits for the lead, if any.</summary>
    public PendingRefusal? PendingRefusal { get; private set; }

    /// <summary>Whether it exists for its readers alone, and who said so; none where it is not sealed.</summary>
    public CaseSeal? Seal { get; private set; }

    /// <summary>Who sees it while it is sealed, those whose last day has gone among them; nobody where it is not.</summary>
    public IReadOnlyList<CaseReader> Readers => readers;

    /// <summary>
    /// Who is responsible for it now: whoever it was last assigned to. When the next stage begins nobody has that yet
    /// (<see cref="StageRecord.Handler"/>), and the owner goes on seeing to the case until it is assigned.
    /// </summary>
    public string? Owner { get; private set; }

    /// <summary>The day it was received, as corrected.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>True where imported history gave no day of receipt and another stands in for it.</summary>
    public bool ReceivedOnAssumed { get; private set; }

    /// <summary>The day it was entered in the landlord's records.</summary>
    public DateOnly? LoggedOn { get; private set; }

    /// <summary>The day an informal stage of an old procedure was answered.</summary>
    public DateOnly? InformalStageAnsweredOn { get; private set; }

    /// <summary>The day praise was passed on.</summary>
    public DateOnly? RelayedOn { get; private set; }

    /// <summary>The day praise was put on file.</summary>
    public DateOnly? FiledOn { get; private set; }

    /// <summary>The day the resident withdrew.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>The day the complaint was refused; none where it was not, or was accepted after all.</summary>
    public DateOnly? RefusedOn { get; private set; }

    /// <summary>
    /// The day it was handled as a service request instead, as the resident had agreed; none where it was not, or they wanted
    /// the complaint after all.
    /// </summary>
    public DateOnly? ServiceRequestOn { get; private set; }

    /// <summary>The day the matter happened, or the resident learnt of it, where that was set down.</summary>
    public DateOnly? MatterOn { get; private set; }

    /// <summary>A day the resident was in touch about the matter before complaining, where that was set down.</summary>
    public DateOnly? MatterContactOn { get; private set; }

    /// <summary>The day a matter older than the time bar was accepted all the same.</summary>
    public DateOnly? LateMatterAcceptedOn { get; private set; }

    /// <summary>The day it was closed, refused or handled as a service request instead; none while it is none of them.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The finding of the latest answer.</summary>
    public Finding? Outcome { get; private set; }

    /// <summary>How it came.</summary>
    public Channel? Channel { get; private set; }

    /// <summary>Who complains, or leads those who do: the case goes by their name.</summary>
    public string? ComplainantId { get; private set; }

    /// <summary>The ids of all who complain, in the order they came; empty where nobody is known.</summary>
    public IReadOnlyList<string> Complainants => complainants;

    /// <summary>True where the person would not be known.</summary>
    public bool Anonymous { get; private set; }

    /// <summary>The ids of those in it who are kept from the people who work on it.</summary>
    public IReadOnlyList<string> Confidential => confidential;

    /// <summary>The members of staff it is about, who know nothing of it and have no part in it.</summary>
    public IReadOnlyList<Subject> Subjects => subjects;

    /// <summary>What they were asked, and what they said, in the order they were asked.</summary>
    public IReadOnlyList<Statement> Statements => statements;

    /// <summary>Those who say that they act for somebody who complains, whether or not they may, in the order they were named.</summary>
    public IReadOnlyList<Representative> Representatives => representatives;

    /// <summary>What people in it need to be reached and written to, as recorded last.</summary>
    public IReadOnlyList<ContactNeeds> Needs => needs;

    /// <summary>
    /// How those who complain may not reach the landlord about it, of each as agreed last; also where the day of review has
    /// passed (<see cref="Restriction.HoldsOn"/>).
    /// </summary>
    public IReadOnlyList<Restriction> Restrictions => restrictions;

    /// <summary>A restriction that waits for a second person, if any.</summary>
    public PendingRestriction? PendingRestriction { get; private set; }

    /// <summary>What it must be kept for, in the order that became known; empty where nothing is.</summary>
    public IReadOnlyList<Hold> Holds => holds;

    /// <summary>An erasure that waits for a second person, if any.</summary>
    public PendingErasure? PendingErasure { get; private set; }

    /// <summary>The day its words and the names of all who were in it went; none while it has them.</summary>
    public DateOnly? ErasedOn { get; private set; }

    /// <summary>What it is about.</summary>
    public Words? Summary { get; private set; }

    /// <summary>What the complaint is, as understood.</summary>
    public Words? Definition { get; private set; }

    /// <summary>What the resident wants done.</summary>
    public Words? OutcomeSought { get; private set; }

    /// <summary>The day the resident agreed with the definition as it is; none while they have not.</summary>
    public DateOnly? DefinitionAgreedOn { get; private set; }

    /// <summary>What the resident last said against a definition, whether or not it was set down again since.</summary>
    public DefinitionDispute? DefinitionDispute { get; private set; }

    /// <summary>The service it is about.</summary>
    public string? Service { get; private set; }

    /// <summary>The decision it is about, where it is about one of policy or permission.</summary>
    public DecisionComplainedOf? DecisionComplainedOf { get; private set; }

    /// <summary>Its nature.</summary>
    public string? Category { get; private set; }

    /// <summary>Tenure on the day of receipt.</summary>
    public Tenure Tenure { get; private set; }

    /// <summary>Whose details its letters carry.</summary>
    public Ombudsman Ombudsman { get; private set; }

    /// <summary>The calendar its clocks are counted on.</summary>
    public string CalendarId { get; private set; } = "";

    /// <summary>The edition of that calendar its open clocks are counted on.</summary>
    public int CalendarEdition { get; private set; }

    /// <summary>The case its history makes.</summary>
    public static Case Fold(string id, IEnumerable<RecordedEvent> history)
    {
        var folded = new Case(id);
        foreach (var recorded in history)
        {
            folded.Apply(recorded);
        }

        return folded;
    }

    /// <summary>Whether who that person is, is kept from the people who work on the case.</summary>
    public bool IsConfidential(string? person) => person is not null && confidential.Contains(person);

    /// <summary>Whether the complaint is about that member of staff.</summary>
    public bool IsAbout(string? person) => subjects.Exists(subject => subject.Person == person);

    /// <summary>Whether somebody may see it on a day, for all that a seal says.</summary>
    public bool IsOpenTo(string person, DateOnly on) =>
        Seal is null || readers.Exists(one => one.Person == person && (one.Until is null || one.Until >= on));

    /// <summary>Whoever acts for a resident under that id; none where nobody does.</summary>
    public Representative? FindRepresentative(string? person) => representatives.Find(one => one.Person == person);

    /// <summary>What somebody in it needs; none where nothing is recorded.</summary>
    public ContactNeeds? FindNeeds(string? person) => needs.Find(one => one.Person == person);

    /// <summary>
    /// Who gets, on that day, the letters of somebody who complains: whoever may act for them and was given them, or none,
    /// where they get them themself.
    /// </summary>
    public Representative? ReaderOf(string? complainant, DateOnly on) =>
        representatives.Find(one => one.For == complainant && one.GetsLetters(on));

    /// <summary>The stage of that number, or none where the case has not reached it.</summary>
    public StageRecord? FindStage(int number) => stages.Find(stage => stage.Number == number);

    /// <summary>The stage it had reached on a day, or none where that is before it was received.</summary>
    public StageRecord? StageOn(DateOnly day) => stages.FindLast(stage => stage.StartedOn <= day);

    /// <summary>Lets one event change the case.</summary>
    /// <exception cref="InvalidOperationException">The event cannot follow what came before: history is damaged.</exception>
    public void Apply(RecordedEvent recorded)
    {
        if (recorded.Sequence != Version + 1 || (recorded.Event is Received) != (Version == 0))
        {
            throw new InvalidOperationException(
                $"Event {recorded.Sequence} of case {Id} cannot follow event {Version}: {recorded.Event.GetType().Name}."
            );
        }

        history.Add(recorded);
        Change(recorded);
    }

    private void Change(RecordedEvent recorded)
    {
        switch (recorded.Event)
        {
            case Received happened:
                Open(happened);
                break;
            case Logged happened:
                LoggedOn = happened.On;
                break;
            case Classified happened:
                Service = happened.Service ?? Service;
                Category = happened.Category ?? Category;
                Tenure = happened.Tenure ?? Tenure;
                Ombudsman = happened.Ombudsman ?? Ombudsman;
                break;
            case Defined happened:
                Definition = happened.Definition;
                OutcomeSought = happened.OutcomeSought;
                DefinitionAgreedOn = null;
                DefinitionDispute = DefinitionDispute is { AnsweredOn: null } open
                    ? open with
                    {
                        AnsweredOn = happened.On,
                    }
                    : DefinitionDispute;
                break;
            case DefinitionDisputed happened:
                newMessages.Add(recorded.Sequence);
                DefinitionDispute = new DefinitionDispute(happened.Text, happened.On);
                break;
            case DefinitionAgreed happened:
                DefinitionAgreedOn = happened.On;
                break;
            case Assigned happened:
                StageAt(happened.Stage).Apply(happened);
                Owner = happened.Handler;
                break;
            case Responded happened:
                StageAt(happened.Stage).Apply(happened);
                // What is known late of an earlier stage does not undo what a later one found.
                Outcome = Stages.Any(later => later.Number > happened.Stage && later.RespondedOn is not null)
                    ? Outcome
                    : happened.Outcome ?? Outcome;
                PendingRefusal = happened.Stage == Stage ? null : PendingRefusal;
                Status = happened.Stage == Stage && Status == CaseStatus.Open ? CaseStatus.Answered : Status;
                break;
            case RefusalProposed happened:
                PendingRefusal = new PendingRefusal(recorded.Sequence, happened, ProposedBy: recorded.Who);
                break;
            case StatementRequested happened:
                statements.Add(new Statement(happened, recorded.OnBehalfOf ?? recorded.Who));
                break;
            case StageEvent happened:
                StageAt(happened.Stage).Apply(happened);
                break;
            case PointRaised happened:
                points.Add(new Point(happened));
                break;
            case PointDecided happened:
                points[happened.Point - 1].Apply(happened);
                break;
            case CommitmentMade happened:
                commitments.Add(new Commitment(happened));
                break;
            case CommitmentKept happened:
                commitments[happened.Commitment - 1].Apply(happened);
                break;
            case Asked happened:
                asks.Add(new Ask(happened, recorded.Who));
                break;
            case AskAnswered happened:
                asks[happened.Ask - 1].Apply(happened);
                break;
            case AskGivenUp happened:
                asks[happened.Ask - 1].Apply(happened);
                break;
            case InformalStageAnswered happened:
                InformalStageAnsweredOn = happened.On;
                break;
            case EscalationRequested happened:
                Escalate(happened);
                break;
            case EscalationRefused happened:
                StageAt(happened.FromStage + 1).Apply(happened);
                Stage = happened.FromStage;
                if (CurrentStage.Handler is { } handler && (IsAbout(handler) || !Sealing.MayHave(this, handler)))
                {
                    CurrentStage.TakeFrom(handler);
                }

                PendingRefusal = null;
                Status = CurrentStage.RespondedOn is null ? CaseStatus.Open : CaseStatus.Answered;
                break;
            case RefusalRejected:
                PendingRefusal = null;
                break;
            case Refused happened:
                RefusedOn = ClosedOn = happened.On;
                PendingRefusal = null;
                Status = CaseStatus.Refused;
                break;
            case Reinstated:
                RefusedOn = ClosedOn = null;
                PendingErasure = null;
                Status = CaseStatus.Open;
                break;
            case MatterDated happened:
                (MatterOn, MatterContactOn) = (happened.MatterOn, happened.ContactOn);
                break;
            case LateMatterAccepted happened:
                LateMatterAcceptedOn = happened.On;
                break;
            case Withdrawn happened:
                WithdrawnOn = happened.On;
                PendingRefusal = null;
                Status = CaseStatus.Withdrawn;
                break;
            case ServiceRequestAgreed happened:
                ServiceRequestOn = ClosedOn = happened.On;
                PendingRefusal = null;
                Status = CaseStatus.ServiceRequest;
                break;
            case Closed happened:
                ClosedOn = happened.On;
                Outcome = happened.Outcome ?? Outcome;
                PendingRefusal = null;
                Status = CaseStatus.Closed;
                break;
            case Reopened:
                ServiceRequestOn = ClosedOn = null;
                PendingErasure = null;
                Status =
                    WithdrawnOn is not null ? CaseStatus.Withdrawn
                    : CurrentStage.RespondedOn is not null ? CaseStatus.Answered
                    : CaseStatus.Open;
                break;
            case Linked happened:
                links.Add(happened);
                break;
            case GuidanceOverridden:
                break;
            case LetterWritten happened:
                letters.Add(new WaitingLetter(recorded.Sequence, happened, recorded.OnBehalfOf ?? recorded.Who));
                break;
            case LetterFailed happened:
                Change(happened.Letter, letter => letter.Apply(happened));
                break;
            case LetterRerouted happened:
                Change(happened.Letter, letter => letter.Apply(happened));
                break;
            case LetterCopySent happened:
                Change(happened.Letter, letter => letter.Apply(happened));
                break;
            case LetterSent happened:
                letters.RemoveAll(letter => letter.Number == happened.Letter);
                break;
            case LetterCancelled happened:
                letters.RemoveAll(letter => letter.Number == happened.Letter);
                break;
            case MessageReceived:
                newMessages.AddRange(IsNew(recorded) ? [recorded.Sequence] : []);
                break;
            case MessagesRead happened:
                newMessages.RemoveAll(message => message <= happened.UpTo);
                break;
            case CorrectionProposed happened:
                PendingCorrection = new PendingCorrection(recorded.Sequence, happened, ProposedBy: recorded.Who);
                break;
            case CorrectionRejected:
                PendingCorrection = null;
                break;
            case Corrected happened:
                Correct(happened);
                PendingCorrection = null;
                break;
            case CalendarAdopted happened:
                CalendarEdition = happened.Edition;
                break;
            case Relayed happened:
                RelayedOn = happened.On;
                break;
            case Filed happened:
                FiledOn = happened.On;
                break;
            case MadeConfidential happened:
                confidential.Add(happened.Person);
                break;
            case ConfidentialityEnded happened:
                confidential.Remove(happened.Person);
                break;
            case IdentityOpened or ContactCorrected or AccessCodeGiven:
                break;
            case SubjectNamed happened:
                subjects.Add(new Subject(happened.Person, recorded.OnBehalfOf ?? recorded.Who));
                Owner = Owner == happened.Person ? null : Owner;
                CurrentStage.TakeFrom(happened.Person);
                break;
            case DecisionNamed happened:
                DecisionComplainedOf = new DecisionComplainedOf(happened.Kind, happened.MadeBy);
                if (Stage >= 2)
                {
                    foreach (var near in new[] { happened.MadeBy, happened.Manager }.OfType<string>())
                    {
                        Owner = Owner == near ? null : Owner;
                        CurrentStage.TakeFrom(near);
                    }
                }

                break;
            case SubjectConfirmed happened:
                subjects[subjects.FindIndex(one => one.Person == happened.Person)] = subjects
                    .Find(one => one.Person == happened.Person)!
                    .Confirm(happened.On);
                break;
            case SubjectCleared happened:
                subjects.RemoveAll(one => one.Person == happened.Person);
                break;
            case CaseSealed:
                Seal = new CaseSeal(recorded.OnBehalfOf ?? recorded.Who);
                break;
            case SealAgreed happened:
                Seal = Seal! with { AgreedOn = happened.On };
                break;
            case SealLiftAsked:
                Seal = Seal! with { LiftAskedBy = recorded.OnBehalfOf ?? recorded.Who };
                break;
            case SealLifted:
                Seal = null;
                readers.Clear();
                break;
            case ReaderAdmitted happened:
                readers.RemoveAll(one => one.Person == happened.Person);
                readers.Add(new CaseReader(happened.Person, happened.Until));
                break;
            case ReaderRemoved happened:
                readers.RemoveAll(one => one.Person == happened.Person);
                break;
            case StatementGiven happened:
                statements[happened.Statement - 1].Apply(happened);
                break;
            case StatementWaived happened:
                statements[happened.Statement - 1].Apply(happened);
                break;
            case StatementPassed happened:
                statements[happened.Statement - 1].Apply(happened);
                break;
            case StatementWithdrawn happened:
                statements[happened.Statement - 1].Apply(happened);
                break;
            case ContactNeedsRecorded happened:
                needs.RemoveAll(one => one.Person == happened.Person);
                needs.AddRange(happened.IsNothing ? [] : [NeedsOf(happened)]);
                break;
            case RestrictionProposed happened:
                PendingRestriction = new PendingRestriction(
                    recorded.Sequence,
                    happened,
                    recorded.OnBehalfOf ?? recorded.Who
                );
                break;
            case RestrictionRejected:
                PendingRestriction = null;
                break;
            case ContactRestricted happened:
                Restrict(happened);
                break;
            case RestrictionLifted happened:
                restrictions.RemoveAll(one => one.Proposal == happened.Proposal);
                break;
            case ErasureProposed happened:
                PendingErasure = new PendingErasure(recorded.Sequence, happened, recorded.OnBehalfOf ?? recorded.Who);
                break;
            case ErasureRejected:
                PendingErasure = null;
                break;
            case Erased happened:
                ErasedOn = happened.On;
                PendingErasure = null;
                PendingCorrection = null;
                PendingRestriction = null;
                representatives.Clear();
                needs.Clear();
                restrictions.Clear();
                break;
            case HoldPlaced happened:
                holds.Add(new Hold(recorded.Sequence, happened, recorded.OnBehalfOf ?? recorded.Who));
                PendingErasure = null;
                break;
            case HoldLifted happened:
                holds.RemoveAll(one => one.Number == happened.Hold);
                break;
            case RepresentativeNamed happened:
                representatives.Add(new Representative(happened.Person, happened.For, happened.Kind, happened.On));
                break;
            case AuthorityRecorded happened:
                Authorise(happened, recorded.Who);
                break;
            case AuthorityEnded happened:
                Change(happened.Person, one => one.End(happened.On));
                break;
            case AuthorityRequested happened:
                Change(happened.Person, one => one with { AskedOn = happened.On });
                break;
            case ResidentToldOfAuthority happened:
                Change(happened.Person, one => one with { ToldOn = happened.On });
                break;
            case ComplainantJoined happened:
                complainants.Add(happened.Person);
                ComplainantId ??= happened.Person;
                break;
            case ComplainantLeft happened:
                complainants.Remove(happened.Person);
                ActingFor(happened.Person).ForEach(one => Change(one.Person, acting => acting.End(happened.On)));
                ComplainantId = ComplainantId == happened.Person ? complainants.FirstOrDefault() : ComplainantId;
                break;
            case LeadComplainantChanged happened:
                ComplainantId = happened.Person;
                break;
            default:
                throw new InvalidOperationException($"A case does not know {recorded.Event.GetType().Name}.");
        }
    }

    private void Change(int letter, Func<WaitingLetter, WaitingLetter> change)
    {
        var index = letters.FindIndex(waiting => waiting.Number == letter);
        letters[index] = change(letters[index]);
    }

    /// <summary>Letters go to one: whoever had those of the resident before has them no more.</summary>
    private void Authorise(AuthorityRecorded recorded, string by)
    {
        if (recorded.Letters && FindRepresentative(recorded.Person) is { } now)
        {
            ActingFor(now.For).ForEach(one => Change(one.Person, other => other.WithoutLetters()));
        }

        Change(recorded.Person, one => one.Authorise(recorded, by));
    }

    private List<Representative> ActingFor(string complainant) =>
        representatives.FindAll(one => one.For == complainant);

    private void Restrict(ContactRestricted agreed)
    {
        var proposed = PendingRestriction!.Proposed;
        restrictions.RemoveAll(one => one.Proposed.Person == proposed.Person);
        restrictions.Add(new Restriction(agreed.Proposal, proposed, agreed.On));
        PendingRestriction = null;
    }

    private static ContactNeeds NeedsOf(ContactNeedsRecorded recorded) =>
        new(recorded.Person, recorded.On, recorded.Format, recorded.Never, recorded.Language, recorded.What);

    private void Change(string representative, Func<Representative, Representative> change)
    {
        var index = representatives.FindIndex(one => one.Person == representative);
        representatives[index] = change(representatives[index]);
    }

    private bool IsNew(RecordedEvent message) => message.Sequence > 2 && message.Who != Owner;

    private void Open(Received received)
    {
        Reference = received.Reference;
        Kind = received.Kind;
        ReceivedOn = received.On;
        ReceivedOnAssumed = received.Assumed;
        Channel = received.Channel;
        ComplainantId = received.ComplainantId;
        complainants.AddRange(received.ComplainantId is { } from ? [from] : []);
        Anonymous = received.Anonymous;
        Summary = received.Summary;
        Service = received.Service;
        Category = received.Category;
        Tenure = received.Tenure;
        CalendarId = received.CalendarId;
        CalendarEdition = received.CalendarEdition;
        Stage = FirstStage(received.Kind);
        stages.Add(new StageRecord(Stage, received.ProcedureId, received.On));
    }

    /// <summary>Complaints have stages, from 1. No other kind has any.</summary>
    public static int FirstStage(CaseKind kind) => kind == CaseKind.Complaint ? 1 : 0;

    private void Escalate(EscalationRequested requested)
    {
        Stage = requested.FromStage + 1;
        stages.RemoveAll(stage => stage.Number == Stage);
        stages.Add(new StageRecord(Stage, requested.ProcedureId, requested.On));
        Status = CaseStatus.Open;
        ClosedOn = null;
        PendingRefusal = null;
        PendingErasure = null;
    }

    private void Correct(Corrected corrected)
    {
        if (corrected.Fact == CorrectableFact.ReceivedOn)
        {
            ReceivedOn = corrected.NewValue;
            ReceivedOnAssumed = false;
            stages[0].Apply(corrected);
        }
        else
        {
            StageAt(corrected.Stage ?? Stage).Apply(corrected);
        }
    }

    private StageRecord StageAt(int number) =>
        FindStage(number) ?? throw new InvalidOperationException($"Case {Id} has not reached stage {number}.");
}
