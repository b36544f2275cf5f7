using System.Text.Json.Serialization;
using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>
/// Something that happened to a case. Events are kept for ever: fields may be added, but what an event means never
/// changes; a new meaning is a new event. They carry days, ids and choices; what a person wrote is in
/// <see cref="Words"/>. Sentences for people are made when history is shown.
/// </summary>
/// <param name="On">The day it was true, which may be earlier than the day it was recorded.</param>
public abstract record CaseEvent([property: JsonPropertyOrder(-2)] DateOnly On)
{
    /// <summary>This event with each of its words changed.</summary>
    public virtual CaseEvent WithWords(Func<Words, Words> change) => this;
}

/// <summary>Something that happened to one stage of a case.</summary>
/// <param name="On">The day it was true.</param>
/// <param name="Stage">The number of the stage, or 0 for a case of a kind that has no stages.</param>
public abstract record StageEvent(DateOnly On, [property: JsonPropertyOrder(-1)] int Stage) : CaseEvent(On);

/// <summary>The landlord, or anyone acting for it, received the case. Always the first event.</summary>
/// <param name="On">The day it was received, whatever the hour.</param>
/// <param name="Kind">What kind of case it is.</param>
/// <param name="Reference">What people call the case.</param>
/// <param name="ProcedureId">The procedure its first stage keeps.</param>
/// <param name="CalendarId">The working-day calendar its clocks are counted on.</param>
/// <param name="CalendarEdition">The edition of that calendar when this was recorded.</param>
/// <param name="Channel">How it came, if known.</param>
/// <param name="At">The time of day, if known and not anonymous.</param>
/// <param name="ComplainantId">Who it came from, if known.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Service">The service it is about.</param>
/// <param name="Category">Its nature.</param>
/// <param name="Tenure">Tenure on that day.</param>
/// <param name="Anonymous">True where the person would not be known.</param>
/// <param name="Assumed">True where imported history gave no day, so that <paramref name="On"/> stands in for it.</param>
public sealed record Received(
    DateOnly On,
    CaseKind Kind,
    string Reference,
    string ProcedureId,
    string CalendarId,
    int CalendarEdition,
    Channel? Channel = null,
    TimeOnly? At = null,
    string? ComplainantId = null,
    Words? Summary = null,
    string? Service = null,
    string? Category = null,
    Tenure Tenure = Tenure.Unknown,
    bool Anonymous = false,
    bool Assumed = false
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Summary = Summary is null ? null : change(Summary),
        };
}

/// <summary>The case was entered in the landlord's records.</summary>
public sealed record Logged(DateOnly On) : CaseEvent(On);

/// <summary>What the case is about was sorted for reporting. A choice left out stays as it was.</summary>
public sealed record Classified(
    DateOnly On,
    string? Service = null,
    string? Category = null,
    Tenure? Tenure = null,
    Ombudsman? Ombudsman = null
) : CaseEvent(On);

/// <summary>It was set down what the complaint is and what the resident wants done. May happen again.</summary>
public sealed record Defined(DateOnly On, Words Definition, Words OutcomeSought) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Definition = change(Definition),
            OutcomeSought = change(OutcomeSought),
        };
}

/// <summary>Someone became responsible for a stage.</summary>
public sealed record Assigned(DateOnly On, int Stage, string Handler, string? Team = null, Words? Why = null)
    : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Why = Why is null ? null : change(Why),
        };
}

/// <summary>The acknowledgement was sent, in writing. An automatic receipt is not one (ruling 5).</summary>
public sealed record Acknowledged(
    DateOnly On,
    int Stage,
    Channel? Channel = null,
    Words? Letter = null,
    bool NamesHandler = false
) : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Letter = Letter is null ? null : change(Letter),
        };
}

/// <summary>Someone tried to reach the resident. Only having spoken meets a duty to contact.</summary>
/// <param name="On">The day.</param>
/// <param name="Stage">Which stage.</param>
/// <param name="How">How.</param>
/// <param name="Result">What came of it.</param>
/// <param name="At">The time of day, if known.</param>
/// <param name="Note">What was said.</param>
/// <param name="Place">Where they met, if they did.</param>
/// <param name="PlaceChosenByResident">Whether the resident chose the place; none where that is not known.</param>
/// <param name="Companion">Who came with the resident, if anybody did.</param>
/// <param name="CompanionName">Their name.</param>
public sealed record Contacted(
    DateOnly On,
    int Stage,
    ContactMethod How,
    ContactResult Result,
    TimeOnly? At = null,
    Words? Note = null,
    Words? Place = null,
    bool? PlaceChosenByResident = null,
    Companion? Companion = null,
    Words? CompanionName = null
) : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Note = Note is null ? null : change(Note),
            Place = Place is null ? null : change(Place),
            CompanionName = CompanionName is null ? null : change(CompanionName),
        };
}

