using System.Text.Json;
using Redress.Core.Calendar;

namespace Redress.Web.Cli;

internal static class DueVerb
{
    public static readonly Verb Verb = new(
        "due (--from DATE --within LIMIT [--calendar ID] | --batch FILE|-)",
        "The last day in time, and why.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        if (args.ValueAlone("--batch") is { } file)
        {
            return await Batch.RunAsync(file, terminal, Answer);
        }

        var deadline = Count(args.Needed("--from"), args.Needed("--within"), args.Value("--calendar"), "--");
        if (args.Json)
        {
            terminal.Say(json => Write(json, deadline));
        }
        else
        {
            terminal.Say(deadline.Explanation);
        }

        return Exit.Done;
    }

    private static void Answer(JsonElement request, Utf8JsonWriter json)
    {
        request.AllowOnly("from", "within", "calendar");
        Write(json, Count(request.NeededText("from"), request.NeededText("within"), request.Text("calendar"), ""));
    }

    private static Deadline Count(string from, string within, string? calendar, string dashes) =>
        Deadlines.TryCount(
            Requests.Date($"{dashes}from", from),
            Requests.Limit($"{dashes}within", within),
            Requests.Calendar($"{dashes}calendar", calendar ?? "england-and-wales"),
            out var deadline,
            out var refusal
        )
            ? deadline
            : throw new BadInputException($"{dashes}from: {refusal}");

    private static void Write(Utf8JsonWriter json, Deadline deadline)
    {
        json.WriteStartObject();
        json.WriteString("from", $"{deadline.From:yyyy-MM-dd}");
        json.WriteString("within", deadline.Within.ToString());
        json.WriteString("due", $"{deadline.Due:yyyy-MM-dd}");
        json.WriteStartObject("calendar");
        json.WriteString("id", deadline.CalendarId);
        json.WriteNumber("edition", deadline.Edition);
        json.WriteEndObject();
        json.WriteStartArray("skipped");
        foreach (var day in deadline.Skipped)
        {
            json.WriteStartObject();
            json.WriteString("date", $"{day.Date:yyyy-MM-dd}");
            json.WriteString("why", day.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("explanation", deadline.Explanation);
        json.WriteEndObject();
    }
}
