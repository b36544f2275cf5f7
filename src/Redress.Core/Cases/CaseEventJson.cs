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
    private static readonly EventForm[] Forms =
    [
        Form("received", Context.Received),
        Form("logged", Context.Logged),
        Form("classified", Context.Classified),
        Form("defined", Context.Defined),
        Form("assigned", Context.Assigned),
        Form("acknowledged", Context.Acknowledged),
        Form("contacted", Context.Contacted),
        Form("contact_declined", Context.ContactDeclined),
        Form("holding_letter_sent", Context.HoldingLetterSent),
        Form("hearing_notified", Context.HearingNotified),
        Form("extended", Context.Extended),
        Form("point_raised", Context.PointRaised),
        Form("point_decided", Context.PointDecided),
        Form("commitment_made", Context.CommitmentMade),
        Form("commitment_kept", Context.CommitmentKept),
        Form("responded", Context.Responded),
        Form("informal_stage_answered", Context.InformalStageAnswered),
        Form("escalation_requested", Context.EscalationRequested),
        Form("escalation_refused", Context.EscalationRefused),
        Form("paused", Context.Paused),
        Form("resumed", Context.Resumed),
        Form("withdrawn", Context.Withdrawn),
        Form("closed", Context.Closed),
        Form("correction_proposed", Context.CorrectionProposed),
        Form("correction_rejected", Context.CorrectionRejected),
        Form("corrected", Context.Corrected),
        Form("calendar_adopted", Context.CalendarAdopted),
        Form("relayed", Context.Relayed),
        Form("filed", Context.Filed),
    ];

    private static readonly FrozenDictionary<string, EventForm> ByName = Forms.ToFrozenDictionary(form => form.Name);

    private static readonly FrozenDictionary<Type, EventForm> ByType = Forms.ToFrozenDictionary(form => form.Json.Type);

    private static CaseEventContext Context => CaseEventContext.Default;

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
    private static EventForm Form<T>(string name, JsonTypeInfo<T> json, params Func<JsonObject, JsonObject>[] upCasters)
        where T : CaseEvent => new(name, json, upCasters);
}

/// <summary>The form of one event in history: its name, its present version and how each older version becomes the next.</summary>
internal sealed record EventForm(string Name, JsonTypeInfo Json, IReadOnlyList<Func<JsonObject, JsonObject>> UpCasters)
{
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
        typeof(SnakeCase<Finding>),
        typeof(SnakeCase<ContactMethod>),
        typeof(SnakeCase<ContactResult>),
        typeof(SnakeCase<WithdrawalMethod>),
        typeof(SnakeCase<CorrectableFact>),
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
[JsonSerializable(typeof(CommitmentKept))]
[JsonSerializable(typeof(Responded))]
[JsonSerializable(typeof(InformalStageAnswered))]
[JsonSerializable(typeof(EscalationRequested))]
[JsonSerializable(typeof(EscalationRefused))]
[JsonSerializable(typeof(Paused))]
[JsonSerializable(typeof(Resumed))]
[JsonSerializable(typeof(Withdrawn))]
[JsonSerializable(typeof(Closed))]
[JsonSerializable(typeof(CorrectionProposed))]
[JsonSerializable(typeof(CorrectionRejected))]
[JsonSerializable(typeof(Corrected))]
[JsonSerializable(typeof(CalendarAdopted))]
[JsonSerializable(typeof(Relayed))]
[JsonSerializable(typeof(Filed))]
internal sealed partial class CaseEventContext : JsonSerializerContext;
