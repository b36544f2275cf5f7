using Redress.Core.Calendar;

namespace Redress.Core.Tests.Calendar;

/// <summary>The calendar's running totals against a second count that walks day by day and knows only the rules.</summary>
public sealed class CountingTests
{
    private const int LongestLimit = 60;
    private static readonly DateOnly First = new(2012, 1, 1);
    private static readonly DateOnly Last = new(2027, 12, 31);

    [Theory]
    [InlineData("england-and-wales")]
    [InlineData("northern-ireland")]
    [InlineData("scotland")]
    public void Every_limit_from_every_day_ends_where_walking_day_by_day_ends(string nation)
    {
        var calendar = ShippedCalendars.Get(nation);
        var holidays = Enumerable.Range(2012, 16).SelectMany(year => BankHolidayRules.For(nation, year)).ToHashSet();
        for (var start = First; start <= Last; start = start.AddDays(1))
        {
            var counted = 0;
            var passedOver = 0;
            for (var day = start; counted < LongestLimit; )
            {
                if (day == Last)
                {
                    Check(start, counted + 1, expected: null, calendar);
                    break;
                }

                day = day.AddDays(1);
                if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.Contains(day))
                {
                    passedOver++;
                }
                else
                {
                    counted++;
                    Check(start, counted, expected: day, calendar);
                }

                if (calendar.Count(start, day) != counted || calendar.Count(day, start) != -counted)
                {
                    Assert.Fail($"{start:O} to {day:O}: {calendar.Count(start, day)}, not {counted}.");
                }

                if (counted == LongestLimit && calendar.Skipped(start, day).Count != passedOver)
                {
                    Assert.Fail($"{start:O} to {day:O}: skips {calendar.Skipped(start, day).Count}, not {passedOver}.");
                }
            }
        }
    }

    [Fact]
    public void The_day_of_the_event_is_not_counted()
    {
        var calendar = ShippedCalendars.Get("england-and-wales");
        var mon3Mar2025 = new DateOnly(2025, 3, 3);

        Assert.Equal(0, calendar.Count(mon3Mar2025, mon3Mar2025));
        Assert.True(calendar.TryAdd(mon3Mar2025, 1, out var due));
        Assert.Equal(new DateOnly(2025, 3, 4), due);
    }

    [Fact]
    public void An_event_on_a_saturday_has_the_monday_as_its_first_day()
    {
        var calendar = ShippedCalendars.Get("england-and-wales");
        var sat1Mar2025 = new DateOnly(2025, 3, 1);

        Assert.True(calendar.TryAdd(sat1Mar2025, 1, out var due));

        Assert.Equal(new DateOnly(2025, 3, 3), due);
        Assert.Equal([new SkippedDay(new(2025, 3, 2), "Sunday")], calendar.Skipped(sat1Mar2025, due));
    }

    [Fact]
    public void Skipped_days_are_named_in_order()
    {
        var skipped = ShippedCalendars.Get("england-and-wales").Skipped(new(2025, 12, 24), new(2025, 12, 29));

        Assert.Equal(
            [
                new(new(2025, 12, 25), "Christmas Day"),
                new(new(2025, 12, 26), "Boxing Day"),
                new(new(2025, 12, 27), "Saturday"),
                new SkippedDay(new(2025, 12, 28), "Sunday"),
            ],
            skipped
        );
    }

    [Fact]
    public void Nothing_is_skipped_backwards()
    {
        Assert.Empty(ShippedCalendars.Get("scotland").Skipped(new(2025, 12, 29), new(2025, 12, 24)));
    }

    [Fact]
    public void A_day_outside_the_calendar_is_refused_and_never_guessed()
    {
        var calendar = ShippedCalendars.Get("scotland");
        var sat1Jan2028 = new DateOnly(2028, 1, 1);

        Assert.False(calendar.Covers(sat1Jan2028));
        Assert.False(calendar.TryAdd(sat1Jan2028, 1, out _));
        Assert.False(calendar.TryAdd(Last, 1, out _));
        Assert.False(calendar.TryAdd(First, int.MaxValue, out _));
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Count(Last, sat1Jan2028));
        Assert.StartsWith(
            "1 January 2028 is outside the Scotland calendar, edition 1, which covers 1 January 2012 to 31 December 2027.",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Skipped(First, sat1Jan2028));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.IsWorkingDay(First.AddDays(-1)));
    }

    [Fact]
    public void A_limit_of_no_working_days_is_a_mistake()
    {
        var calendar = ShippedCalendars.Get("scotland");
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.TryAdd(First, 0, out _));
    }

    private static void Check(DateOnly start, int amount, DateOnly? expected, WorkingDayCalendar calendar)
    {
        var due = Deadlines.Due(start, new Limit(amount, LimitUnit.WorkingDays), calendar);
        var added = calendar.TryAdd(start, amount, out var day) ? day : (DateOnly?)null;
        if (due != expected || added != expected)
        {
            Assert.Fail($"{amount} working days from {start:O}: {due:O} and {added:O}, not {expected:O}.");
        }
    }
}
