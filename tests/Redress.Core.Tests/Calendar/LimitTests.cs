using Redress.Core.Calendar;

namespace Redress.Core.Tests.Calendar;

public sealed class LimitTests
{
    [Theory]
    [InlineData("10 working days", 10, LimitUnit.WorkingDays)]
    [InlineData("1 working day", 1, LimitUnit.WorkingDays)]
    [InlineData("1 working days", 1, LimitUnit.WorkingDays)]
    [InlineData("28 calendar days", 28, LimitUnit.CalendarDays)]
    [InlineData("2 weeks", 2, LimitUnit.Weeks)]
    [InlineData("12 months", 12, LimitUnit.Months)]
    [InlineData("24 hours", 24, LimitUnit.Hours)]
    [InlineData("  5  Working\tDAYS ", 5, LimitUnit.WorkingDays)]
    [InlineData("007 weeks", 7, LimitUnit.Weeks)]
    public void A_limit_is_a_number_and_a_unit(string text, int amount, LimitUnit unit)
    {
        Assert.True(Limit.TryParse(text, out var limit, out var error));
        Assert.Null(error);
        Assert.Equal(new Limit(amount, unit), limit);
    }

    [Theory]
    [InlineData(1, LimitUnit.WorkingDays, "1 working day")]
    [InlineData(10, LimitUnit.WorkingDays, "10 working days")]
    [InlineData(1, LimitUnit.CalendarDays, "1 calendar day")]
    [InlineData(6, LimitUnit.Weeks, "6 weeks")]
    [InlineData(1, LimitUnit.Months, "1 month")]
    [InlineData(24, LimitUnit.Hours, "24 hours")]
    public void A_limit_is_written_as_it_is_read(int amount, LimitUnit unit, string text)
    {
        var limit = new Limit(amount, unit);

        Assert.Equal(text, limit.ToString());
        Assert.True(Limit.TryParse(text, out var again, out _));
        Assert.Equal(limit, again);
    }

    [Theory]
    [InlineData(null, "Enter how long as a number and a unit, such as \"10 working days\" or \"1 month\".")]
    [InlineData("  ", "Enter how long as a number and a unit, such as \"10 working days\" or \"1 month\".")]
    [InlineData("ten days", "Start with a whole number in figures, such as \"10 working days\" or \"1 month\".")]
    [InlineData("-1 weeks", "Start with a whole number in figures, such as \"10 working days\" or \"1 month\".")]
    [InlineData("+1 weeks", "Start with a whole number in figures, such as \"10 working days\" or \"1 month\".")]
    [InlineData(
        "10.5 working days",
        "Start with a whole number in figures, such as \"10 working days\" or \"1 month\"."
    )]
    [InlineData("1,000 hours", "Start with a whole number in figures, such as \"10 working days\" or \"1 month\".")]
    [InlineData("٣ weeks", "Start with a whole number in figures, such as \"10 working days\" or \"1 month\".")]
    [InlineData("0 weeks", "A limit is 1 or more, such as \"10 working days\" or \"1 month\".")]
    [InlineData(
        "99999999999 weeks",
        "The number is too large. Enter a limit such as \"10 working days\" or \"1 month\"."
    )]
    [InlineData("10 days", "Say which days: \"10 working days\" or \"10 calendar days\".")]
    [InlineData("1 day", "Say which days: \"1 working day\" or \"1 calendar day\".")]
    [InlineData("10", Units)]
    [InlineData("10 fortnights", Units)]
    [InlineData("10 working", Units)]
    [InlineData("10 working days or so", Units)]
    public void What_is_no_limit_is_refused_with_how_to_put_it_right(string? text, string expected)
    {
        Assert.False(Limit.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    private const string Units =
        "After the number, write working days, calendar days, weeks, months or hours, such as \"10 working days\" or \"1 month\".";
}
