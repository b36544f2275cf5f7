using Redress.Core.Calendar;

namespace Redress.Web.Tests.Hosting;

/// <summary>A clock that stands still until it is set. It starts on an ordinary Monday morning.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset now = new(2025, 4, 14, 9, 0, 0, TimeSpan.Zero);

    public DateOnly Today => LondonTime.Day(now.UtcDateTime);

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Nine in the morning (UTC) of a day, earlier or later.</summary>
    public void GoTo(DateOnly day) => now = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);

    public void Advance(TimeSpan by) => now += by;
}
