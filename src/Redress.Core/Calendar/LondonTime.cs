namespace Redress.Core.Calendar;

/// <summary>
/// Days and times of day in the United Kingdom (Europe/London). Instants are kept in UTC; this is the only place that
/// turns one into the other, so that a complaint at 23:30 UTC in June belongs to the next day everywhere.
/// </summary>
public static class LondonTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day it is now.</summary>
    public static DateOnly Today(TimeProvider time) => Day(time.GetUtcNow().UtcDateTime);

    /// <summary>The day an instant falls on.</summary>
    /// <param name="utc">The instant, in UTC.</param>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The time of day an instant falls at.</summary>
    /// <param name="utc">The instant, in UTC.</param>
    public static TimeOnly TimeOfDay(DateTime utc) => TimeOnly.FromDateTime(Local(utc));

    /// <summary>
    /// The instant, in UTC, of a time of day. Where the clocks go back and the time happens twice it is the first of the
    /// two, which is the stricter for the landlord; where they go forward and it never happens it is read as winter time.
    /// </summary>
    public static DateTime Utc(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        var offset = London.IsAmbiguousTime(local)
            ? London.GetAmbiguousTimeOffsets(local).Max()
            : London.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>How far London's clocks are ahead of UTC at an instant: nothing in winter, an hour in summer.</summary>
    internal static TimeSpan OffsetAt(DateTime utc) => London.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), London);
}
