using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Redress.Core.Calendar;

/// <summary>How a day is written for people, everywhere in the product.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "A long and a short date, not the numeric types.")]
public static class Dates
{
    /// <summary>With its weekday: "Thursday 18 December 2025".</summary>
    public static string Long(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Without its weekday: "18 December 2025".</summary>
    public static string Short(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