/// <summary>The resident said that no contact or meeting was wanted.</summary>
public sealed record ContactDeclined(DateOnly On, int Stage) : StageEvent(On, Stage);

/// <summary>A holding letter was sent, promising an answer by a day.</summary>
public sealed record HoldingLetterSent(DateOnly On, int Stage, DateOnly Until, Words? Letter = null)
    : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Letter = Letter is null ? null : change(Letter),
        };
}

/// <summary>Notice was given of a hearing or review meeting.</summary>
/// <param name="On">The day the notice was sent.</param>
/// <param name="Stage">Which stage.</param>
/// <param name="HearingOn">The day of the hearing.</param>
/// <param name="Channel">How it was sent, if known.</param>
/// <param name="Letter">What it says.</param>
public sealed record HearingNotified(
    DateOnly On,
    int Stage,
    DateOnly HearingOn,
    Channel? Channel = null,
    Words? Letter = null
) : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Letter = Letter is null ? null : change(Letter),
        };
}

/// <summary>
/// The landlord gave itself longer. The event keeps what was said and how; whether that moves the due date is for the
/// clock to judge (ruling 6).
/// </summary>
/// <param name="On">The day it was decided.</param>
/// <param name="Stage">Which stage.</param>
/// <param name="Until">The new date for the answer.</param>
/// <param name="ToldOn">The day the resident was told; none if they were not.</param>
/// <param name="InWriting">Whether they were told in writing.</param>
/// <param name="Reason">Why.</param>
/// <param name="Agreed">Whether the resident agreed.</param>
/// <param name="OmbudsmanDetails">Whether they were given the Ombudsman's details.</param>
/// <param name="ApprovedBy">The person who approved it, if anyone did.</param>
/// <param name="Assumed">True where imported history does not say everything, and what is missing is taken as given.</param>
public sealed record Extended(
    DateOnly On,
    int Stage,
    DateOnly Until,
    DateOnly? ToldOn = null,
    bool InWriting = true,
    Words? Reason = null,
    bool Agreed = false,
    bool OmbudsmanDetails = false,
    string? ApprovedBy = null,
    bool Assumed = false
) : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Reason = Reason is null ? null : change(Reason),
        };
}

/// <summary>One thing the complaint says was separated out, to be answered by itself.</summary>
/// <param name="On">The day.</param>
/// <param name="Point">Its number within the case: 1, 2, 3.</param>
/// <param name="Text">What it says.</param>
public sealed record PointRaised(DateOnly On, int Point, Words Text) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Text = change(Text) };
}

/// <summary>A point was decided. May happen again, at a later stage or before the answer is sent.</summary>
public sealed record PointDecided(DateOnly On, int Point, Finding Finding, Words Reason, Words? Remedy = null)
    : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Reason = change(Reason),
            Remedy = Remedy is null ? null : change(Remedy),
        };
}

/// <summary>The landlord promised to do something by a day. It outlives the case.</summary>
/// <param name="On">The day of the promise.</param>
/// <param name="Commitment">Its number within the case: 1, 2, 3.</param>
/// <param name="What">What was promised.</param>
/// <param name="DueOn">The last day for it, included.</param>
/// <param name="Owner">Who must see that it is done.</param>
/// <param name="Point">The point it puts right, if one.</param>
/// <param name="Amount">What is to be paid, in pounds; none where it is no money.</param>
public sealed record CommitmentMade(
    DateOnly On,
    int Commitment,
    Words What,
    DateOnly DueOn,
    string Owner,
    int? Point = null,
    decimal? Amount = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { What = change(What) };
}

/// <summary>Somebody whose limit covers it approved what the stage's answer is to pay.</summary>
/// <param name="On">The day.</param>
/// <param name="Stage">The stage that is to be answered.</param>
/// <param name="Amount">What was promised in the case by then, in pounds: more needs approval again.</param>
/// <param name="Note">What they said to it, if anything.</param>
public sealed record SettlementApproved(DateOnly On, int Stage, decimal Amount, Words? Note = null)
    : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Note = Note is null ? null : change(Note),
        };
}

/// <summary>A promise was kept.</summary>
public sealed record CommitmentKept(DateOnly On, int Commitment, Words Proof) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Proof = change(Proof) };
}

