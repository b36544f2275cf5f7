using System.Diagnostics.CodeAnalysis;
using System.Globalization;

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
public readonly record struct Limit(int Amount, LimitUnit Unit)
{
    private const string Example = "such as \"10 working days\" or \"1 month\"";
    private const string Units = "working days, calendar days, weeks, months or hours";

    /// <summary>
    /// Reads a limit as people write it: a whole number in figures, then its unit, singular or plural, in capitals or not.
    /// "10 days" is refused, because it does not say which days.
    /// </summary>
    /// <param name="text">For example <c>10 working days</c>.</param>
    /// <param name="limit">The limit, where the answer is true.</param>
    /// <param name="error">What is wrong and how to put it right, where the answer is false.</param>
    public static bool TryParse(string? text, out Limit limit, [NotNullWhen(false)] out string? error)
    {
        limit = default;
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            error = $"Enter how long as a number and a unit, {Example}.";
            return false;
        }

        if (!int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            error = words[0].All(char.IsAsciiDigit)
                ? $"The number is too large. Enter a limit {Example}."
                : $"Start with a whole number in figures, {Example}.";
            return false;
        }

        if (amount < 1)
        {
            error = $"A limit is 1 or more, {Example}.";
            return false;
        }

        var unitWords = string.Join(' ', words[1..]).ToLowerInvariant();
        if (UnitNamed(unitWords) is not { } unit)
        {
            error = unitWords is "day" or "days"
                ? $"Say which days: \"{amount} working {unitWords}\" or \"{amount} calendar {unitWords}\"."
                : $"After the number, write {Units}, {Example}.";
            return false;
        }

        limit = new Limit(amount, unit);
        error = null;
        return true;
    }

    /// <summary>The limit as people write it, which <see cref="TryParse"/> reads back: "10 working days", "1 month".</summary>
    public override string ToString() => $"{Amount} {NameOf(Unit)}{(Amount == 1 ? "" : "s")}";

    private static LimitUnit? UnitNamed(string words)
    {
        foreach (var unit in Enum.GetValues<LimitUnit>())
        {
            var name = NameOf(unit);
            if (words == name || words == name + "s")
            {
                return unit;
            }
        }

        return null;
    }

    private static string NameOf(LimitUnit unit) =>
        unit switch
        {
            LimitUnit.WorkingDays => "working day",
            LimitUnit.CalendarDays => "calendar day",
            LimitUnit.Weeks => "week",
            LimitUnit.Months => "month",
            LimitUnit.Hours => "hour",
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit."),
        };
}
