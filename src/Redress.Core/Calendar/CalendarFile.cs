using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Redress.Core.Calendar;

/// <summary>
/// A calendar as a JSON file: <c>id</c>, <c>title</c>, <c>edition</c>, <c>first</c> and <c>last</c> day covered,
/// <c>source</c>, and <c>holidays</c>, each with <c>on</c>, <c>name</c> and, where it could not be confirmed,
/// <c>unverified</c>. Unknown and repeated fields are refused.
/// </summary>
public static partial class CalendarFile
{
    /// <summary>Reads a calendar.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="calendar">The calendar, where the answer is true.</param>
    /// <param name="error">What is wrong, and where, where the answer is false.</param>
    public static bool TryParse(
        string json,
        [NotNullWhen(true)] out WorkingDayCalendar? calendar,
        [NotNullWhen(false)] out string? error
    )
    {
        calendar = null;
        FileContent? content;
        try
        {
            content = JsonSerializer.Deserialize(json, FileJson.Default.FileContent);
        }
        catch (JsonException unreadable)
        {
            // The message repeats its place in its own way, from line 0.
            var message = unreadable.Message.Split(" Path:")[0];
            error = $"Line {unreadable.LineNumber + 1}, {unreadable.Path}: {message}";
            return false;
        }

        if (content is null)
        {
            error = "The file holds no calendar.";
            return false;
        }

        error = Fault(content);
        if (error is not null)
        {
            return false;
        }

        calendar = new WorkingDayCalendar(
            content.Id,
            content.Title,
            content.Edition,
            content.First,
            content.Last,
            content.Source,
            content.Holidays
        );
        return true;
    }

    /// <summary>Writes a calendar as <see cref="TryParse"/> reads it, a holiday a line. Closure days are not written.</summary>
    public static string Write(WorkingDayCalendar calendar)
    {
        var text = new StringBuilder();
        text.Append("{\n");
        text.Append($"  \"id\": {Quoted(calendar.Id)},\n");
        text.Append($"  \"title\": {Quoted(calendar.Title)},\n");
        text.Append($"  \"edition\": {calendar.Edition},\n");
        text.Append($"  \"first\": \"{calendar.First:yyyy-MM-dd}\",\n");
        text.Append($"  \"last\": \"{calendar.Last:yyyy-MM-dd}\",\n");
        text.Append($"  \"source\": {Quoted(calendar.Source)},\n");
        text.Append("  \"holidays\": [\n");
        text.AppendJoin(",\n", calendar.Holidays.Select(Line));
        return text.Append("\n  ]\n}\n").ToString();
    }

    private static string Line(Holiday holiday)
    {
        var unverified = holiday.Unverified ? ", \"unverified\": true" : "";
        return $"    {{ \"on\": \"{holiday.On:yyyy-MM-dd}\", \"name\": {Quoted(holiday.Name)}{unverified} }}";
    }

    private static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string? Fault(FileContent content)
    {
        if (
            content.Id.Length == 0
            || content.Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
        )
        {
            return "id: use lower-case letters, figures and hyphens, such as \"england-and-wales\".";
        }

        if (content.Edition < 1)
        {
            return "edition: use 1 or more.";
        }

        if (content.Last < content.First)
        {
            return "last: it is before first.";
        }

        var seen = new HashSet<DateOnly>();
        for (var i = 0; i < content.Holidays.Count; i++)
        {
            var on = content.Holidays[i].On;
            if (on < content.First || on > content.Last)
            {
                return $"holidays[{i}]: {Dates.Short(on)} is not between first and last.";
            }

            if (!seen.Add(on))
            {
                return $"holidays[{i}]: {Dates.Short(on)} is there already.";
            }
        }

        return null;
    }

    internal sealed record FileContent(
        string Id,
        string Title,
        int Edition,
        DateOnly First,
        DateOnly Last,
        string Source,
        IReadOnlyList<Holiday> Holidays
    );

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true
    )]
    [JsonSerializable(typeof(FileContent))]
    internal sealed partial class FileJson : JsonSerializerContext;
}
