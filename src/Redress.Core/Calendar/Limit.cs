namespace Redress.Core.Calendar;

/// <summary>The unit of a limit.</summary>
public enum LimitUnit
{
    /// <summary>Monday to Friday, less the nation's bank holidays.</summary>
    WorkingDays,

    /// <summary>Every day.</summary>
    CalendarDays,

    /// <summary>Seven days each.</summary>
    Weeks,

    /// <summary>The same date that many months on, or the month's last day.</summary>
    Months,

    /// <summary>Clock hours.</summary>
    Hours,
}

/// <summary>How long there is to do something: an amount and a unit, for example ten working days.</summary>
/// <param name="Amount">1 or more.</param>
/// <param name="Unit">What is counted.</param>
public readonly record struct Limit(int Amount, LimitUnit Unit);