/// <summary>A colleague, or a service, was asked for something that the case waits for.</summary>
/// <param name="On">The day they were asked.</param>
/// <param name="Ask">Its number within the case: 1, 2, 3.</param>
/// <param name="What">What they were asked.</param>
/// <param name="AnswerBy">The day an answer is wanted by, included.</param>
/// <param name="Of">The colleague; none where a service was asked.</param>
/// <param name="Service">The service, as people call it; none where a colleague was asked.</param>
public sealed record Asked(
    DateOnly On,
    int Ask,
    Words What,
    DateOnly AnswerBy,
    string? Of = null,
    Words? Service = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            What = change(What),
            Service = Service is null ? null : change(Service),
        };
}

/// <summary>What was asked of somebody was answered.</summary>
/// <param name="On">The day it was recorded.</param>
/// <param name="Ask">The number of what was asked.</param>
/// <param name="Answer">What they said.</param>
public sealed record AskAnswered(DateOnly On, int Ask, Words Answer) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Answer = change(Answer) };
}

/// <summary>The case waits no longer for what was asked of somebody, though they have not answered.</summary>
/// <param name="On">The day it was given up.</param>
/// <param name="Ask">The number of what was asked.</param>
/// <param name="Reason">Why.</param>
public sealed record AskGivenUp(DateOnly On, int Ask, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>The answer of a stage was sent, in writing (ruling 4).</summary>
/// <param name="On">The day it was sent.</param>
/// <param name="Stage">Which stage.</param>
/// <param name="Outcome">The finding on the whole.</param>
/// <param name="Channel">How it was sent.</param>
/// <param name="Letter">What it says.</param>
/// <param name="Override">Why it went though points had no finding; none where each had one.</param>
/// <param name="Unheard">Why it went though one side had not been heard; none where both were, or nobody was found against.</param>
public sealed record Responded(
    DateOnly On,
    int Stage,
    Finding? Outcome = null,
    Channel? Channel = null,
    Words? Letter = null,
    Words? Override = null,
    Words? Unheard = null
) : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Letter = Letter is null ? null : change(Letter),
            Override = Override is null ? null : change(Override),
            Unheard = Unheard is null ? null : change(Unheard),
        };
}

/// <summary>The day became known on which the resident had the answer of a stage in hand. May be recorded again; the last holds.</summary>
public sealed record AnswerArrived(DateOnly On, int Stage) : StageEvent(On, Stage);

/// <summary>
/// A letter put right a mistake in the answer of a stage. It is no second answer: the day of the first holds (ruling 19).
/// </summary>
/// <param name="On">The day it was sent.</param>
/// <param name="Stage">The stage whose answer it corrects.</param>
/// <param name="Channel">How it was sent.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="Letter">What it says; none while it waits to leave, when the letter that was written holds it.</param>
public sealed record AnswerCorrected(DateOnly On, int Stage, Channel Channel, Words Reason, Words? Letter = null)
    : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Reason = change(Reason),
            Letter = Letter is null ? null : change(Letter),
        };
}

/// <summary>An informal stage of an old procedure was answered. Only imported history holds it.</summary>
public sealed record InformalStageAnswered(DateOnly On) : CaseEvent(On);

/// <summary>The resident asked for the next stage, which begins that day.</summary>
/// <param name="On">The day they asked.</param>
/// <param name="FromStage">The stage being left.</param>
/// <param name="ProcedureId">The procedure in force that day, which the new stage keeps (ruling 8).</param>
/// <param name="Reason">Why, if they said.</param>
/// <param name="Assumed">True where imported history gave no day, so that <paramref name="On"/> stands in for it.</param>
/// <param name="Override">Why it begins though the stage being left is not answered; none where it is.</param>
public sealed record EscalationRequested(
    DateOnly On,
    int FromStage,
    string ProcedureId,
    Words? Reason = null,
    bool Assumed = false,
    Words? Override = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Reason = Reason is null ? null : change(Reason),
            Override = Override is null ? null : change(Override),
        };
}

/// <summary>The landlord refused the next stage, with reasons.</summary>
/// <param name="On">The day the letter was sent.</param>
/// <param name="FromStage">The stage the case goes back to.</param>
/// <param name="Reason">Why, where no proposal says it.</param>
/// <param name="Ground">The ground, as the procedure names it.</param>
/// <param name="Channel">How the letter was sent.</param>
/// <param name="Proposal">The sequence of the proposal in this case's history, which has reasons and letter.</param>
public sealed record EscalationRefused(
    DateOnly On,
    int FromStage,
    Words? Reason = null,
    string? Ground = null,
    Channel? Channel = null,
    int? Proposal = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Reason = Reason is null ? null : change(Reason),
        };
}

