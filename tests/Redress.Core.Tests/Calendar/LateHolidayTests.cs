using Redress.Core.Calendar;

namespace Redress.Core.Tests.Calendar;

public sealed class LateHolidayTests
{
    private static readonly WorkingDayCalendar Shipped = ShippedCalendars.Get("england-and-wales");
    private static readonly DateOnly Tue6Jun2023 = new(2023, 6, 6);

    [Fact]
    public void The_next_edition_has_the_day_and_nothing_else_new()
    {
        Assert.True(LateHoliday.TryAdd(Shipped, Tue6Jun2023, " A day of mourning ", out var next, out _));

        Assert.Equal(Shipped.Edition + 1, next.Edition);
        Assert.Equal([new Holiday(Tue6Jun2023, "A day of mourning")], LateHoliday.AddedSince(next, Shipped));
    }

    [Theory]
    [InlineData("2023-06-06", " ", CannotAddHoliday.NoName)]
    [InlineData("2031-06-06", "A jubilee", CannotAddHoliday.BeyondTheCalendar)]
    [InlineData("2023-06-10", "A jubilee", CannotAddHoliday.AtTheWeekend)]
    [InlineData("2023-12-25", "A jubilee", CannotAddHoliday.AlreadyAHoliday)]
    public void A_day_that_would_be_a_guess_or_change_nothing_is_refused(
        string on,
        string name,
        CannotAddHoliday refusal
    )
    {
        Assert.False(LateHoliday.TryAdd(Shipped, DateOnly.Parse(on), name, out _, out var why));

        Assert.Equal(refusal, why);
    }
}
