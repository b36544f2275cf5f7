using Redress.Core.Calendar;
using Redress.Core.Staff;

namespace Redress.Core.Procedures;

/// <summary>
/// A procedure as data: a landlord's own, or the least that an edition of a Code asks for. A stage keeps the procedure
/// that was in force when the stage was asked for, whatever comes into force later.
/// </summary>
public sealed record Procedure
{
    /// <summary>Short lower-case name, for example <c>code-2024</c>; unique within an installation.</summary>
    public required string Id { get; init; }

    /// <summary>The document's own title.</summary>
    public required string Title { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Publisher { get; init; }

    /// <summary>Whether this is a Code's minimum or a landlord's own procedure.</summary>
    public required ProcedureBasis Basis { get; init; }

    /// <summary>Which working-day calendar its limits are counted on, for example <c>england-and-wales</c>.</summary>
    public required string CalendarId { get; init; }

    /// <summary>First day it is in force, included.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Last day it is in force, included; none while it still is.</summary>
    public DateOnly? InForceUntil { get; init; }

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForce(DateOnly on) => InForceFrom <= on && (InForceUntil ?? on) >= on;

    /// <summary>True when it may explain old cases but no new case may be opened under it.</summary>
    public bool HistoryOnly { get; init; }

    /// <summary>The document the figures were read in.</summary>
    public required string Source { get; init; }

    /// <summary>True when a figure in it could not be confirmed against its source.</summary>
    public bool Unverified { get; init; }

    /// <summary>The kinds of case it covers. A kind that is absent has no clock under this procedure.</summary>
    public required IReadOnlyDictionary<CaseKind, KindRules> Kinds { get; init; }

    /// <summary>How old a matter may be before it need not be considered; none where the document sets no bar.</summary>
    public TimeBar? TimeBar { get; init; }

    /// <summary>Matters the procedure will not consider, each with where they go instead.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>What each letter must contain, by letter (<c>acknowledgement</c>, <c>response</c>, <c>holding_letter</c>, <c>refusal</c>).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Letters { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>How mediation may be reached; none where the document does not offer it.</summary>
    public Mediation? Mediation { get; init; }

    /// <summary>Who may limit what somebody can do for how they behave; none where the document names nobody.</summary>
    public ConductRule? Conduct { get; init; }

    /// <summary>Dated targets for exceptional times. They stand beside the limit and never replace it (ruling 3).</summary>
    public IReadOnlyList<InterimTarget> InterimTargets { get; init; } = [];

    /// <summary>What the document does not say, so that nobody takes silence for a rule.</summary>
    public IReadOnlyList<Silence> SilentOn { get; init; } = [];

    /// <summary>Places where the document can be read in more than one way, with the reading used (ruling 22).</summary>
    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>The rules for a kind of case, or none where the procedure does not cover it.</summary>
    public KindRules? For(CaseKind kind) => Kinds.GetValueOrDefault(kind);
}

/// <summary>Where a procedure comes from.</summary>
public enum ProcedureBasis
{
    /// <summary>The least an edition of a Code asks for.</summary>
    Code,

    /// <summary>A landlord's own document.</summary>
    Landlord,
}

/// <summary>The kinds of case, a closed list.</summary>
public enum CaseKind
{
    /// <summary>An expression of dissatisfaction, however made.</summary>
    Complaint,

    /// <summary>A request that something be done, not yet a complaint.</summary>
    ServiceRequest,

    /// <summary>An enquiry by an MP, councillor, board member or advocate.</summary>
    FormalEnquiry,

    /// <summary>Any other question.</summary>
    GeneralEnquiry,

    /// <summary>An expression of satisfaction.</summary>
    Compliment,

    /// <summary>A matter passed to a contractor to put right or explain.</summary>
    ContractorIncident,

