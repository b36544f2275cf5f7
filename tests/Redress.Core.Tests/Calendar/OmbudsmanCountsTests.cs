using System.Globalization;
using Redress.Core.Calendar;

namespace Redress.Core.Tests.Calendar;

/// <summary>
/// Counts of working days that the Housing Ombudsman printed in decisions. It is not consistent: most leave the start day
/// out, as we do, and some count it. So this tests the code, and not the convention.
/// </summary>
public sealed class OmbudsmanCountsTests
{
    private static readonly WorkingDayCalendar England = ShippedCalendars.Get("england-and-wales");

    public static TheoryData<string, DateOnly, DateOnly, string, int, string> Decisions()
    {
        var decisions = new TheoryData<string, DateOnly, DateOnly, string, int, string>();
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "working-day-vectors.csv"));
        foreach (var line in lines.Where(line => !line.StartsWith('#')).Skip(1))
        {
            var fields = line.Split(',');
            var count = int.Parse(fields[4], CultureInfo.InvariantCulture);
            decisions.Add(fields[0], Day(fields[1]), Day(fields[2]), fields[3], count, fields[5]);
        }

        return decisions;
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Our_count_agrees_as_recorded(
        string caseNumber,
        DateOnly from,
        DateOnly to,
        string printed,
        int expected,
        string agreement
    )
    {
        var count = England.Count(from, to);

        Assert.Equal(expected, count);
        var agrees = agreement switch
        {
            "exact" => count == Number(printed),
            "plus one (start day counted)" => count + 1 == Number(printed),
            "satisfies" => count <= Number(printed),
            _ => false,
        };
        Assert.True(agrees, $"Case {caseNumber}: {count} against \"{printed}\" ({agreement}).");
    }

    [Fact]
    public void Five_agree_exactly_three_count_the_start_day_and_two_state_a_limit()
    {
        var agreements = Decisions().Select(row => row.Data.Item6).ToList();

        Assert.Equal(5, agreements.Count(agreement => agreement == "exact"));
        Assert.Equal(3, agreements.Count(agreement => agreement == "plus one (start day counted)"));
        Assert.Equal(2, agreements.Count(agreement => agreement == "satisfies"));
        Assert.Equal(10, agreements.Count);
    }

    private static int Number(string printed) =>
        int.Parse(printed.Replace("at most ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
