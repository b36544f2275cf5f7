using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>A case as somebody takes it down, on the phone or from a letter.</summary>
/// <param name="Kind">What kind of case it is.</param>
/// <param name="Reference">What people will call it.</param>
/// <param name="ReceivedOn">The day anyone acting for the landlord received it, not the day it is logged.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Handler">Who will see to it: no open case that staff take down is without an owner.</param>
public sealed record LoggingRequest(
    CaseKind Kind,
    string Reference,
    DateOnly ReceivedOn,
    Channel Channel,
    string? Summary,
    string? Handler
)
{
    /// <summary>The time of day it was received, if known.</summary>
    public TimeOnly? ReceivedAt { get; init; }

    /// <summary>Who it came from.</summary>
    public string? ComplainantId { get; init; }

    /// <summary>
    /// True where the resident sent it and nobody took it down: with nobody there to have it, it still counts, and waits to
    /// be assigned.
    /// </summary>
    public bool SentByResident { get; init; }

    /// <summary>What came with it.</summary>
    public IReadOnlyList<ReceivedFile> Files { get; init; } = [];

    /// <summary>True where the person would not be known.</summary>
    public bool Anonymous { get; init; }

    /// <summary>True where only the complaints team is to know who they are.</summary>
    public bool Confidential { get; init; }

    /// <summary>The handler's team.</summary>
    public string? Team { get; init; }

    /// <summary>The service it is about.</summary>
    public string? Service { get; init; }

    /// <summary>Its nature.</summary>
    public string? Category { get; init; }

    /// <summary>Tenure on the day of receipt.</summary>
    public Tenure Tenure { get; init; }

    /// <summary>What the complaint is; may wait until the acknowledgement.</summary>
    public string? Definition { get; init; }

    /// <summary>What the resident wants done; goes with the definition.</summary>
    public string? OutcomeSought { get; init; }

    /// <summary>Whether the questions of the definition make it a complaint; none where nobody went through them.</summary>
    public bool? MeetsDefinition { get; init; }

    /// <summary>Why it is taken otherwise than the questions say.</summary>
    public string? OverrideReason { get; init; }
}

/// <summary>Why a case cannot be logged.</summary>
public enum CannotLog
{
    /// <summary>The day of receipt has not come yet.</summary>
    ReceivedInTheFuture,

    /// <summary>No procedure was in force on the day of receipt.</summary>
    NoProcedureInForce,

    /// <summary>The procedure in force that day only explains old cases, which are imported.</summary>
    ProcedureIsHistoryOnly,

    /// <summary>It does not say what the case is about.</summary>
    NoSummary,

    /// <summary>Nobody is named to see to it.</summary>
    NoHandler,

    /// <summary>It gives a definition without the outcome sought, or the other way round.</summary>
    DefinitionIsIncomplete,

    /// <summary>It is taken otherwise than the questions of the definition say, and no reason is given.</summary>
    NoOverrideReason,

    /// <summary>It is to be confidential, and nothing says who they are: of an anonymous one nothing is kept at all.</summary>
    NobodyToKeepConfidential,

    /// <summary>The day of receipt is before that of the case it comes from.</summary>
    ReceivedBeforeTheOther,
}

/// <summary>Entering a case: received, logged, assigned and, where it is clear already, defined.</summary>
public static class Logging
{
    /// <summary>
    /// The case keeps the procedure in force on the day it was received, so logging it late changes no clock that
    /// counts from receipt.
    /// </summary>
    public static Decision<CannotLog> Decide(LoggingRequest request, Rules rules, DateOnly today)
    {
        if (request.ReceivedOn > today)
        {
            return CannotLog.ReceivedInTheFuture;
        }

        if (rules.InForce(request.Kind, request.ReceivedOn) is not { } procedure)
        {
            return CannotLog.NoProcedureInForce;
        }

        if (procedure.HistoryOnly)
        {
            return CannotLog.ProcedureIsHistoryOnly;
        }

        if (Words.From(request.Summary) is not { } summary)
        {
            return CannotLog.NoSummary;
        }

        if (!HasHandler(request) && !request.SentByResident)
        {
            return CannotLog.NoHandler;
        }

        if (request.Confidential && (request.Anonymous || request.ComplainantId is null))
        {
            return CannotLog.NobodyToKeepConfidential;
        }

        var definition = Words.From(request.Definition);
        var outcomeSought = Words.From(request.OutcomeSought);
        if (definition is null != outcomeSought is null)
        {
            return CannotLog.DefinitionIsIncomplete;
        }

        var overridden = request.MeetsDefinition is { } meets && meets != (request.Kind == CaseKind.Complaint);
        var why = overridden ? Words.From(request.OverrideReason) : null;
        if (overridden && why is null)
        {
            return CannotLog.NoOverrideReason;
        }

        var events = new List<CaseEvent> { Received(request, summary, procedure, rules) };
        if (request.Files.Count > 0)
        {
            events.Add(new MessageReceived(request.ReceivedOn, request.Channel, Text: null, request.Files));
        }

        events.Add(new Logged(today));
        if (request.Confidential)
        {
            events.Add(new MadeConfidential(today, request.ComplainantId!));
        }

        if (HasHandler(request))
        {
            events.Add(new Assigned(today, Case.FirstStage(request.Kind), request.Handler!, request.Team));
        }

        if (definition is not null && outcomeSought is not null)
        {
            events.Add(new Defined(today, definition, outcomeSought));
        }

        if (why is not null)
        {
            events.Add(new GuidanceOverridden(today, request.MeetsDefinition!.Value, why));
        }

        return events;
    }

    private static bool HasHandler(LoggingRequest request) => !string.IsNullOrWhiteSpace(request.Handler);

    /// <summary>Of someone who would not be known, neither the time of day nor an identity is kept.</summary>
    private static Received Received(LoggingRequest request, Words summary, Procedure procedure, Rules rules) =>
        new(
            request.ReceivedOn,
            request.Kind,
            request.Reference,
            procedure.Id,
            procedure.CalendarId,
            rules.NewestEdition(procedure.CalendarId),
            request.Channel,
            request.Anonymous ? null : request.ReceivedAt,
            request.Anonymous ? null : request.ComplainantId,
            summary,
            request.Service,
            request.Category,
            request.Tenure,
            request.Anonymous
        );
}