    /// <summary>An idea for doing better.</summary>
    Suggestion,
}

/// <summary>What one procedure says about one kind of case.</summary>
/// <param name="Stages">In order of number. Empty for kinds that have no stages.</param>
/// <param name="Duties">Duties that belong to no stage.</param>
public sealed record KindRules(IReadOnlyList<StageRules> Stages, IReadOnlyList<DutyRule> Duties)
{
    /// <summary>The stage of that number, or none.</summary>
    public StageRules? Stage(int number) => Stages.FirstOrDefault(stage => stage.Number == number);

    /// <summary>The number of the last stage, or 0 where there is none.</summary>
    public int LastStage => Stages.Count == 0 ? 0 : Stages[^1].Number;
}

/// <summary>One stage of a procedure.</summary>
/// <param name="Number">0 for an informal stage (history only), then 1, 2, 3.</param>
/// <param name="Name">What the landlord calls it.</param>
/// <param name="Source">Paragraph of the document.</param>
/// <param name="Duties">What must be done, each with its limit.</param>
/// <param name="Entry">How the stage is reached; none for the first.</param>
/// <param name="DecidedBy">Who may decide it; none where the document is silent.</param>
public sealed record StageRules(
    int Number,
    string Name,
    string Source,
    IReadOnlyList<DutyRule> Duties,
    StageEntry? Entry = null,
    DecidedBy? DecidedBy = null
);

/// <summary>How a stage after the first is reached.</summary>
/// <param name="By">Who or what opens it, for example <c>resident_request</c>.</param>
/// <param name="MustSucceed">True where the request itself is judged, so that asking is not enough.</param>
/// <param name="Source">Paragraph of the document.</param>
public sealed record StageEntry(string By, bool MustSucceed, string Source);

/// <summary>Who may decide a stage.</summary>
/// <param name="DifferentPerson">True where nobody who decided an earlier stage may decide this one.</param>
/// <param name="Level">The grade or body named, in the document's words, if any.</param>
/// <param name="Source">Paragraph of the document.</param>
/// <param name="AtLeast">The lowest grade that may have the stage, as the level is read; none where any may.</param>
public sealed record DecidedBy(bool DifferentPerson, string? Level, string Source, Grade? AtLeast = null);

/// <summary>Who may agree that somebody's contact is limited, or their complaint refused, for how they behave.</summary>
/// <param name="Level">The grade or body named, in the document's words.</param>
/// <param name="AtLeast">The lowest grade that may, as the level is read.</param>
/// <param name="Source">Paragraph of the document.</param>
public sealed record ConductRule(string Level, Grade AtLeast, string Source);

/// <summary>The duties that can have a clock, a closed list.</summary>
public enum DutyName
{
    /// <summary>Acknowledge the complaint or the request for the next stage.</summary>
    Acknowledge,

    /// <summary>Speak to or meet the resident.</summary>
    Contact,

    /// <summary>Send the answer.</summary>
    Respond,

    /// <summary>Send a holding letter before the answer falls due.</summary>
    Hold,

    /// <summary>Tell the resident of a hearing or review meeting, in time and with enough notice.</summary>
    HearingNotice,

    /// <summary>The resident's window to ask for the next stage.</summary>
    RequestNextStage,

    /// <summary>Pass praise on to whoever earned it.</summary>
    Relay,

    /// <summary>Put praise on file.</summary>
    File,

    /// <summary>Refer the matter on.</summary>
    Refer,

    /// <summary>Make an emergency hazard safe.</summary>
    HazardMakeSafe,

    /// <summary>Investigate a hazard.</summary>
    HazardInvestigate,

    /// <summary>Send the written summary of a hazard investigation.</summary>
    HazardSummary,

    /// <summary>Carry out or begin the works a hazard needs.</summary>
    HazardWorks,
}

/// <summary>What can happen to a case that a clock takes notice of.</summary>
public enum ClockEventKind
{
    /// <summary>The landlord, or anyone acting for it, received the complaint.</summary>
    Received,

    /// <summary>The complaint was entered in the landlord's records.</summary>
    Logged,

    /// <summary>The acknowledgement was sent in writing.</summary>
    Acknowledged,

    /// <summary>The resident was spoken to or met.</summary>
    Contacted,

