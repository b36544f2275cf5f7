using System.Globalization;
using System.Text.Json;
using Redress.Core.Calendar;

namespace Redress.Web.Cli;

/// <summary>Reads what verbs are given, the same from the command line and from a line of a batch.</summary>
internal static class Requests
{
    public static DateOnly Date(string field, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new BadInputException($"{field}: '{text}' is not a date; write a real day as 2025-12-18");

    public static int Number(string field, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : throw new BadInputException($"{field}: '{text}' is not a whole number from {least} to {most}");

    public static Limit Limit(string field, string text) =>
        Core.Calendar.Limit.TryParse(text, out var limit, out var error)
            ? limit
            : throw new BadInputException($"{field}: {error}");

    public static WorkingDayCalendar Calendar(string field, string id) =>
        ShippedCalendars.Find(id)
        ?? throw new BadInputException(
            $"{field}: '{id}' is not a calendar; use one of {string.Join(", ", ShippedCalendars.All.Select(c => c.Id))}"
        );

    /// <summary>The text of a field of a JSON request, or none.</summary>
    public static string? Text(this JsonElement request, string field) =>
        !request.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new BadInputException($"{field}: should be text");

    public static string NeededText(this JsonElement request, string field) =>
        request.Text(field) ?? throw new BadInputException($"{field}: missing");

    /// <summary>A field that is not understood is refused, for ignoring it would answer another question.</summary>
    public static void AllowOnly(this JsonElement request, params ReadOnlySpan<string> fields)
    {
        if (request.ValueKind != JsonValueKind.Object)
        {
            throw new BadInputException("should be a JSON object");
        }

        foreach (var property in request.EnumerateObject())
        {
            if (!fields.Contains(property.Name))
            {
                throw new BadInputException(
                    $"{property.Name}: unknown field; use {string.Join(", ", fields.ToArray())}"
                );
            }
        }
    }
}