/// <summary>Someone said that the complaint, or the request for the stage it has reached, should be refused.</summary>
/// <param name="On">The day.</param>
/// <param name="Stage">The stage that would be refused: the first where it is the complaint.</param>
/// <param name="Ground">The ground, as the procedure names it.</param>
/// <param name="Reason">Why it applies.</param>
/// <param name="Letter">What the letter says.</param>
/// <param name="EarlierCase">The reference of the case in which the matter was answered, for a ground that says so.</param>
public sealed record RefusalProposed(
    DateOnly On,
    int Stage,
    string Ground,
    Words Reason,
    Words Letter,
    string? EarlierCase = null
) : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Reason = change(Reason),
            Letter = change(Letter),
        };
}

/// <summary>A proposed refusal was turned down, so that the complaint goes on.</summary>
/// <param name="On">The day.</param>
/// <param name="Proposal">The sequence of the proposal in this case's history.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusalRejected(DateOnly On, int Proposal, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>The landlord did not accept the complaint, and said so in writing.</summary>
/// <param name="On">The day the letter was sent.</param>
/// <param name="Ground">The ground, as the procedure names it.</param>
/// <param name="Channel">How the letter was sent.</param>
/// <param name="Proposal">The sequence of the proposal in this case's history, which has reasons and letter.</param>
public sealed record Refused(DateOnly On, string Ground, Channel Channel, int Proposal) : CaseEvent(On);

/// <summary>A refused complaint was accepted after all, and goes on from where it was.</summary>
public sealed record Reinstated(DateOnly On, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>It was set down how old the matter complained of is. May happen again.</summary>
/// <param name="On">The day it was set down.</param>
/// <param name="MatterOn">The day it happened, or the resident learnt of it.</param>
/// <param name="ContactOn">A day they were in touch about it before complaining, if any.</param>
public sealed record MatterDated(DateOnly On, DateOnly MatterOn, DateOnly? ContactOn = null) : CaseEvent(On);

/// <summary>A matter older than the procedure's time bar was accepted all the same.</summary>
public sealed record LateMatterAccepted(DateOnly On, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>The clock was stopped, where the procedure has such a stop (ruling 2).</summary>
public sealed record Paused(DateOnly On, int Stage, Words Reason) : StageEvent(On, Stage)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>A stopped clock went on.</summary>
public sealed record Resumed(DateOnly On, int Stage) : StageEvent(On, Stage);

/// <summary>The resident withdrew.</summary>
public sealed record Withdrawn(DateOnly On, WithdrawalMethod? How = null, Words? Reason = null) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Reason = Reason is null ? null : change(Reason),
        };
}

/// <summary>
/// A resident agreed that what they complained of is handled as a service request, and a letter told them so, with their
/// right to have the complaint taken up again (ruling 10).
/// </summary>
/// <param name="On">The day the letter was sent.</param>
/// <param name="AgreedOn">The day they agreed.</param>
/// <param name="AgreedBy">The id of whoever agreed: somebody who complains, or may act for them.</param>
/// <param name="How">How they said so.</param>
/// <param name="Said">What they said.</param>
/// <param name="About">What the service is asked to do.</param>
/// <param name="Service">The service that is asked.</param>
/// <param name="Channel">How the letter was sent.</param>
/// <param name="Letter">What it says; none while it waits to leave, when the letter that was written holds it.</param>
public sealed record ServiceRequestAgreed(
    DateOnly On,
    DateOnly AgreedOn,
    string AgreedBy,
    Channel How,
    Words Said,
    Words About,
    string Service,
    Channel Channel,
    Words? Letter = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Said = change(Said),
            About = change(About),
            Letter = Letter is null ? null : change(Letter),
        };
}

/// <summary>The case was closed.</summary>
public sealed record Closed(DateOnly On, Finding? Outcome = null) : CaseEvent(On);

