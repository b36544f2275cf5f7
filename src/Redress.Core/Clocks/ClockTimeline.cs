using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>
/// A dated history written down by hand or by another program, as <c>redress clock</c> reads it:
/// <c>{"kind":"complaint","events":[{"on":"2024-03-01","event":"received"}],"closures":[]}</c>.
/// </summary>
/// <param name="Kind">The kind of case.</param>
/// <param name="Events">In the order written.</param>
/// <param name="Closures">The landlord's own closure days.</param>
public sealed record ClockTimeline(CaseKind Kind, IReadOnlyList<ClockEvent> Events, IReadOnlyList<DateOnly> Closures)
{
    private static readonly HashSet<string> Keys =
    [
        "on",
        "event",
        "at",
        "stage",
        "until",
        "told_on",
        "in_writing",
        "reason",
        "agreed",
        "ombudsman_details",
        "approved_by",
        "assumed",
        "hearing_on",
    ];

    /// <summary>Reads a timeline. On failure <paramref name="error"/> names the field and says how to put it right.</summary>
    public static bool TryParse(
        JsonElement json,
        [NotNullWhen(true)] out ClockTimeline? timeline,
        [NotNullWhen(false)] out string? error
    )
    {
        try
        {
            timeline = Read(json);
            error = null;
            return true;
        }
        catch (FormatException wrong)
        {
            timeline = null;
            error = wrong.Message;
            return false;
        }
    }

    /// <summary>
    /// Every duty of the timeline under one procedure, whatever the procedure's own dates. Refused when a date up to
    /// the day asked about lies outside the calendar, or a limit runs past its end.
    /// </summary>
    public bool TryClock(
        Procedure procedure,
        WorkingDayCalendar calendar,
        DateOnly asAt,
        [NotNullWhen(true)] out IReadOnlyList<DutyClock>? duties,
        [NotNullWhen(false)] out string? error
    )
    {
        duties = null;
        for (var i = 0; i < Events.Count; i++)
        {
            if (Events[i].On <= asAt && !calendar.Covers(Events[i].On))
            {
                error =
                    $"events[{i}].on: {Events[i].On:yyyy-MM-dd} is outside calendar {calendar.Id}, edition {calendar.Edition}, "
                    + $"which runs from {calendar.First:yyyy-MM-dd} to {calendar.Last:yyyy-MM-dd}";
                return false;
            }
        }

        var found = Clocks.Of(
            new ClockHistory(Kind, Events, _ => procedure, _ => calendar) { Closures = Closures },
            asAt
        );
        error = found.FirstOrDefault(duty => duty.Refusal is not null) is { } uncountable ? WhyNot(uncountable) : null;
        duties = error is null ? found : null;
        return error is null;
    }

    /// <summary>Names the day that a limit cannot be counted from: of its own start, of the hearing, or else of receipt.</summary>
    private string WhyNot(DutyClock duty)
    {
        var events = Events.ToList();
        var own = events.FindIndex(e =>
            duty.HearingOn is { } hearing
                ? e.HearingOn == hearing
                : e.Kind == duty.Rule.From && e.On == duty.CountedFrom
        );
        var start = own >= 0 ? own : events.FindIndex(e => e.Kind == ClockEventKind.Received);
        var field = duty.HearingOn is null ? "on" : "hearing_on";
        var stage = duty.Stage is { } number ? $" at stage {number}" : "";
        return $"events[{start}].{field}: {WireName.Of(duty.Duty)}{stage}: {duty.Refusal}";
    }

