using Redress.Core.Calendar;

namespace Redress.Core.Tests.Calendar;

public sealed class CalendarFileTests
{
    private const string Small = """
        {
          "id": "somewhere",
          "title": "Somewhere",
          "edition": 3,
          "first": "2025-01-01",
          "last": "2025-12-31",
          "source": "A \"quoted\" list",
          "holidays": [
            { "on": "2025-01-01", "name": "New Year's Day" },
            { "on": "2025-06-10", "name": "Fair day", "unverified": true }
          ]
        }

        """;

    [Fact]
    public void What_is_read_is_written_again_letter_for_letter()
    {
        Assert.True(CalendarFile.TryParse(Small, out var calendar, out _));

        Assert.Equal(Small, CalendarFile.Write(calendar));
        Assert.Equal(("somewhere", "Somewhere", 3), (calendar.Id, calendar.Title, calendar.Edition));
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)), (calendar.First, calendar.Last));
        Assert.Equal([false, true], calendar.Holidays.Select(holiday => holiday.Unverified));
    }

    [Fact]
    public void A_calendar_without_holidays_can_be_written_and_read()
    {
        var bare = new WorkingDayCalendar("bare", "Bare", 1, new(2025, 1, 1), new(2025, 1, 31), "None", []);

        Assert.True(CalendarFile.TryParse(CalendarFile.Write(bare), out var calendar, out _));
        Assert.Empty(calendar.Holidays);
    }

    [Theory]
    [InlineData("england-and-wales")]
    [InlineData("northern-ireland")]
    [InlineData("scotland")]
    public void Shipped_calendars_survive_writing_and_reading(string nation)
    {
        var shipped = ShippedCalendars.Get(nation);

        Assert.True(CalendarFile.TryParse(CalendarFile.Write(shipped), out var again, out _));

        Assert.Equal(shipped.Holidays, again.Holidays);
    }

    [Theory]
    [InlineData("\"somewhere\"", "\"Some where\"", "id: use lower-case letters, figures and hyphens")]
    [InlineData("\"edition\": 3", "\"edition\": 0", "edition: use 1 or more.")]
    [InlineData("2025-12-31", "2024-12-31", "last: it is before first.")]
    [InlineData("2025-06-10", "2026-06-10", "holidays[1]: 10 June 2026 is not between first and last.")]
    [InlineData("2025-06-10", "2025-01-01", "holidays[1]: 1 January 2025 is there already.")]
    [InlineData("2025-06-10", "10 June", "Line 10, $.holidays[1].on: ")]
    [InlineData("\"edition\": 3", "\"edition\": \"3\"", "Line 4, $.edition: ")]
    [InlineData("\"edition\": 3", "\"editions\": 3", "Line 4, $.editions: ")]
    [InlineData("\"edition\": 3", "\"title\": \"Elsewhere\"", "Line 4, $.title: Duplicate property")]
    [InlineData("\"Somewhere\"", "null", "Line 3, $.title: ")]
    [InlineData("  \"title\": \"Somewhere\",\n", "", "missing required properties including: 'title'")]
    [InlineData("]\n}", "]", "Line ")]
    public void A_wrong_file_is_refused_with_where_and_what(string right, string wrong, string expected)
    {
        Assert.Contains(right, Small, StringComparison.Ordinal);

        Assert.False(
            CalendarFile.TryParse(Small.Replace(right, wrong, StringComparison.Ordinal), out _, out var error)
        );

        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public void What_is_no_calendar_at_all_is_refused(string json)
    {
        Assert.False(CalendarFile.TryParse(json, out _, out var error));
        Assert.NotEqual("", error);
    }
}
