using System.Text.Json;
using System.Text.Json.Serialization;
using Redress.Core.Incidents;

namespace Redress.Web.Data;

/// <summary>How the events of incidents are written in history and read again. Their names never change.</summary>
internal static class IncidentJson
{
    private static readonly Dictionary<string, Type> Forms = new(StringComparer.Ordinal)
    {
        [Reported] = typeof(LeakReported),
        ["part_hidden"] = typeof(PartHidden),
        ["showing_proposed"] = typeof(ShowingProposed),
        ["part_shown"] = typeof(PartShown),
        ["commissioner_told"] = typeof(CommissionerTold),
        ["commissioner_not_needed"] = typeof(CommissionerNotNeeded),
    };

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The name of the event with which an incident begins.</summary>
    public const string Reported = "leak_reported";

    public static (string Event, string Data) Write(IncidentEvent happened) =>
        (
            Forms.First(form => form.Value == happened.GetType()).Key,
            JsonSerializer.Serialize(happened, happened.GetType(), Json)
        );

    public static IncidentEvent Read(string name, string data) =>
        Forms.TryGetValue(name, out var form) && JsonSerializer.Deserialize(data, form, Json) is IncidentEvent read
            ? read
            : throw new JsonException($"No event of an incident is called '{name}'.");
}
