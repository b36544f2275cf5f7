using System.Text.Json;
using Redress.Core;
using Redress.Core.Clocks;
using Redress.Core.Procedures;

namespace Redress.Web.Features.Export;

/// <summary>
/// What the clocks of a case are worked out from, in the form <c>redress clock</c> reads. Corrected days stand where the
/// wrong ones stood.
/// </summary>
internal static class TimelineJson
{
    public static void Write(Utf8JsonWriter json, ClockHistory history)
    {
        json.WriteStartObject();
        json.WriteString("kind", WireName.Of(history.Kind));
        json.WriteStartArray("events");
        foreach (var happened in history.Events.OrderBy(happened => happened.On))
        {
            Write(json, happened);
        }

        json.WriteEndArray();
        if (history.Closures.Count > 0)
        {
            json.WriteStartArray("closures");
            foreach (var day in history.Closures)
            {
                json.WriteStringValue($"{day:yyyy-MM-dd}");
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ClockEvent happened)
    {
        json.WriteStartObject();
        json.WriteString("on", $"{happened.On:yyyy-MM-dd}");
        json.WriteString("event", WireName.Of(happened.Kind));
        if (happened.At is { } at)
        {
            json.WriteString("at", $"{at:HH:mm:ss}");
        }

        if (happened.Stage != 1)
        {
            json.WriteNumber("stage", happened.Stage);
        }

        Day(json, "until", happened.Until);
        Day(json, "hearing_on", happened.HearingOn);
        if (happened.Kind == ClockEventKind.Extended)
        {
            WriteFacts(json, happened);
        }

        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, ClockEvent extended)
    {
        if (extended.ToldOn is { } toldOn)
        {
            json.WriteString("told_on", $"{toldOn:yyyy-MM-dd}");
        }
        else
        {
            json.WriteNull("told_on");
        }

        foreach (var fact in Enum.GetValues<ExtensionFact>())
        {
            json.WriteBoolean(WireName.Of(fact), extended.Facts.Contains(fact));
        }

        if (extended.Assumed)
        {
            json.WriteBoolean("assumed", true);
        }
    }

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } known)
        {
            json.WriteString(name, $"{known:yyyy-MM-dd}");
        }
    }
}