/// <summary>
/// A case that was closed by mistake, or a complaint that its resident had agreed to have handled as a service request, goes
/// on from where it was.
/// </summary>
public sealed record Reopened(DateOnly On, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>The case and another belong together; the other's history says so too.</summary>
/// <param name="On">The day.</param>
/// <param name="Case">The reference of the other.</param>
/// <param name="Relation">What this case is to the other.</param>
public sealed record Linked(DateOnly On, string Case, CaseRelation Relation) : CaseEvent(On);

/// <summary>Staff took it for a complaint, or did not, against what the definition's questions say.</summary>
/// <param name="On">The day.</param>
/// <param name="MeetsDefinition">What the questions say.</param>
/// <param name="Reason">Why it was taken otherwise.</param>
public sealed record GuidanceOverridden(DateOnly On, bool MeetsDefinition, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>Someone said that a recorded day is wrong. It stands until a second person agrees.</summary>
/// <param name="On">The day it was proposed.</param>
/// <param name="Fact">Which day is wrong.</param>
/// <param name="OldValue">The day as recorded.</param>
/// <param name="NewValue">The day as it should be.</param>
/// <param name="Reason">How the mistake came about.</param>
/// <param name="Evidence">What shows the right day.</param>
/// <param name="Stage">The stage it belongs to; none for the day of receipt.</param>
public sealed record CorrectionProposed(
    DateOnly On,
    CorrectableFact Fact,
    DateOnly OldValue,
    DateOnly NewValue,
    Words Reason,
    Words Evidence,
    int? Stage = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Reason = change(Reason),
            Evidence = change(Evidence),
        };
}

/// <summary>A proposed correction was turned down.</summary>
/// <param name="On">The day.</param>
/// <param name="Proposal">The sequence of the proposal in this case's history.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectionRejected(DateOnly On, int Proposal, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>A second person agreed, and the day was corrected. Both days stay in history.</summary>
/// <param name="On">The day of the agreement.</param>
/// <param name="Proposal">The sequence of the proposal in this case's history.</param>
/// <param name="Fact">Which day.</param>
/// <param name="OldValue">The day as it was recorded.</param>
/// <param name="NewValue">The day that holds from now on.</param>
/// <param name="Stage">The stage it belongs to; none for the day of receipt.</param>
public sealed record Corrected(
    DateOnly On,
    int Proposal,
    CorrectableFact Fact,
    DateOnly OldValue,
    DateOnly NewValue,
    int? Stage = null
) : CaseEvent(On);

/// <summary>The case's open clocks moved to another edition of its calendar.</summary>
public sealed record CalendarAdopted(DateOnly On, string CalendarId, int Edition) : CaseEvent(On);

/// <summary>Praise was passed on to whoever earned it.</summary>
public sealed record Relayed(DateOnly On, string To) : CaseEvent(On);

/// <summary>Praise was put on file.</summary>
public sealed record Filed(DateOnly On) : CaseEvent(On);

/// <summary>
/// A letter was written and waits to leave. Nothing it says is done yet: met means sent (ruling 4).
/// </summary>
/// <param name="On">The day it was written.</param>
/// <param name="Channel">How it is to leave: <see cref="Cases.Channel.Email"/>, or any other by hand.</param>
/// <param name="Text">What it says.</param>
/// <param name="Means">
/// What becomes true on the day it leaves, dated until then with the day it was written; none for a plain message.
/// </param>
/// <param name="Copies">
/// Who each get a copy: everybody who complained when it was written, whoever leads by the time it leaves. None where nobody
/// was known, and in letters to one from before it was kept: those go to whoever the case's letters go to when they leave.
/// </param>
public sealed record LetterWritten(
    DateOnly On,
    Channel Channel,
    Words Text,
    [property: JsonConverter(typeof(MeansJson))] CaseEvent? Means = null,
    IReadOnlyList<LetterCopy>? Copies = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Text = change(Text),
            Means = Means?.WithWords(change),
        };

    /// <summary>Whether the other says and means the same, with copies to the same people in the same order.</summary>
    public bool Equals(LetterWritten? other) =>
        base.Equals(other)
        && Channel == other!.Channel
        && Text == other.Text
        && Means == other.Means
        && (Copies ?? []).SequenceEqual(other.Copies ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Channel, Text, Means, Copies?.Count);
}

/// <summary>One person's copy of a letter.</summary>
/// <param name="Person">The id of the person.</param>
/// <param name="Channel">How it is to leave.</param>
public sealed record LetterCopy(string Person, Channel Channel);

/// <summary>
/// A copy of a letter left while others wait. The letter itself has left once the last of them has
/// (<see cref="LetterSent"/>): what it says is not said before it is said to all.
/// </summary>
/// <param name="On">The day.</param>
/// <param name="Letter">The sequence with which it was written.</param>
/// <param name="Person">Whose copy.</param>
public sealed record LetterCopySent(DateOnly On, int Letter, string Person) : CaseEvent(On);

/// <summary>A letter left: it was handed to its channel, or posted; the last copy of it, where it goes to several.</summary>
/// <param name="On">The day.</param>
/// <param name="Letter">The sequence in this case's history with which it was written.</param>
/// <param name="Made">
/// The sequence of what its leaving made true; none for a plain message, or where the case went on before it was known
/// to have left.
/// </param>
public sealed record LetterSent(DateOnly On, int Letter, int? Made = null) : CaseEvent(On);

