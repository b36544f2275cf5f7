using System.Globalization;
using Redress.Core.Calendar;
using Redress.Core.Clocks;
using Redress.Core.Procedures;

namespace Redress.Core.Tests.Clocks;

/// <summary>Histories written as a person would tell them: <c>"2024-03-18 extended until=2024-04-03 reason"</c>.</summary>
internal static class Told
{
    public static IReadOnlyList<DutyClock> Duties(string procedure, string asAt, params string[] lines) =>
        Duties(ShippedProcedures.Find(procedure)!, asAt, lines);

    public static IReadOnlyList<DutyClock> Duties(Procedure procedure, string asAt, params string[] lines) =>
        Core.Clocks.Clocks.Of(Story(procedure, CaseKind.Complaint, lines), Day(asAt));

    public static ClockHistory Story(Procedure procedure, CaseKind kind, params string[] lines) =>
        new(kind, [.. lines.Select(Event)], _ => procedure, _ => ShippedCalendars.Get(procedure.CalendarId));

    public static DutyClock The(
        this IEnumerable<DutyClock> duties,
        DutyName duty,
        int? stage = 1,
        int occurrence = 1
    ) => Assert.Single(duties, d => d.Duty == duty && d.Stage == stage && d.Occurrence == occurrence);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static ClockEvent Event(string line)
    {
        var words = line.Split(' ');
        Assert.True(WireName.TryParse<ClockEventKind>(words[1], out var kind), $"{words[1]} is no event");
        var told = new ClockEvent(kind, Day(words[0])) { ToldOn = Day(words[0]), Facts = [ExtensionFact.InWriting] };
        foreach (var word in words[2..])
        {
            var (key, value) = word.Split('=') is [var k, var v] ? (k, v) : (word, "");
            told = key switch
            {
                "stage" => told with { Stage = int.Parse(value, CultureInfo.InvariantCulture) },
                "until" => told with { Until = Day(value) },
                "told" => told with { ToldOn = value == "never" ? null : Day(value) },
                "hearing" => told with { HearingOn = Day(value) },
                "at" => told with { At = TimeOnly.Parse(value, CultureInfo.InvariantCulture) },
                "edition" => told with { Edition = int.Parse(value, CultureInfo.InvariantCulture) },
                "assumed" => told with { Assumed = true },
                "by_phone" => told with { Facts = [.. told.Facts.Except([ExtensionFact.InWriting])] },
                _ => WireName.TryParse<ExtensionFact>(key, out var fact)
                    ? told with
                    {
                        Facts = [.. told.Facts, fact],
                    }
                    : throw new ArgumentException(word, nameof(line)),
            };
        }

        return told;
    }
}