    /// <summary>The resident said that no contact or meeting was wanted.</summary>
    ContactDeclined,

    /// <summary>A holding letter was sent.</summary>
    HoldingLetter,

    /// <summary>Notice of a hearing or review meeting was given.</summary>
    HearingNotified,

    /// <summary>The resident was told of a later date.</summary>
    Extended,

    /// <summary>The answer was sent in writing.</summary>
    Responded,

    /// <summary>The resident had the answer in hand.</summary>
    AnswerArrived,

    /// <summary>The resident asked for the next stage.</summary>
    EscalationRequested,

    /// <summary>The landlord refused the next stage.</summary>
    EscalationRefused,

    /// <summary>The clock was stopped, where the procedure has such a stop.</summary>
    Paused,

    /// <summary>A stopped clock went on.</summary>
    Resumed,

    /// <summary>The resident withdrew.</summary>
    Withdrawn,

    /// <summary>The resident agreed that it is handled as a service request: to a clock the same as withdrawn (rulings 10 and 16).</summary>
    BecameServiceRequest,

    /// <summary>The case was closed.</summary>
    Closed,

    /// <summary>Praise was passed on.</summary>
    Relayed,

    /// <summary>Praise was put on file.</summary>
    Filed,
}

/// <summary>One thing that must be done within a limit.</summary>
/// <param name="Duty">Which duty.</param>
/// <param name="Within">How long there is.</param>
/// <param name="From">The act or event it is counted from; that day is day 0.</param>
/// <param name="MetBy">The events of which the first meets it.</param>
/// <param name="Source">The paragraph the figure comes from.</param>
public sealed record DutyRule(
    DutyName Duty,
    Limit Within,
    ClockEventKind From,
    IReadOnlyList<ClockEventKind> MetBy,
    string Source
)
{
    /// <summary>
    /// An act that belongs to the duty too, such as logging to the acknowledgement: where it was done later, the duty was
    /// met only then. Where the records do not say that it was done, nothing is held against it.
    /// </summary>
    public ClockEventKind? TogetherWith { get; init; }

    /// <summary>A stricter aim beside the limit, if the procedure has one.</summary>
    public TargetRule? Target { get; init; }

    /// <summary>How the limit may be extended; none means never.</summary>
    public ExtensionRule? Extensions { get; init; }

    /// <summary>Holding letters in the order they may be sent, each moving the due date to the day it promises.</summary>
    public IReadOnlyList<HoldingLetterRule> HoldingLetters { get; init; } = [];

    /// <summary>The paragraph that lets this clock be paused; none means no pause stops it (ruling 2).</summary>
    public string? PausesSource { get; init; }

    /// <summary>For a hearing: the least notice to be given before it; none otherwise.</summary>
    public Limit? Notice { get; init; }

    /// <summary>For a limit counted from the answer: that it counts from the day the answer arrived; none where from the day it was sent.</summary>
    public ArrivalRule? Arrival { get; init; }

    /// <summary>For contact: true where only meeting face to face meets it.</summary>
    public bool InPerson { get; init; }

    /// <summary>Whose limit it is: a resident's window is never a landlord's breach.</summary>
    public BelongsTo BelongsTo { get; init; }

    /// <summary>For a resident's window: true where a late request is refused outright.</summary>
    public bool RefusesLateRequests { get; init; }

    /// <summary>True when the figure could not be confirmed against its source.</summary>
    public bool Unverified { get; init; }
}

/// <summary>When an answer is taken to have arrived.</summary>
/// <param name="Deemed">How long after it was sent, where the day is not recorded; none where the day it was sent stands in.</param>
/// <param name="Source">Paragraph of the document.</param>
public sealed record ArrivalRule(Limit? Deemed, string Source);

/// <summary>Whose limit a duty is.</summary>
public enum BelongsTo
{
    /// <summary>The landlord must act.</summary>
    Landlord,

