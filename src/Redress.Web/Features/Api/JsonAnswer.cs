using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Redress.Web.Data;

namespace Redress.Web.Features.Api;

/// <summary>An answer written as JSON, member by member.</summary>
internal sealed class JsonAnswer(Action<Utf8JsonWriter> write) : IResult
{
    /// <summary>Letters of every language as they are.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, Options);
        write(json);
        await json.FlushAsync(httpContext.RequestAborted);
    }
}

/// <summary>What is written the same everywhere in the API.</summary>
internal static class JsonParts
{
    public static void WriteString(this Utf8JsonWriter json, string name, DateOnly day) =>
        json.WriteString(name, day.ToString("yyyy-MM-dd"));

    public static void WriteDay(this Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day?.ToString("yyyy-MM-dd"));

    /// <summary>A sum in pounds, where there is one: what is no money has no such property.</summary>
    public static void WriteAmount(this Utf8JsonWriter json, decimal? amount)
    {
        if (amount is { } pounds)
        {
            json.WriteNumber("amount", pounds);
        }
    }

    public static void WriteStaff(this Utf8JsonWriter json, string name, string? id, StaffDirectory staff)
    {
        if (id is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("id", id);
        json.WriteString("name", staff.NameOf(id));
        json.WriteEndObject();
    }
}