/// <summary>A letter could not leave. It waits until somebody sends it another way or cancels it.</summary>
/// <param name="On">The day.</param>
/// <param name="Letter">The sequence with which it was written.</param>
/// <param name="Why">Why.</param>
/// <param name="Answer">What the other side said, if it said anything.</param>
/// <param name="Person">Whose copy; none where it is the letter.</param>
public sealed record LetterFailed(
    DateOnly On,
    int Letter,
    LetterFailure Why,
    Words? Answer = null,
    string? Person = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Answer = Answer is null ? null : change(Answer),
        };
}

/// <summary>
/// A letter that had not left is to leave another way, or to be tried again: the copies that could not leave, or, where
/// nothing hindered any, all that wait.
/// </summary>
/// <param name="On">The day.</param>
/// <param name="Letter">The sequence with which it was written.</param>
/// <param name="Channel">How it is to leave.</param>
/// <param name="Copies">How each of those copies is to leave; none where all of them go that way.</param>
public sealed record LetterRerouted(DateOnly On, int Letter, Channel Channel, IReadOnlyList<LetterCopy>? Copies = null)
    : CaseEvent(On)
{
    /// <summary>Whether the other says the same, of the same copies in the same order.</summary>
    public bool Equals(LetterRerouted? other) =>
        base.Equals(other)
        && Letter == other!.Letter
        && Channel == other.Channel
        && (Copies ?? []).SequenceEqual(other.Copies ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Letter, Channel, Copies?.Count);
}

/// <summary>A letter that had not left will not.</summary>
public sealed record LetterCancelled(DateOnly On, int Letter, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>
/// Who somebody in the case is, is kept from now on from those who work on it. History holds the person's id and nothing
/// that tells who they are.
/// </summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of the person.</param>
public sealed record MadeConfidential(DateOnly On, string Person) : CaseEvent(On);

/// <summary>A confidential person agreed that everybody who works on the case may know who they are.</summary>
/// <param name="On">The day they agreed.</param>
/// <param name="Person">The id of the person.</param>
/// <param name="Consent">How they agreed, and to what.</param>
public sealed record ConfidentialityEnded(DateOnly On, string Person, Words Consent) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Consent = change(Consent) };
}

/// <summary>Somebody looked who a confidential person is. Who looked and when is what history says of every event.</summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of the person.</param>
/// <param name="Letter">The number of the letter that was printed with it; none where it was opened on its own.</param>
public sealed record IdentityOpened(DateOnly On, string Person, int? Letter = null) : CaseEvent(On);

/// <summary>
/// A member of staff is said to be whom the complaint is about. From now on the case is out of their sight and their hands,
/// whatever their roles.
/// </summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of the member of staff.</param>
/// <param name="Why">What makes them the subject.</param>
public sealed record SubjectNamed(DateOnly On, string Person, Words Why) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Why = change(Why) };
}

/// <summary>A second person agreed that the complaint is about that member of staff.</summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of the member of staff.</param>
public sealed record SubjectConfirmed(DateOnly On, string Person) : CaseEvent(On);

/// <summary>The complaint is not about that member of staff after all.</summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of the member of staff.</param>
/// <param name="Reason">Why not.</param>
public sealed record SubjectCleared(DateOnly On, string Person, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>The complaint is about a decision of policy or permission, and who made it.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What sort of decision.</param>
/// <param name="MadeBy">The id of whoever made it.</param>
/// <param name="What">What was decided.</param>
/// <param name="Manager">Whoever had the review and manages them, and so has it no longer; none where nobody did.</param>
public sealed record DecisionNamed(DateOnly On, DecisionKind Kind, string MadeBy, Words What, string? Manager = null)
    : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { What = change(What) };
}

/// <summary>Somebody complains together with those who complain already. The case and its clocks stay as they are.</summary>
/// <param name="On">The day they said so.</param>
/// <param name="Person">The id of the person.</param>
public sealed record ComplainantJoined(DateOnly On, string Person) : CaseEvent(On);

/// <summary>One of several complainants withdrew. The case goes on for the others.</summary>
/// <param name="On">The day they said so.</param>
/// <param name="Person">The id of the person.</param>
/// <param name="How">How they said so.</param>
/// <param name="Reason">What they said.</param>
public sealed record ComplainantLeft(DateOnly On, string Person, WithdrawalMethod How, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>Another of the complainants leads: the case goes by their name.</summary>
public sealed record LeadComplainantChanged(DateOnly On, string Person) : CaseEvent(On);

/// <summary>
/// How somebody in the case is called or reached was put right. History holds which of it, and nothing of what it was or
/// is: that lies with the person, and goes with them.
/// </summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of the person.</param>
/// <param name="Name">Whether their name changed.</param>
/// <param name="Phone">Whether their telephone number did.</param>
/// <param name="Email">Whether their email address did.</param>
/// <param name="Address">Whether their postal address or its postcode did.</param>
/// <param name="Reason">How it came up; none where nobody said.</param>
public sealed record ContactCorrected(
    DateOnly On,
    string Person,
    bool Name = false,
    bool Phone = false,
    bool Email = false,
    bool Address = false,
    Words? Reason = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Reason = Reason is null ? null : change(Reason),
        };
}

