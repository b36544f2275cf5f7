using System.Globalization;

namespace Redress.Web.Layout.Forms;

[Flags]
public enum DateParts
{
    None = 0,
    Day = 1,
    Month = 2,
    Year = 4,
    All = Day | Month | Year,
}

/// <summary>A date as typed in three boxes: a real date, or what is wrong with it and in which boxes.</summary>
/// <param name="Date">Null when nothing was typed, and when there is a fault.</param>
/// <param name="Fault">The key of the text that says what is wrong, with {0} for the field's name.</param>
/// <param name="Wrong">The boxes to mend.</param>
public readonly record struct TypedDate(DateOnly? Date, string? Fault, DateParts Wrong)
{
    public static TypedDate Read(string? day, string? month, string? year)
    {
        var missing =
            (IsBlank(day) ? DateParts.Day : DateParts.None)
            | (IsBlank(month) ? DateParts.Month : DateParts.None)
            | (IsBlank(year) ? DateParts.Year : DateParts.None);
        return missing switch
        {
            DateParts.All => new(null, null, DateParts.None),
            DateParts.None => Complete(day!, month!, year!),
            DateParts.Day => new(null, "date.day_missing", missing),
            DateParts.Month => new(null, "date.month_missing", missing),
            DateParts.Year => new(null, "date.year_missing", missing),
            DateParts.Day | DateParts.Month => new(null, "date.day_and_month_missing", missing),
            DateParts.Day | DateParts.Year => new(null, "date.day_and_year_missing", missing),
            _ => new(null, "date.month_and_year_missing", missing),
        };
    }

    private static TypedDate Complete(string day, string month, string year)
    {
        if (!TryNumber(day, out var d) || !TryNumber(month, out var m) || !TryNumber(year, out var y))
        {
            return new(null, "date.not_real", DateParts.All);
        }

        if (year.Trim().Length != 4)
        {
            return new(null, "date.year_digits", DateParts.Year);
        }

        return y >= 1 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? new(new DateOnly(y, m, d), null, DateParts.None)
            : new(null, "date.not_real", DateParts.All);
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(
            text,
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out number
        );

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
