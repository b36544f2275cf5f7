using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Redress.Core.Cases;

namespace Redress.Core.Tests.Cases;

/// <summary>Everything a case says of itself, as JSON, to compare and to approve.</summary>
internal static class Snapshot
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Of(Case folded)
    {
        var state = JsonSerializer.SerializeToNode(folded, Options)!.AsObject();
        state.Remove("history");
        state.Remove("current_stage");
        return state.ToJsonString(Options);
    }
}
