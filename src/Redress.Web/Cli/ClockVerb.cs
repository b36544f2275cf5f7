using System.Text.Json;
using Redress.Core;
using Redress.Core.Calendar;
using Redress.Core.Clocks;
using Redress.Core.Procedures;

namespace Redress.Web.Cli;

internal static class ClockVerb
{
    public static readonly Verb Verb = new(
        "clock (--procedure ID|FILE --timeline FILE|- [--as-at DATE] | --batch FILE|-)",
        "Every duty of a case by its dates: when due, why, and whether met in time.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        var procedures = new ProcedureSource();
        if (args.ValueAlone("--batch") is { } batch)
        {
            return await Batch.RunAsync(batch, terminal, (request, json) => Answer(request, json, procedures));
        }

        var procedure = procedures.Get("--procedure", args.Needed("--procedure"));
        var asAt = AsAt("--as-at", args.Value("--as-at"));
        var duties = Read(terminal, args.Needed("--timeline"), procedure, asAt);
        if (args.Json)
        {
            terminal.Say(json => Write(json, procedure, asAt, duties));
        }
        else
        {
            foreach (var duty in duties)
            {
                terminal.Say($"{WireName.Of(duty.Verdict).Replace('_', ' ')}: {duty.Explanation}");
            }
        }

        return Exit.Done;
    }

    private static void Answer(JsonElement request, Utf8JsonWriter json, ProcedureSource procedures)
    {
        request.AllowOnly("procedure", "timeline", "as_at");
        var procedure = procedures.Get("procedure", request.NeededText("procedure"));
        var asAt = AsAt("as_at", request.Text("as_at"));
        if (!request.TryGetProperty("timeline", out var timeline))
        {
            throw new BadInputException("timeline: missing");
        }

        Write(json, procedure, asAt, Clock(timeline, procedure, asAt));
    }

    private static IReadOnlyList<DutyClock> Read(Terminal terminal, string file, Procedure procedure, DateOnly asAt)
    {
        var text = JsonInput.WithoutMark(terminal.ReadAll(file));
        var name = file == "-" ? "standard input" : file;
        try
        {
            using var timeline = JsonInput.Parse(text);
            try
            {
                return Clock(timeline.RootElement, procedure, asAt);
            }
            catch (BadInputException wrong)
            {
                var field = wrong.Message.Split(':')[0];
                throw new BadInputException($"line {JsonInput.LineOf(text.Span, field)}, {wrong.Message}");
            }
        }
        catch (BadInputException wrong)
        {
            throw new BadInputException($"{name}, {wrong.Message}");
        }
    }

    private static IReadOnlyList<DutyClock> Clock(JsonElement json, Procedure procedure, DateOnly asAt)
    {
        var calendar = ShippedCalendars.Get(procedure.CalendarId);
        return
            ClockTimeline.TryParse(json, out var timeline, out var error)
            && timeline.TryClock(procedure, calendar, asAt, out var duties, out error)
            ? duties
            : throw new BadInputException(error);
    }

    private static DateOnly AsAt(string field, string? text) =>
        text is null ? LondonTime.Day(DateTime.UtcNow) : Requests.Date(field, text);

    private static void Write(Utf8JsonWriter json, Procedure procedure, DateOnly asAt, IReadOnlyList<DutyClock> duties)
    {
        json.WriteStartObject();
        json.WriteString("procedure", procedure.Id);
        json.WriteString("as_at", $"{asAt:yyyy-MM-dd}");
        json.WriteStartArray("duties");
        foreach (var duty in duties)
        {
            ClockJson.Write(json, duty);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
