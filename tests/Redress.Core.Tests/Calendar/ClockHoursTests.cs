using Redress.Core.Calendar;

namespace Redress.Core.Tests.Calendar;

public sealed class ClockHoursTests
{
    private static readonly WorkingDayCalendar England = ShippedCalendars.Get("england-and-wales");
    private static readonly Limit TwentyFourHours = new(24, LimitUnit.Hours);

    [Fact]
    public void Twenty_four_hours_end_at_the_same_time_next_day()
    {
        var deadline = Count(Utc(2025, 3, 3, 9, 30), TwentyFourHours);

        Assert.Equal(Utc(2025, 3, 4, 9, 30), deadline.DueAt);
        Assert.Equal(new DateOnly(2025, 3, 4), deadline.Due);
        Assert.Equal(
            "24 hours from 09:30 on Monday 3 March 2025 end at 09:30 on Tuesday 4 March 2025, London time.",
            deadline.Explanation
        );
    }

    [Fact]
    public void They_end_an_hour_later_by_the_wall_when_the_clocks_go_forward()
    {
        var deadline = Count(Utc(2025, 3, 29, 12, 0), TwentyFourHours);

        Assert.Equal(Utc(2025, 3, 30, 12, 0), deadline.DueAt);
        Assert.Equal(
            "24 hours from 12:00 on Saturday 29 March 2025 end at 13:00 on Sunday 30 March 2025, London time. "
                + "The clocks go forward in between, and each hour is counted as it passes.",
            deadline.Explanation
        );
    }

    [Fact]
    public void They_end_an_hour_earlier_by_the_wall_when_the_clocks_go_back()
    {
        var deadline = Count(Utc(2025, 10, 25, 11, 0), TwentyFourHours);

        Assert.Equal(
            "24 hours from 12:00 on Saturday 25 October 2025 end at 11:00 on Sunday 26 October 2025, London time. "
                + "The clocks go back in between, and each hour is counted as it passes.",
            deadline.Explanation
        );
    }

    [Fact]
    public void The_day_they_end_on_is_londons()
    {
        // 23:30 on the Saturday before the clocks go forward: 24 hours later it is 00:30 on the Monday.
        Assert.Equal(new DateOnly(2025, 3, 31), Count(Utc(2025, 3, 29, 23, 30), TwentyFourHours).Due);
    }

    [Fact]
    public void A_limit_in_days_counts_from_londons_day()
    {
        // 23:30 in UTC on Sunday 1 June is 00:30 on Monday in London.
        var deadline = Count(Utc(2025, 6, 1, 23, 30), new Limit(1, LimitUnit.WorkingDays));

        Assert.Equal(new DateOnly(2025, 6, 2), deadline.From);
        Assert.Equal(new DateOnly(2025, 6, 3), deadline.Due);
        Assert.Null(deadline.DueAt);
    }

    [Fact]
    public void What_cannot_be_counted_is_refused()
    {
        Assert.False(
            Deadlines.TryCount(DateTime.MaxValue, TwentyFourHours, England, out var deadline, out var refusal)
        );
        Assert.Null(deadline);
        Assert.Contains("later than the year 9999", refusal, StringComparison.Ordinal);
    }

    private static Deadline Count(DateTime from, Limit within)
    {
        Assert.True(Deadlines.TryCount(from, within, England, out var deadline, out var refusal), refusal);
        return deadline;
    }

    private static DateTime Utc(int year, int month, int day, int hour, int minute) =>
        new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
