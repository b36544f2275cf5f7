using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>
/// How events are written in history and read again, for ever. An event's name never changes. When its form does, the
/// new version comes with an up-caster that turns the form before it into the new one, and old rows stay as they are.
/// </summary>
public static class CaseEventJson
{
    /// <summary>The name of <see cref="Erased"/>, without which no words may be gone.</summary>
    public const string ErasedName = "erased";

    private static readonly EventForm[] Forms =
    [
        Form("received", context => context.Received),
        Form("logged", context => context.Logged),
        Form("classified", context => context.Classified),
        Form("defined", context => context.Defined),
        Form("assigned", context => context.Assigned),
        Form("acknowledged", context => context.Acknowledged),
        Form("contacted", context => context.Contacted),
        Form("contact_declined", context => context.ContactDeclined),
        Form("holding_letter_sent", context => context.HoldingLetterSent),
        Form("hearing_notified", context => context.HearingNotified),
        Form("extended", context => context.Extended),
        Form("point_raised", context => context.PointRaised),
        Form("point_decided", context => context.PointDecided),
        Form("commitment_made", context => context.CommitmentMade),
        Form("settlement_approved", context => context.SettlementApproved),
        Form("commitment_kept", context => context.CommitmentKept),
        Form("asked", context => context.Asked),
        Form("ask_answered", context => context.AskAnswered),
        Form("ask_given_up", context => context.AskGivenUp),
        Form("responded", context => context.Responded),
        Form("answer_arrived", context => context.AnswerArrived),
        Form("answer_corrected", context => context.AnswerCorrected),
        Form("informal_stage_answered", context => context.InformalStageAnswered),
        Form("escalation_requested", context => context.EscalationRequested),
        Form("escalation_refused", context => context.EscalationRefused),
        Form("refusal_proposed", context => context.RefusalProposed),
        Form("refusal_rejected", context => context.RefusalRejected),
        Form("refused", context => context.Refused),
        Form("reinstated", context => context.Reinstated),
        Form("matter_dated", context => context.MatterDated),
        Form("late_matter_accepted", context => context.LateMatterAccepted),
        Form("paused", context => context.Paused),
        Form("resumed", context => context.Resumed),
        Form("withdrawn", context => context.Withdrawn),
        Form("service_request_agreed", context => context.ServiceRequestAgreed),
        Form("closed", context => context.Closed),
        Form("letter_written", context => context.LetterWritten),
        Form("letter_sent", context => context.LetterSent),
        Form("letter_failed", context => context.LetterFailed),
        Form("letter_rerouted", context => context.LetterRerouted),
        Form("letter_cancelled", context => context.LetterCancelled),
        Form("reopened", context => context.Reopened),
        Form("linked", context => context.Linked),
        Form("guidance_overridden", context => context.GuidanceOverridden),
        Form("definition_disputed", context => context.DefinitionDisputed),
        Form("definition_agreed", context => context.DefinitionAgreed),
        Form("message_received", context => context.MessageReceived),
        Form("messages_read", context => context.MessagesRead),
        Form("correction_proposed", context => context.CorrectionProposed),
        Form("correction_rejected", context => context.CorrectionRejected),
        Form("corrected", context => context.Corrected),
        Form("calendar_adopted", context => context.CalendarAdopted),
        Form("relayed", context => context.Relayed),
        Form("filed", context => context.Filed),
        Form("made_confidential", context => context.MadeConfidential),
        Form("confidentiality_ended", context => context.ConfidentialityEnded),
        Form("identity_opened", context => context.IdentityOpened),
        Form("subject_named", context => context.SubjectNamed),
        Form("decision_named", context => context.DecisionNamed),
        Form("subject_confirmed", context => context.SubjectConfirmed),
        Form("subject_cleared", context => context.SubjectCleared),
        Form("case_sealed", context => context.CaseSealed),
        Form("seal_agreed", context => context.SealAgreed),
        Form("seal_lift_asked", context => context.SealLiftAsked),
        Form("seal_lifted", context => context.SealLifted),
        Form("reader_admitted", context => context.ReaderAdmitted),
        Form("reader_removed", context => context.ReaderRemoved),
        Form("statement_requested", context => context.StatementRequested),
        Form("statement_given", context => context.StatementGiven),
        Form("statement_waived", context => context.StatementWaived),
        Form("statement_passed", context => context.StatementPassed),
        Form("statement_withdrawn", context => context.StatementWithdrawn),
        Form("complainant_joined", context => context.ComplainantJoined),
        Form("complainant_left", context => context.ComplainantLeft),
        Form("lead_complainant_changed", context => context.LeadComplainantChanged),
        Form("letter_copy_sent", context => context.LetterCopySent),
        Form("contact_corrected", context => context.ContactCorrected),
        Form("contact_needs_recorded", context => context.ContactNeedsRecorded),
        Form("restriction_proposed", context => context.RestrictionProposed),
        Form("restriction_rejected", context => context.RestrictionRejected),
        Form("contact_restricted", context => context.ContactRestricted),
        Form("restriction_lifted", context => context.RestrictionLifted),
        Form("erasure_proposed", context => context.ErasureProposed),
        Form("erasure_rejected", context => context.ErasureRejected),
        Form(ErasedName, context => context.Erased),
        Form("hold_placed", context => context.HoldPlaced),
        Form("hold_lifted", context => context.HoldLifted),
        Form("access_code_given", context => context.AccessCodeGiven),
        Form("representative_named", context => context.RepresentativeNamed),
        Form("authority_recorded", context => context.AuthorityRecorded),
        Form("authority_ended", context => context.AuthorityEnded),
        Form("authority_requested", context => context.AuthorityRequested),
        Form("resident_told_of_authority", context => context.ResidentToldOfAuthority),
    ];

