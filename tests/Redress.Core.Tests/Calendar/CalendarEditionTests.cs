using Redress.Core.Calendar;

namespace Redress.Core.Tests.Calendar;

public sealed class CalendarEditionTests
{
    private static readonly DateOnly Mon19Sep2022 = new(2022, 9, 19);
    private static readonly Holiday StateFuneral = new(Mon19Sep2022, "State Funeral of Queen Elizabeth II");

    // As it stood before 10 September 2022, when the State Funeral holiday was announced.
    private static readonly WorkingDayCalendar Before = With(
        ShippedCalendars.Get("england-and-wales").Holidays.Where(holiday => holiday.On != Mon19Sep2022)
    );

    [Fact]
    public void A_holiday_announced_later_makes_the_next_edition_and_moves_what_crosses_it()
    {
        var fri9Sep2022 = new DateOnly(2022, 9, 9);
        var limit = new Limit(10, LimitUnit.WorkingDays);

        var after = Before.WithHoliday(StateFuneral);

        Assert.Equal(2, after.Edition);
        Assert.Contains(StateFuneral, after.Holidays);
        Assert.Equal(new DateOnly(2022, 9, 23), Deadlines.Due(fri9Sep2022, limit, Before));
        Assert.Equal(new DateOnly(2022, 9, 26), Deadlines.Due(fri9Sep2022, limit, after));
    }

    [Fact]
    public void The_edition_before_is_left_as_it_was()
    {
        Before.WithHoliday(StateFuneral);

        Assert.Equal(1, Before.Edition);
        Assert.True(Before.IsWorkingDay(Mon19Sep2022));
    }

    [Fact]
    public void A_closure_day_moves_the_count_and_not_the_edition()
    {
        var tue3Jun2025 = new DateOnly(2025, 6, 3);
        var calendar = ShippedCalendars.Get("england-and-wales");

        var own = calendar.WithClosures([tue3Jun2025]);

        Assert.Equal((calendar.Id, calendar.Edition), (own.Id, own.Edition));
        Assert.False(own.IsWorkingDay(tue3Jun2025));
        Assert.True(calendar.IsWorkingDay(tue3Jun2025));
        Assert.Equal([new SkippedDay(tue3Jun2025, "Closure")], own.Skipped(new(2025, 6, 2), new(2025, 6, 4)));
    }

    [Fact]
    public void A_closure_on_a_day_that_is_none_already_changes_nothing()
    {
        DateOnly[] daysOff = [new(2025, 12, 25), new(2025, 12, 27), new(2040, 1, 2)];
        var calendar = ShippedCalendars.Get("england-and-wales");

        var own = calendar.WithClosures(daysOff);

        Assert.Equal(calendar.Count(calendar.First, calendar.Last), own.Count(calendar.First, calendar.Last));
        Assert.Equal("Christmas Day", own.Skipped(new(2025, 12, 24), new(2025, 12, 25))[0].Why);
    }

    [Fact]
    public void Closures_are_kept_when_a_holiday_is_added()
    {
        var fri16Sep2022 = new DateOnly(2022, 9, 16);

        var own = Before.WithClosures([fri16Sep2022]).WithHoliday(StateFuneral);

        Assert.False(own.IsWorkingDay(fri16Sep2022));
        Assert.False(own.IsWorkingDay(Mon19Sep2022));
    }

    [Fact]
    public void A_holiday_outside_the_calendar_or_on_another_is_refused()
    {
        var calendar = ShippedCalendars.Get("scotland");

        Assert.Throws<ArgumentException>(() => calendar.WithHoliday(new Holiday(new(2028, 1, 3), "New Year's Day")));
        Assert.Throws<ArgumentException>(() => calendar.WithHoliday(new Holiday(new(2025, 12, 25), "Again")));
    }

    private static WorkingDayCalendar With(IEnumerable<Holiday> holidays)
    {
        var shipped = ShippedCalendars.Get("england-and-wales");
        return new(shipped.Id, shipped.Title, 1, shipped.First, shipped.Last, shipped.Source, holidays);
    }
}