/// <summary>
/// Somebody said that they act for one of those who complain. It gives them nothing: every letter goes to the resident until
/// authority is recorded.
/// </summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of whoever says that they act.</param>
/// <param name="For">The id of whoever complains.</param>
/// <param name="Kind">What they are to them.</param>
public sealed record RepresentativeNamed(DateOnly On, string Person, string For, RepresentativeKind Kind)
    : CaseEvent(On);

/// <summary>
/// Somebody who was named may act for a resident, as this says and no further. It takes the place of what was recorded of
/// them before, and serves every stage.
/// </summary>
/// <param name="On">The first day on which it holds.</param>
/// <param name="Person">The id of whoever may act.</param>
/// <param name="Authority">Names the authority in every case that it serves, so that it ends in all of them.</param>
/// <param name="How">How it was given.</param>
/// <param name="Scope">What it covers; of a member of parliament or councillor, on what basis they are answered.</param>
/// <param name="Letters">Whether letters go to them and not to the resident.</param>
/// <param name="Until">The last day on which it holds, included; none where it holds until it is ended.</param>
public sealed record AuthorityRecorded(
    DateOnly On,
    string Person,
    string Authority,
    AuthorityMethod How,
    Words Scope,
    bool Letters,
    DateOnly? Until = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Scope = change(Scope) };
}

/// <summary>Somebody may act for a resident no more.</summary>
/// <param name="On">The first day on which they may not.</param>
/// <param name="Person">The id of whoever may not.</param>
/// <param name="Reason">Who ended it, and how; none where the resident ended it themself, who need not say.</param>
public sealed record AuthorityEnded(DateOnly On, string Person, Words? Reason = null) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Reason = Reason is null ? null : change(Reason),
        };
}

/// <summary>
/// It was recorded what somebody needs to be reached and written to, and how they must not be reached. It takes the place of
/// what was recorded of them before. Why is not said.
/// </summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of the person.</param>
/// <param name="Format">In which form they read letters.</param>
/// <param name="Never">How they must not be reached.</param>
/// <param name="Language">The language they are written to in, where it is another.</param>
/// <param name="What">What else to do; none where the rest says it.</param>
public sealed record ContactNeedsRecorded(
    DateOnly On,
    string Person,
    LetterFormat Format,
    Never Never,
    Words? Language = null,
    Words? What = null
) : CaseEvent(On)
{
    /// <summary>Whether it says that they need nothing.</summary>
    [JsonIgnore]
    public bool IsNothing =>
        Format == LetterFormat.Standard && Never == new Never() && Language is null && What is null;

    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Language = Language is null ? null : change(Language),
            What = What is null ? null : change(What),
        };
}

/// <summary>Somebody thinks that a resident's contact about the complaint must be limited. Nothing changes yet.</summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of whoever complains.</param>
/// <param name="Closed">The ways that are to be closed.</param>
/// <param name="Why">What they did.</param>
/// <param name="Tried">What was tried first.</param>
/// <param name="Equality">What was considered under the Equality Act.</param>
/// <param name="Until">The day of its review, on which it holds for the last time.</param>
/// <param name="Conditions">What else is asked of them; none where the closed ways are all.</param>
public sealed record RestrictionProposed(
    DateOnly On,
    string Person,
    ClosedWays Closed,
    Words Why,
    Words Tried,
    Words Equality,
    DateOnly Until,
    Words? Conditions = null
) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Why = change(Why),
            Tried = change(Tried),
            Equality = change(Equality),
            Conditions = Conditions is null ? null : change(Conditions),
        };
}

/// <summary>A restriction that was proposed was turned down, or taken back.</summary>
/// <param name="On">The day.</param>
/// <param name="Proposal">The sequence of the proposal.</param>
/// <param name="Reason">Why.</param>
public sealed record RestrictionRejected(DateOnly On, int Proposal, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>A second person agreed to a restriction, and whom it is about was told in writing.</summary>
/// <param name="On">The day the letter left, from which it holds.</param>
/// <param name="Proposal">The sequence of the proposal.</param>
/// <param name="Channel">How the letter left.</param>
/// <param name="Letter">What it says.</param>
public sealed record ContactRestricted(DateOnly On, int Proposal, Channel Channel, Words? Letter = null) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Letter = Letter is null ? null : change(Letter),
        };
}