    private static readonly FrozenDictionary<string, EventForm> ByName = Forms.ToFrozenDictionary(form => form.Name);

    private static readonly FrozenDictionary<Type, EventForm> ByType = Forms.ToFrozenDictionary(form => form.Type);

    /// <summary>The names of all events, as history holds them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Forms.Select(form => form.Name)];

    /// <summary>The event's name, the version of its form, and its text. Its words must have been stored.</summary>
    public static (string Name, int Version, string Data) Write(CaseEvent caseEvent)
    {
        var form = ByType[caseEvent.GetType()];
        return (form.Name, form.Version, JsonSerializer.Serialize(caseEvent, form.Json));
    }

    /// <summary>The event that was written.</summary>
    /// <exception cref="JsonException">The name, the version or a field is none that this release knows.</exception>
    public static CaseEvent Read(string name, int version, string data) =>
        ByName.TryGetValue(name, out var form)
            ? form.Read(version, data)
            : throw new JsonException($"History holds an event \"{name}\" that this release does not know.");

    // The up-casters go from version 1 to 2, from 2 to 3, and so on.
    private static EventForm Form<T>(
        string name,
        Func<CaseEventContext, JsonTypeInfo<T>> json,
        params Func<JsonObject, JsonObject>[] upCasters
    )
        where T : CaseEvent => new(name, typeof(T), () => json(CaseEventContext.Default), upCasters);
}

/// <summary>The form of one event in history: its name, its present version and how each older version becomes the next.</summary>
/// <param name="Name">As history has it.</param>
/// <param name="Type">What it is read as.</param>
/// <param name="Find">How its fields are written. Asked for when first needed: to make all of them takes a tenth of a second.</param>
/// <param name="UpCasters">From version 1 to 2, from 2 to 3, and so on.</param>
internal sealed record EventForm(
    string Name,
    Type Type,
    Func<JsonTypeInfo> Find,
    IReadOnlyList<Func<JsonObject, JsonObject>> UpCasters
)
{
    private JsonTypeInfo? json;

    public JsonTypeInfo Json => json ??= Find();

    public int Version => UpCasters.Count + 1;

    public CaseEvent Read(int version, string data)
    {
        if (version == Version)
        {
            return (CaseEvent)JsonSerializer.Deserialize(data, Json)!;
        }

        if (version < 1 || version > Version)
        {
            throw new JsonException($"This release reads \"{Name}\" up to version {Version}; history holds {version}.");
        }

        var old = JsonNode.Parse(data)!.AsObject();
        var upCast = UpCasters.Skip(version - 1).Aggregate(old, (form, next) => next(form));
        return (CaseEvent)upCast.Deserialize(Json)!;
    }
}