    /// <summary>The resident may act.</summary>
    Resident,
}

/// <summary>An aim that stands beside a limit.</summary>
/// <param name="Within">How long, from the same start as the limit.</param>
/// <param name="SkipsClosures">True where the landlord's own closure days do not count towards it (ruling 1).</param>
/// <param name="Source">Paragraph of the document.</param>
public sealed record TargetRule(Limit Within, bool SkipsClosures, string Source);

/// <summary>How a limit may be extended.</summary>
/// <param name="Cap">The most that may be added to the original due date in all; none where the document sets no figure.</param>
/// <param name="WithinCap">What makes an extension within the cap valid, or any extension where there is no cap.</param>
/// <param name="BeyondCap">What makes one beyond the cap valid; none means nothing does.</param>
/// <param name="Source">Paragraph of the document.</param>
public sealed record ExtensionRule(Limit? Cap, Requirements WithinCap, Requirements? BeyondCap, string Source);

/// <summary>Facts an extension needs before it counts.</summary>
/// <param name="All">Every one of these.</param>
/// <param name="OneOf">And at least one of these, where there are any.</param>
public sealed record Requirements(IReadOnlyList<ExtensionFact> All, IReadOnlyList<ExtensionFact> OneOf);

/// <summary>A fact recorded about an extension.</summary>
public enum ExtensionFact
{
    /// <summary>The resident was told in writing.</summary>
    InWriting,

    /// <summary>A reason was given.</summary>
    Reason,

    /// <summary>The Ombudsman's details were given.</summary>
    OmbudsmanDetails,

    /// <summary>The resident agreed.</summary>
    Agreed,

    /// <summary>A named person approved it.</summary>
    ApprovedBy,
}

/// <summary>One holding letter.</summary>
/// <param name="AtMost">The most it may add to the due date in force; none where the document sets no figure.</param>
/// <param name="Source">Paragraph of the document.</param>
public sealed record HoldingLetterRule(Limit? AtMost, string Source);

/// <summary>How old a matter may be.</summary>
/// <param name="Within">Counted back from the day of the complaint.</param>
/// <param name="From">What the age is counted from, in the document's sense.</param>
/// <param name="Discretion">True where older matters are still considered on their merits.</param>
/// <param name="Source">Paragraph of the document.</param>
/// <param name="Unverified">True when the figure could not be confirmed against its source.</param>
public sealed record TimeBar(Limit Within, string From, bool Discretion, string Source, bool Unverified = false);

/// <summary>A matter the procedure does not consider.</summary>
/// <param name="Ground">Short name of the ground.</param>
/// <param name="Signpost">Where the person is sent instead.</param>
/// <param name="Source">Paragraph of the document.</param>
public sealed record Exclusion(string Ground, string Signpost, string Source);

/// <summary>Mediation as the procedure offers it.</summary>
/// <param name="By">Who may ask and when.</param>
/// <param name="Source">Paragraph of the document.</param>
public sealed record Mediation(string By, string Source);

/// <summary>A dated target for exceptional times.</summary>
/// <param name="From">First day, included: a duty whose start falls on or after it carries the target.</param>
/// <param name="Until">Last day, included.</param>
/// <param name="Stage">The stage, or none for duties of no stage.</param>
/// <param name="Duty">The duty.</param>
/// <param name="Within">How long.</param>
/// <param name="Reason">What happened.</param>
/// <param name="Source">Where it was announced.</param>
public sealed record InterimTarget(
    DateOnly From,
    DateOnly Until,
    int? Stage,
    DutyName Duty,
    Limit Within,
    string Reason,
    string Source
);

/// <summary>Something the document does not say.</summary>
/// <param name="About">What.</param>
/// <param name="Note">How the procedure file treats it.</param>
public sealed record Silence(string About, string Note);

/// <summary>A passage that can be read in more than one way.</summary>
/// <param name="About">The passage.</param>
/// <param name="Readings">Each way, in our words.</param>
/// <param name="Used">Which of them is used: 1 is the first.</param>
/// <param name="Why">Why that one.</param>
/// <param name="Source">Paragraph of the document.</param>
public sealed record Reading(string About, IReadOnlyList<string> Readings, int Used, string Why, string Source);