    private static ClockTimeline Read(JsonElement json)
    {
        Expect(json, JsonValueKind.Object, "timeline");
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name is not ("kind" or "events" or "closures"))
            {
                throw new FormatException($"{property.Name}: unknown key; a timeline has kind, events and closures");
            }
        }

        var kind = CaseKind.Complaint;
        if (
            json.TryGetProperty("kind", out var k)
            && !WireName.TryParse(k.ValueKind == JsonValueKind.String ? k.GetString() : null, out kind)
        )
        {
            throw new FormatException($"kind: {k.GetRawText()} is not a kind of case; use one of {Listed<CaseKind>()}");
        }

        if (!json.TryGetProperty("events", out var list))
        {
            throw new FormatException("events: missing; give a list of dated events");
        }

        Expect(list, JsonValueKind.Array, "events");
        var events = list.EnumerateArray().Select((e, i) => ReadEvent(e, $"events[{i}]")).ToList();
        InOrder(events);

        var closures = new List<DateOnly>();
        if (json.TryGetProperty("closures", out var closed))
        {
            Expect(closed, JsonValueKind.Array, "closures");
            closures = [.. closed.EnumerateArray().Select((c, i) => Date(c, $"closures[{i}]"))];
        }

        return new ClockTimeline(kind, events, closures);
    }

    private static ClockEvent ReadEvent(JsonElement json, string where)
    {
        Expect(json, JsonValueKind.Object, where);
        foreach (var property in json.EnumerateObject())
        {
            if (!Keys.Contains(property.Name))
            {
                throw new FormatException($"{where}.{property.Name}: unknown key; use {string.Join(", ", Keys)}");
            }
        }

        var name =
            json.TryGetProperty("event", out var e) && e.ValueKind == JsonValueKind.String ? e.GetString() : null;
        if (!WireName.TryParse<ClockEventKind>(name, out var kind))
        {
            throw new FormatException(
                $"{where}.event: {name ?? "missing"} is not an event; use one of {Listed<ClockEventKind>()}"
            );
        }

        if (!json.TryGetProperty("on", out var on))
        {
            throw new FormatException($"{where}.on: missing; give the day as YYYY-MM-DD");
        }

        var day = Date(on, $"{where}.on");
        return new ClockEvent(kind, day)
        {
            At = Time(json, where),
            Stage = Stage(json, where),
            Until = OptionalDate(json, "until", where),
            ToldOn = json.TryGetProperty("told_on", out var told)
                ? told.ValueKind == JsonValueKind.Null
                    ? null
                    : Date(told, $"{where}.told_on")
                : day,
            HearingOn = OptionalDate(json, "hearing_on", where),
            Assumed = Flag(json, "assumed", where, false),
            Facts =
            [
                .. Flag(json, "in_writing", where, true) ? [ExtensionFact.InWriting] : Array.Empty<ExtensionFact>(),
                .. Given(json, "reason", where) ? [ExtensionFact.Reason] : Array.Empty<ExtensionFact>(),
                .. Given(json, "agreed", where) ? [ExtensionFact.Agreed] : Array.Empty<ExtensionFact>(),
                .. Given(json, "ombudsman_details", where)
                    ? [ExtensionFact.OmbudsmanDetails]
                    : Array.Empty<ExtensionFact>(),
                .. Given(json, "approved_by", where) ? [ExtensionFact.ApprovedBy] : Array.Empty<ExtensionFact>(),
            ],
        };
    }

    /// <summary>Nothing can happen to a complaint before it was received.</summary>
    private static void InOrder(List<ClockEvent> events)
    {
        var received = events.Where(e => e.Kind == ClockEventKind.Received).Select(e => (DateOnly?)e.On).Min();
        var early = events.FindIndex(e => e.On < received);
        if (early >= 0)
        {
            throw new FormatException(
                $"events[{early}].on: {WireName.Of(events[early].Kind)} on {events[early].On:yyyy-MM-dd} is before the case was "
                    + $"received on {received:yyyy-MM-dd}; correct one of the two dates"
            );
        }
    }

    /// <summary>A fact is given by <c>true</c> or by words; absent, null, false and empty words are not given.</summary>
    private static bool Given(JsonElement json, string key, string where) =>
        json.TryGetProperty(key, out var value)
        && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            JsonValueKind.String => !string.IsNullOrWhiteSpace(value.GetString()),
            _ => throw new FormatException($"{where}.{key}: give words, true or false"),
        };

    private static bool Flag(JsonElement json, string key, string where, bool otherwise) =>
        !json.TryGetProperty(key, out var value)
            ? otherwise
            : value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Null => otherwise,
                _ => throw new FormatException($"{where}.{key}: give true or false"),
            };

    private static int Stage(JsonElement json, string where)
    {
        if (!json.TryGetProperty("stage", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return 1;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var stage) && stage is >= 0 and <= 9
            ? stage
            : throw new FormatException($"{where}.stage: give a whole number from 0 to 9");
    }

    private static TimeOnly? Time(JsonElement json, string where)
    {
        if (!json.TryGetProperty("at", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return TimeOnly.TryParseExact(
            text[(text.IndexOf('T', StringComparison.Ordinal) + 1)..],
            ["HH:mm", "HH:mm:ss"],
            out var time
        )
            ? time
            : throw new FormatException($"{where}.at: give the local time as HH:MM");
    }

    private static DateOnly? OptionalDate(JsonElement json, string key, string where) =>
        json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null
            ? Date(value, $"{where}.{key}")
            : null;

    private static DateOnly Date(JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(
            value.GetString(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw new FormatException($"{where}: {value.GetRawText()} is not a date; give a real day as YYYY-MM-DD");

    private static void Expect(JsonElement json, JsonValueKind kind, string where)
    {
        if (json.ValueKind != kind)
        {
            throw new FormatException($"{where}: should be {(kind == JsonValueKind.Array ? "a list" : "an object")}");
        }
    }

    private static string Listed<T>()
        where T : struct, Enum => string.Join(", ", WireName.All<T>());
}