/// <summary>Writes a choice as history and the tools spell them: <c>partly_upheld</c>.</summary>
internal sealed class SnakeCase<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>
/// An event inside another, with its own name and version, so that it is read for ever like one of its own row.
/// </summary>
internal sealed class MeansJson : JsonConverter<CaseEvent>
{
    public override CaseEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return
            json.RootElement.TryGetProperty("event", out var name)
            && json.RootElement.TryGetProperty("version", out var version)
            && json.RootElement.TryGetProperty("data", out var data)
            ? CaseEventJson.Read(name.GetString()!, version.GetInt32(), data.GetRawText())
            : throw new JsonException("An event inside another needs \"event\", \"version\" and \"data\".");
    }

    public override void Write(Utf8JsonWriter writer, CaseEvent value, JsonSerializerOptions options)
    {
        var (name, version, data) = CaseEventJson.Write(value);
        writer.WriteStartObject();
        writer.WriteString("event", name);
        writer.WriteNumber("version", version);
        writer.WritePropertyName("data");
        writer.WriteRawValue(data);
        writer.WriteEndObject();
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [
        typeof(SnakeCase<CaseKind>),
        typeof(SnakeCase<Channel>),
        typeof(SnakeCase<Tenure>),
        typeof(SnakeCase<Ombudsman>),
        typeof(SnakeCase<Finding>),
        typeof(SnakeCase<ContactMethod>),
        typeof(SnakeCase<ContactResult>),
        typeof(SnakeCase<Companion>),
        typeof(SnakeCase<WithdrawalMethod>),
        typeof(SnakeCase<CorrectableFact>),
        typeof(SnakeCase<LetterFailure>),
        typeof(SnakeCase<CaseRelation>),
        typeof(SnakeCase<FileType>),
        typeof(SnakeCase<MessageSender>),
        typeof(SnakeCase<StatementWithdrawal>),
        typeof(SnakeCase<RepresentativeKind>),
        typeof(SnakeCase<AuthorityMethod>),
        typeof(SnakeCase<LetterFormat>),
        typeof(SnakeCase<DecisionKind>),
        typeof(SnakeCase<ErasureGround>),
        typeof(SnakeCase<HoldGround>),
    ]
)]
[JsonSerializable(typeof(Received))]
[JsonSerializable(typeof(Logged))]
[JsonSerializable(typeof(Classified))]
[JsonSerializable(typeof(Defined))]
[JsonSerializable(typeof(Assigned))]
[JsonSerializable(typeof(Acknowledged))]
[JsonSerializable(typeof(Contacted))]
[JsonSerializable(typeof(ContactDeclined))]
[JsonSerializable(typeof(HoldingLetterSent))]
[JsonSerializable(typeof(HearingNotified))]
[JsonSerializable(typeof(Extended))]
[JsonSerializable(typeof(PointRaised))]
[JsonSerializable(typeof(PointDecided))]
[JsonSerializable(typeof(CommitmentMade))]
[JsonSerializable(typeof(SettlementApproved))]
[JsonSerializable(typeof(CommitmentKept))]
[JsonSerializable(typeof(Asked))]
[JsonSerializable(typeof(AskAnswered))]
[JsonSerializable(typeof(AskGivenUp))]
[JsonSerializable(typeof(Responded))]
[JsonSerializable(typeof(AnswerArrived))]
[JsonSerializable(typeof(AnswerCorrected))]
[JsonSerializable(typeof(InformalStageAnswered))]
[JsonSerializable(typeof(EscalationRequested))]
[JsonSerializable(typeof(EscalationRefused))]
[JsonSerializable(typeof(RefusalProposed))]
[JsonSerializable(typeof(RefusalRejected))]
[JsonSerializable(typeof(Refused))]
[JsonSerializable(typeof(Reinstated))]
[JsonSerializable(typeof(MatterDated))]
[JsonSerializable(typeof(LateMatterAccepted))]
[JsonSerializable(typeof(Paused))]
[JsonSerializable(typeof(Resumed))]
[JsonSerializable(typeof(Withdrawn))]
[JsonSerializable(typeof(ServiceRequestAgreed))]
[JsonSerializable(typeof(Closed))]
[JsonSerializable(typeof(LetterWritten))]
[JsonSerializable(typeof(LetterSent))]
[JsonSerializable(typeof(LetterFailed))]
[JsonSerializable(typeof(LetterRerouted))]
[JsonSerializable(typeof(LetterCancelled))]
[JsonSerializable(typeof(Reopened))]
[JsonSerializable(typeof(Linked))]
[JsonSerializable(typeof(GuidanceOverridden))]
[JsonSerializable(typeof(DefinitionDisputed))]
[JsonSerializable(typeof(DefinitionAgreed))]
[JsonSerializable(typeof(MessageReceived))]
[JsonSerializable(typeof(MessagesRead))]
[JsonSerializable(typeof(CorrectionProposed))]
[JsonSerializable(typeof(CorrectionRejected))]
[JsonSerializable(typeof(Corrected))]
[JsonSerializable(typeof(CalendarAdopted))]
[JsonSerializable(typeof(Relayed))]
[JsonSerializable(typeof(Filed))]
[JsonSerializable(typeof(MadeConfidential))]
[JsonSerializable(typeof(ConfidentialityEnded))]
[JsonSerializable(typeof(IdentityOpened))]
[JsonSerializable(typeof(SubjectNamed))]
[JsonSerializable(typeof(DecisionNamed))]
[JsonSerializable(typeof(SubjectConfirmed))]
[JsonSerializable(typeof(SubjectCleared))]
[JsonSerializable(typeof(CaseSealed))]
[JsonSerializable(typeof(SealAgreed))]
[JsonSerializable(typeof(SealLiftAsked))]
[JsonSerializable(typeof(SealLifted))]
[JsonSerializable(typeof(ReaderAdmitted))]
[JsonSerializable(typeof(ReaderRemoved))]
[JsonSerializable(typeof(StatementRequested))]
[JsonSerializable(typeof(StatementGiven))]
[JsonSerializable(typeof(StatementWaived))]
[JsonSerializable(typeof(StatementPassed))]
[JsonSerializable(typeof(StatementWithdrawn))]
[JsonSerializable(typeof(ComplainantJoined))]
[JsonSerializable(typeof(ComplainantLeft))]
[JsonSerializable(typeof(LeadComplainantChanged))]
[JsonSerializable(typeof(LetterCopySent))]
[JsonSerializable(typeof(ContactCorrected))]
[JsonSerializable(typeof(ContactNeedsRecorded))]
[JsonSerializable(typeof(AccessCodeGiven))]
[JsonSerializable(typeof(RepresentativeNamed))]
[JsonSerializable(typeof(AuthorityRecorded))]
[JsonSerializable(typeof(AuthorityEnded))]
[JsonSerializable(typeof(RestrictionProposed))]
[JsonSerializable(typeof(RestrictionRejected))]
[JsonSerializable(typeof(ContactRestricted))]
[JsonSerializable(typeof(RestrictionLifted))]
[JsonSerializable(typeof(ErasureProposed))]
[JsonSerializable(typeof(ErasureRejected))]
[JsonSerializable(typeof(Erased))]
[JsonSerializable(typeof(HoldPlaced))]
[JsonSerializable(typeof(HoldLifted))]
[JsonSerializable(typeof(AuthorityRequested))]
[JsonSerializable(typeof(ResidentToldOfAuthority))]
internal sealed partial class CaseEventContext : JsonSerializerContext;
