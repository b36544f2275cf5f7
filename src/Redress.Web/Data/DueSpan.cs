using Redress.Core.Calendar;

namespace Redress.Web.Data;

/// <summary>When the next duty of a case falls due, seen from today.</summary>
public enum DueWhen
{
    Overdue,
    Today,

    /// <summary>After today, by the end of the next working day.</summary>
    Tomorrow,

    /// <summary>Today, or within three working days.</summary>
    Soon,

    /// <summary>After that.</summary>
    Later,

    /// <summary>Nothing is owed.</summary>
    Nothing,
}

/// <summary>Days on which something falls due, both ends included. A case that owes nothing stands on the last of all days.</summary>
public readonly record struct DueSpan(DateOnly From, DateOnly Until)
{
    /// <summary>Working days: the horizon at which people look ahead in the afternoon.</summary>
    public const int SoonWithin = 3;

    /// <summary>Every day, and none.</summary>
    public static readonly DueSpan Any = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>The days that are so far from today by a calendar.</summary>
    public static DueSpan Of(DueWhen when, WorkingDayCalendar calendar, DateOnly today) =>
        when switch
        {
            DueWhen.Overdue => new(DateOnly.MinValue, today.AddDays(-1)),
            DueWhen.Today => new(today, today),
            DueWhen.Tomorrow => new(today.AddDays(1), Ahead(calendar, today, 1)),
            DueWhen.Soon => new(today, Ahead(calendar, today, SoonWithin)),
            DueWhen.Later => new(Ahead(calendar, today, SoonWithin).AddDays(1), DateOnly.MaxValue.AddDays(-1)),
            _ => new(DateOnly.MaxValue, DateOnly.MaxValue),
        };

    /// <summary>Beyond the years the calendar knows, days are counted without it.</summary>
    private static DateOnly Ahead(WorkingDayCalendar calendar, DateOnly today, int workingDays) =>
        calendar.TryAdd(today, workingDays, out var day) ? day : today.AddDays(workingDays);
}