/// <summary>A restriction holds no more, before its day of review.</summary>
/// <param name="On">The first day on which it does not.</param>
/// <param name="Proposal">The sequence of its proposal.</param>
/// <param name="Reason">Why.</param>
public sealed record RestrictionLifted(DateOnly On, int Proposal, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>A letter asked somebody who says that they act for a resident to show that they may.</summary>
/// <param name="On">The day it left.</param>
/// <param name="Person">The id of whoever was asked.</param>
public sealed record AuthorityRequested(DateOnly On, string Person) : CaseEvent(On);

/// <summary>A letter to the resident's own address told them who may act for them.</summary>
/// <param name="On">The day it left.</param>
/// <param name="Person">The id of whoever may act.</param>
public sealed record ResidentToldOfAuthority(DateOnly On, string Person) : CaseEvent(On);

/// <summary>Somebody who complains was given a code to follow the case by; any they had before opens nothing any more.</summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of the person.</param>
public sealed record AccessCodeGiven(DateOnly On, string Person) : CaseEvent(On);

/// <summary>The case exists for nobody but its readers from now on; each of them is a <see cref="ReaderAdmitted"/>.</summary>
/// <param name="On">The day.</param>
/// <param name="Why">Why nobody else may see it.</param>
public sealed record CaseSealed(DateOnly On, Words Why) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Why = change(Why) };
}

/// <summary>A second person agreed that the case is sealed.</summary>
/// <param name="On">The day.</param>
public sealed record SealAgreed(DateOnly On) : CaseEvent(On);

/// <summary>Somebody wants the sealed case to be for everybody again; a second person must want it too.</summary>
/// <param name="On">The day.</param>
/// <param name="Why">Why it need not be sealed.</param>
public sealed record SealLiftAsked(DateOnly On, Words Why) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Why = change(Why) };
}

/// <summary>The case is for everybody again who would see it were it never sealed.</summary>
/// <param name="On">The day.</param>
/// <param name="Why">Why.</param>
public sealed record SealLifted(DateOnly On, Words Why) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Why = change(Why) };
}

/// <summary>Somebody sees the sealed case from now on, or until another day than before.</summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of the member of staff.</param>
/// <param name="Why">What they need it for; none of those named when it was sealed.</param>
/// <param name="Until">The last day they see it; none for good.</param>
public sealed record ReaderAdmitted(DateOnly On, string Person, Words? Why = null, DateOnly? Until = null)
    : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            Why = Why is null ? null : change(Why),
        };
}

/// <summary>Somebody sees the sealed case no more.</summary>
/// <param name="On">The day.</param>
/// <param name="Person">The id of the member of staff.</param>
/// <param name="Why">Why not.</param>
public sealed record ReaderRemoved(DateOnly On, string Person, Words Why) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Why = change(Why) };
}

/// <summary>Somebody thinks that the words of the case must go. Nothing changes yet.</summary>
/// <param name="On">The day.</param>
/// <param name="Ground">Why.</param>
public sealed record ErasureProposed(DateOnly On, ErasureGround Ground) : CaseEvent(On);

/// <summary>An erasure that was proposed was turned down, or taken back.</summary>
/// <param name="On">The day.</param>
/// <param name="Proposal">The sequence of the proposal.</param>
/// <param name="Reason">Why.</param>
public sealed record ErasureRejected(DateOnly On, int Proposal, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}

/// <summary>
/// A second person agreed: with this event every word of the case and everybody's name went. Nothing happens to it after.
/// </summary>
/// <param name="On">The day.</param>
/// <param name="Proposal">The sequence of the proposal.</param>
public sealed record Erased(DateOnly On, int Proposal) : CaseEvent(On);

/// <summary>The case must be kept, however old it is, until the hold is lifted. What was proposed meanwhile falls.</summary>
/// <param name="On">The day.</param>
/// <param name="Ground">What it is kept for.</param>
/// <param name="Why">More of it: which claim, which request.</param>
public sealed record HoldPlaced(DateOnly On, HoldGround Ground, Words Why) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Why = change(Why) };
}

/// <summary>What a case was held for is over.</summary>
/// <param name="On">The day.</param>
/// <param name="Hold">The sequence of the hold.</param>
/// <param name="Reason">Why.</param>
public sealed record HoldLifted(DateOnly On, int Hold, Words Reason) : CaseEvent(On)
{
    /// <inheritdoc/>
    public override CaseEvent WithWords(Func<Words, Words> change) => this with { Reason = change(Reason) };
}
