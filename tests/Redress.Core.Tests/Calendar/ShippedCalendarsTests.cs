using Redress.Core.Calendar;

namespace Redress.Core.Tests.Calendar;

public sealed class ShippedCalendarsTests
{
    private static readonly string[] Nations = ["england-and-wales", "northern-ireland", "scotland"];

    [Fact]
    public void There_is_a_calendar_for_each_nation_from_2012_to_2027()
    {
        Assert.Equal(Nations, ShippedCalendars.All.Select(calendar => calendar.Id));
        Assert.All(
            ShippedCalendars.All,
            calendar =>
            {
                Assert.Equal(1, calendar.Edition);
                Assert.Equal(new DateOnly(2012, 1, 1), calendar.First);
                Assert.Equal(new DateOnly(2027, 12, 31), calendar.Last);
                Assert.NotEqual("", calendar.Source);
            }
        );
    }

    [Theory]
    [InlineData("england-and-wales")]
    [InlineData("northern-ireland")]
    [InlineData("scotland")]
    public void Every_holiday_is_one_the_rules_give_and_none_is_missing(string nation)
    {
        var calendar = ShippedCalendars.Get(nation);

        Assert.Equal(
            Enumerable.Range(2012, 16).SelectMany(year => BankHolidayRules.For(nation, year)),
            calendar.Holidays.Select(holiday => holiday.On)
        );
    }

    [Fact]
    public void A_moved_holiday_leaves_its_old_monday_a_working_day()
    {
        var calendar = ShippedCalendars.Get("england-and-wales");

        Assert.True(calendar.IsWorkingDay(new(2012, 5, 28)));
        Assert.True(calendar.IsWorkingDay(new(2020, 5, 4)));
        Assert.True(calendar.IsWorkingDay(new(2022, 5, 30)));
    }

    [Fact]
    public void The_world_cup_holiday_is_scotlands_alone()
    {
        var mon15Jun2026 = new DateOnly(2026, 6, 15);

        Assert.Equal("World Cup bank holiday", ShippedCalendars.Get("scotland").HolidayOn(mon15Jun2026)?.Name);
        Assert.True(ShippedCalendars.Get("england-and-wales").IsWorkingDay(mon15Jun2026));
        Assert.True(ShippedCalendars.Get("northern-ireland").IsWorkingDay(mon15Jun2026));
    }

    [Fact]
    public void A_nation_that_is_not_there_is_not_found()
    {
        Assert.Null(ShippedCalendars.Find("wales"));
        var missing = Assert.Throws<KeyNotFoundException>(() => ShippedCalendars.Get("wales"));
        Assert.Equal(
            "There is no calendar \"wales\". There are england-and-wales, northern-ireland, scotland.",
            missing.Message
        );
    }
}
