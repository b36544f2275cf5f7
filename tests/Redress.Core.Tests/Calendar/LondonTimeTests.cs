using Redress.Core.Calendar;

namespace Redress.Core.Tests.Calendar;

public sealed class LondonTimeTests
{
    [Theory]
    [InlineData("2025-06-01T22:59:59", "2025-06-01", "23:59:59")]
    [InlineData("2025-06-01T23:00:00", "2025-06-02", "00:00:00")] // summer time
    [InlineData("2025-12-01T23:30:00", "2025-12-01", "23:30:00")] // winter time
    [InlineData("2025-03-30T00:59:59", "2025-03-30", "00:59:59")] // the clocks go forward
    [InlineData("2025-03-30T01:00:00", "2025-03-30", "02:00:00")]
    [InlineData("2025-10-26T00:30:00", "2025-10-26", "01:30:00")] // the clocks go back
    [InlineData("2025-10-26T01:30:00", "2025-10-26", "01:30:00")]
    public void An_instant_has_a_day_and_a_time_in_london(string utc, string day, string time)
    {
        Assert.Equal(DateOnly.Parse(day), LondonTime.Day(Instant(utc)));
        Assert.Equal(TimeOnly.Parse(time), LondonTime.TimeOfDay(Instant(utc)));
    }

    [Theory]
    [InlineData("2025-06-02", "00:00:00", "2025-06-01T23:00:00")]
    [InlineData("2025-12-01", "23:30:00", "2025-12-01T23:30:00")]
    [InlineData("2025-10-26", "01:30:00", "2025-10-26T00:30:00")] // happens twice: the first
    [InlineData("2025-10-26", "02:00:00", "2025-10-26T02:00:00")]
    [InlineData("2025-03-30", "01:30:00", "2025-03-30T01:30:00")] // never happens: winter time
    public void A_day_and_a_time_in_london_are_an_instant(string day, string time, string utc)
    {
        var instant = LondonTime.Utc(DateOnly.Parse(day), TimeOnly.Parse(time));

        Assert.Equal(Instant(utc), instant);
        Assert.Equal(DateTimeKind.Utc, instant.Kind);
    }

    [Fact]
    public void Today_is_londons_day_and_not_the_servers()
    {
        var lateOnSunday1June = new StoppedClock(new(2025, 6, 1, 23, 30, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2025, 6, 2), LondonTime.Today(lateOnSunday1June));
    }

    [Fact]
    public void Instants_at_either_end_of_time_have_a_day()
    {
        Assert.Equal(DateOnly.MinValue, LondonTime.Day(DateTime.MinValue));
        Assert.Equal(DateOnly.MaxValue, LondonTime.Day(DateTime.MaxValue));
    }

    private static DateTime Instant(string utc) =>
        DateTime.SpecifyKind(DateTime.ParseExact(utc, "yyyy-MM-ddTHH:mm:ss", null), DateTimeKind.Utc);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
