using Redress.Core.Calendar;

namespace Redress.Core.Tests.Calendar;

public sealed class DeadlineSentencesTests
{
    private static readonly WorkingDayCalendar England = ShippedCalendars.Get("england-and-wales");

    [Theory]
    [InlineData(
        "2025-12-18",
        "10 working days",
        "10 working days from Thursday 18 December 2025 (that day not counted) end on Tuesday 6 January 2026, by the England and Wales calendar, edition 1. "
            + "Not counted: 6 weekend days, Christmas Day on Thursday 25 December 2025, Boxing Day on Friday 26 December 2025 and New Year's Day on Thursday 1 January 2026."
    )]
    [InlineData(
        "2025-12-24",
        "1 working day",
        "1 working day from Wednesday 24 December 2025 (that day not counted) ends on Monday 29 December 2025, by the England and Wales calendar, edition 1. "
            + "Not counted: 2 weekend days, Christmas Day on Thursday 25 December 2025 and Boxing Day on Friday 26 December 2025."
    )]
    [InlineData(
        "2025-03-01",
        "1 working day",
        "1 working day from Saturday 1 March 2025 (that day not counted) ends on Monday 3 March 2025, by the England and Wales calendar, edition 1. "
            + "Not counted: 1 weekend day."
    )]
    [InlineData(
        "2025-08-22",
        "1 working day",
        "1 working day from Friday 22 August 2025 (that day not counted) ends on Tuesday 26 August 2025, by the England and Wales calendar, edition 1. "
            + "Not counted: 2 weekend days and the Summer bank holiday on Monday 25 August 2025."
    )]
    [InlineData(
        "2025-03-03",
        "3 working days",
        "3 working days from Monday 3 March 2025 (that day not counted) end on Thursday 6 March 2025, by the England and Wales calendar, edition 1. "
            + "No day is passed over."
    )]
    [InlineData(
        "2025-12-20",
        "28 calendar days",
        "28 calendar days from Saturday 20 December 2025 (that day not counted) end on Saturday 17 January 2026. "
            + "Every day counts, and the date does not move for a weekend or a bank holiday."
    )]
    [InlineData(
        "2025-01-31",
        "1 month",
        "1 month from Friday 31 January 2025 (that day not counted) ends on Friday 28 February 2025, the last day of a month that has no 31st. "
            + "Every day counts, and the date does not move for a weekend or a bank holiday."
    )]
    [InlineData(
        "2024-02-29",
        "12 months",
        "12 months from Thursday 29 February 2024 (that day not counted) end on Friday 28 February 2025, the last day of a month that has no 29th. "
            + "Every day counts, and the date does not move for a weekend or a bank holiday."
    )]
    [InlineData(
        "2025-03-03",
        "24 hours",
        "24 hours from Monday 3 March 2025 (that day not counted) end on Tuesday 4 March 2025. "
            + "No time of day is known, so the hours are rounded up to 1 whole day."
    )]
    [InlineData(
        "2025-03-03",
        "36 hours",
        "36 hours from Monday 3 March 2025 (that day not counted) end on Wednesday 5 March 2025. "
            + "No time of day is known, so the hours are rounded up to 2 whole days."
    )]
    public void A_deadline_explains_itself(string from, string within, string expected)
    {
        Assert.Equal(expected, Explain(from, within, England));
    }

    [Fact]
    public void A_holiday_that_is_not_confirmed_is_said_to_be_so_and_a_closure_is_named()
    {
        var calendar = England
            .WithHoliday(new Holiday(new(2025, 6, 10), "Royal holiday", Unverified: true))
            .WithClosures([new(2025, 6, 11)]);

        Assert.Equal(
            "1 working day from Monday 9 June 2025 (that day not counted) ends on Thursday 12 June 2025, by the England and Wales calendar, edition 2. "
                + "Not counted: Royal holiday on Tuesday 10 June 2025 (date not confirmed) and the landlord's closure on Wednesday 11 June 2025.",
            Explain("2025-06-09", "1 working day", calendar)
        );
    }

    [Theory]
    [InlineData(
        "2027-12-23",
        "10 working days",
        "10 working days from Thursday 23 December 2027 cannot be counted: they run past the last day of the England and Wales calendar, edition 1, "
            + "which covers 1 January 2012 to 31 December 2027. Later bank holidays are not guessed."
    )]
    [InlineData(
        "2028-01-03",
        "1 working day",
        "1 working day from Monday 3 January 2028 cannot be counted: that day is outside the England and Wales calendar, edition 1, "
            + "which covers 1 January 2012 to 31 December 2027. Other years' bank holidays are not guessed."
    )]
    [InlineData(
        "9999-12-31",
        "1 week",
        "1 week from Friday 31 December 9999 cannot be counted: the answer is later than the year 9999."
    )]
    public void A_refusal_says_why(string from, string within, string expected)
    {
        Assert.False(Deadlines.TryCount(Day(from), Read(within), England, out _, out var refusal));
        Assert.Equal(expected, refusal);
    }

    private static string Explain(string from, string within, WorkingDayCalendar calendar)
    {
        Assert.True(Deadlines.TryCount(Day(from), Read(within), calendar, out var deadline, out var refusal), refusal);
        return deadline.Explanation;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static Limit Read(string text)
    {
        Assert.True(Limit.TryParse(text, out var limit, out var error), error);
        return limit;
    }
}
