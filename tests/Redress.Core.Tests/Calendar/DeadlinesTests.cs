using Redress.Core.Calendar;

namespace Redress.Core.Tests.Calendar;

public sealed class DeadlinesTests
{
    private static readonly WorkingDayCalendar England = ShippedCalendars.Get("england-and-wales");

    [Theory]
    [InlineData("2025-04-14", "5 working days", "2025-04-23")] // Good Friday and Easter Monday
    [InlineData("2025-12-18", "10 working days", "2026-01-06")] // Christmas and New Year
    [InlineData("2025-12-20", "28 calendar days", "2026-01-17")] // ends on a Saturday and stays there
    [InlineData("2025-12-11", "2 weeks", "2025-12-25")] // ends on Christmas Day and stays there
    [InlineData("2025-03-15", "1 month", "2025-04-15")]
    [InlineData("2025-01-31", "1 month", "2025-02-28")]
    [InlineData("2024-01-31", "1 month", "2024-02-29")] // a leap year
    [InlineData("2024-02-29", "12 months", "2025-02-28")]
    [InlineData("2025-02-28", "1 month", "2025-03-28")] // the last of one month is not the last of the next
    [InlineData("2025-08-31", "6 months", "2026-02-28")]
    [InlineData("2025-03-03", "1 hour", "2025-03-04")]
    [InlineData("2025-03-03", "24 hours", "2025-03-04")]
    [InlineData("2025-03-03", "25 hours", "2025-03-05")]
    [InlineData("2025-03-03", "48 hours", "2025-03-05")]
    public void A_limit_ends_on(string from, string within, string due)
    {
        var expected = DateOnly.ParseExact(due, "yyyy-MM-dd");

        Assert.Equal(expected, Deadlines.Due(Day(from), Read(within), England));
        Assert.Equal(expected, Count(from, within).Due);
    }

    [Theory]
    [InlineData("scotland", "2025-11-28", "2025-12-02")] // St Andrew's Day kept on Monday 1 December
    [InlineData("england-and-wales", "2025-11-28", "2025-12-01")]
    [InlineData("northern-ireland", "2025-07-11", "2025-07-15")] // 12 July kept on Monday 14 July
    [InlineData("scotland", "2025-04-17", "2025-04-21")] // no Easter Monday
    [InlineData("scotland", "2027-01-01", "2027-01-05")] // 2 January kept on Monday 4 January
    [InlineData("scotland", "2026-06-12", "2026-06-16")] // the World Cup holiday
    public void Days_that_count_are_the_nations_own(string nation, string from, string due)
    {
        Assert.Equal(Day(due), Deadlines.Due(Day(from), Read("1 working day"), ShippedCalendars.Get(nation)));
    }

    [Fact]
    public void A_deadline_carries_all_that_made_it()
    {
        var deadline = Count("2025-12-24", "1 working day");

        Assert.Equal(new DateOnly(2025, 12, 24), deadline.From);
        Assert.Equal(new Limit(1, LimitUnit.WorkingDays), deadline.Within);
        Assert.Equal(new DateOnly(2025, 12, 29), deadline.Due);
        Assert.Equal(("england-and-wales", 1), (deadline.CalendarId, deadline.Edition));
        Assert.Equal(England.Skipped(deadline.From, deadline.Due), deadline.Skipped);
        Assert.Null(deadline.DueAt);
    }

    [Theory]
    [InlineData("2027-12-23", "10 working days")]
    [InlineData("2028-01-03", "1 working day")]
    [InlineData("2011-12-30", "1 working day")]
    public void Working_days_outside_the_calendar_have_no_due_date(string from, string within)
    {
        Assert.Null(Deadlines.Due(Day(from), Read(within), England));
        Assert.False(Deadlines.TryCount(Day(from), Read(within), England, out var deadline, out var refusal));
        Assert.Null(deadline);
        Assert.Contains(
            "England and Wales calendar, edition 1, which covers 1 January 2012 to 31 December 2027",
            refusal,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("1998-06-01", "28 calendar days", "1998-06-29")]
    [InlineData("2040-06-01", "1 week", "2040-06-08")]
    [InlineData("2040-06-01", "12 months", "2041-06-01")]
    public void Limits_that_count_every_day_need_no_calendar_year(string from, string within, string due)
    {
        Assert.Equal(Day(due), Count(from, within).Due);
        Assert.Empty(Count(from, within).Skipped);
    }

    [Theory]
    [InlineData("9999-12-31", "1 calendar day")]
    [InlineData("9999-12-30", "1 week")]
    [InlineData("9999-12-01", "1 month")]
    [InlineData("9999-12-31", "1 hour")]
    [InlineData("2025-01-01", "2147483647 calendar days")]
    [InlineData("2025-01-01", "2147483647 weeks")]
    [InlineData("2025-01-01", "2147483647 months")]
    [InlineData("2025-01-01", "2147483647 working days")]
    public void A_limit_that_runs_out_of_dates_is_refused(string from, string within)
    {
        Assert.Null(Deadlines.Due(Day(from), Read(within), England));
        Assert.False(Deadlines.TryCount(Day(from), Read(within), England, out _, out var refusal));
        Assert.Contains("cannot be counted", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_date_there_is_can_be_reached()
    {
        Assert.Equal(DateOnly.MaxValue, Count("9999-12-30", "1 calendar day").Due);
        Assert.Equal(DateOnly.MaxValue, Count("9999-11-30", "31 calendar days").Due);
        Assert.Equal(new DateOnly(9999, 12, 30), Count("9999-11-30", "1 month").Due);
    }

    [Fact]
    public void A_limit_of_nothing_is_a_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.Due(England.First, default, England));
    }

    private static Deadline Count(string from, string within)
    {
        Assert.True(Deadlines.TryCount(Day(from), Read(within), England, out var deadline, out var refusal), refusal);
        return deadline;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static Limit Read(string text)
    {
        Assert.True(Limit.TryParse(text, out var limit, out var error), error);
        return limit;
    }
}
