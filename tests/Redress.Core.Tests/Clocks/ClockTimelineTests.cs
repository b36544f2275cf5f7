using System.Text.Json;
using Redress.Core.Calendar;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Clocks.Told;

namespace Redress.Core.Tests.Clocks;

public class ClockTimelineTests
{
    [Fact]
    public void What_happens_after_the_day_asked_about_is_ignored_even_outside_the_calendar()
    {
        Assert.True(
            TryClock(
                """{"on":"2024-05-02","event":"received"},{"on":"2029-01-01","event":"acknowledged"}""",
                "2024-05-03",
                out var duties,
                out _
            )
        );
        Assert.Equal(Verdict.Open, duties!.The(DutyName.Acknowledge).Verdict);
        Assert.False(
            TryClock(
                """{"on":"2024-05-02","event":"received"},{"on":"2029-01-01","event":"acknowledged"}""",
                "2029-01-01",
                out _,
                out var error
            )
        );
        Assert.StartsWith("events[1].on: 2029-01-01 is outside calendar", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_that_cannot_be_counted_names_the_event_it_starts_from_and_the_duty()
    {
        Assert.False(
            TryClock(
                """{"on":"2027-12-20","event":"received"},{"on":"2027-12-21","event":"acknowledged"}""",
                "2027-12-21",
                out _,
                out var error
            )
        );
        Assert.StartsWith(
            "events[1].on: respond at stage 1: 10 working days from Tuesday 21 December 2027 cannot be counted",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_hearing_beyond_the_calendar_is_named_as_what_cannot_be_counted_from()
    {
        Assert.False(
            TryClock(
                """
                {"on":"2027-11-01","event":"received"},{"on":"2027-11-02","event":"responded"},
                {"on":"2027-11-03","event":"escalation_requested"},
                {"on":"2027-11-10","event":"hearing_notified","stage":2,"hearing_on":"2028-01-10"}
                """,
                "2027-11-10",
                out _,
                out var error,
                "halton-2011"
            )
        );
        Assert.StartsWith(
            "events[3].hearing_on: hearing_notice at stage 2: 10 working days from Monday 10 January 2028 cannot be counted",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_assumed_start_is_marked_in_the_data_too()
    {
        Assert.True(
            TryClock(
                """{"on":"2024-05-02","event":"received"},{"on":"2024-05-07","event":"acknowledged","stage":2}""",
                "2024-05-08",
                out var duties,
                out _
            )
        );
        Assert.True(Because(duties!.The(DutyName.Acknowledge, 2)).GetProperty("start_assumed").GetBoolean());
        Assert.False(Because(duties!.The(DutyName.Acknowledge)).TryGetProperty("start_assumed", out _));
    }

    private static JsonElement Because(DutyClock duty)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            ClockJson.Write(json, duty);
        }

        return JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("because");
    }

    private static bool TryClock(
        string events,
        string asAt,
        out IReadOnlyList<DutyClock>? duties,
        out string? error,
        string procedure = "code-2024"
    )
    {
        using var json = JsonDocument.Parse($$"""{"kind":"complaint","events":[{{events}}]}""");
        Assert.True(ClockTimeline.TryParse(json.RootElement, out var timeline, out var wrong), wrong);
        return timeline.TryClock(
            ShippedProcedures.Find(procedure)!,
            ShippedCalendars.Get("england-and-wales"),
            Day(asAt),
            out duties,
            out error
        );
    }
}
