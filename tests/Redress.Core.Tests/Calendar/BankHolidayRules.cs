namespace Redress.Core.Tests.Calendar;

/// <summary>
/// The bank holidays of a year worked out from the rules alone, to hold the calendar files against: Easter, first and
/// last Mondays, substitute days, and the days appointed for one year only.
/// </summary>
internal static class BankHolidayRules
{
    public static IReadOnlyList<DateOnly> For(string nation, int year)
    {
        var scotland = nation == "scotland";
        var northernIreland = nation == "northern-ireland";
        var easter = EasterSunday(year);
        List<DateOnly> days =
        [
            .. OrSubstitutes([new(year, 1, 1), .. scotland ? [new DateOnly(year, 1, 2)] : Array.Empty<DateOnly>()]),
            easter.AddDays(-2),
            year == 2020 ? new(2020, 5, 8) : FirstMonday(year, 5),
            Spring(year),
            scotland ? FirstMonday(year, 8) : LastMonday(year, 8),
            .. OrSubstitutes([new(year, 12, 25), new(year, 12, 26)]),
            .. AppointedOnce(scotland).Where(day => day.Year == year),
        ];
        if (!scotland)
        {
            days.Add(easter.AddDays(1));
        }

        if (scotland)
        {
            days.AddRange(OrSubstitutes([new(year, 11, 30)]));
        }

        if (northernIreland)
        {
            days.AddRange(OrSubstitutes([new(year, 3, 17)]));
            days.AddRange(OrSubstitutes([new(year, 7, 12)]));
        }

        days.Sort();
        return days;
    }

    private static DateOnly[] AppointedOnce(bool scotland)
    {
        DateOnly[] everywhere = [new(2012, 6, 5), new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8)];
        return scotland ? [.. everywhere, new(2026, 6, 15)] : everywhere;
    }

    private static DateOnly Spring(int year) =>
        year switch
        {
            2012 => new(2012, 6, 4),
            2022 => new(2022, 6, 2),
            _ => LastMonday(year, 5),
        };

    // A holiday that falls on a weekend is kept on the next weekday that is free.
    private static List<DateOnly> OrSubstitutes(DateOnly[] together)
    {
        var kept = together.Where(IsWeekday).ToList();
        foreach (var lost in together.Where(day => !IsWeekday(day)))
        {
            var substitute = lost;
            while (!IsWeekday(substitute) || kept.Contains(substitute))
            {
                substitute = substitute.AddDays(1);
            }

            kept.Add(substitute);
        }

        return kept;
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateOnly FirstMonday(int year, int month)
    {
        var day = new DateOnly(year, month, 1);
        while (day.DayOfWeek != DayOfWeek.Monday)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var day = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        while (day.DayOfWeek != DayOfWeek.Monday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    // Gauss's method, good for 1900 to 2099.
    private static DateOnly EasterSunday(int year)
    {
        var fullMoon = (19 * (year % 19) + 24) % 30;
        var sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * fullMoon + 5) % 7;
        var easter = new DateOnly(year, 3, 22).AddDays(fullMoon + sunday);
        var isLate = easter == new DateOnly(year, 4, 26) || (easter == new DateOnly(year, 4, 25) && fullMoon == 28);
        return isLate ? easter.AddDays(-7) : easter;
    }
}
