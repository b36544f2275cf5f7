using Redress.Web.Layout.Forms;

namespace Redress.Web.Tests.Layout;

public sealed class TypedDateTests
{
    [Theory]
    [InlineData("18", "12", "2025")]
    [InlineData(" 18 ", "12", " 2025")]
    public void A_real_date_is_read(string day, string month, string year) =>
        Assert.Equal(new TypedDate(new DateOnly(2025, 12, 18), null, DateParts.None), TypedDate.Read(day, month, year));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", " ", "")]
    public void Nothing_typed_is_no_date_and_no_fault(string? day, string? month, string? year) =>
        Assert.Equal(new TypedDate(null, null, DateParts.None), TypedDate.Read(day, month, year));

    [Theory]
    [InlineData("", "12", "2025", "date.day_missing", DateParts.Day)]
    [InlineData("18", "", "2025", "date.month_missing", DateParts.Month)]
    [InlineData("18", "12", "", "date.year_missing", DateParts.Year)]
    [InlineData("", "", "2025", "date.day_and_month_missing", DateParts.Day | DateParts.Month)]
    [InlineData("", "12", "", "date.day_and_year_missing", DateParts.Day | DateParts.Year)]
    [InlineData("18", "", "", "date.month_and_year_missing", DateParts.Month | DateParts.Year)]
    [InlineData("29", "2", "2025", "date.not_real", DateParts.All)]
    [InlineData("31", "4", "2025", "date.not_real", DateParts.All)]
    [InlineData("0", "4", "2025", "date.not_real", DateParts.All)]
    [InlineData("1", "13", "2025", "date.not_real", DateParts.All)]
    [InlineData("1", "1", "0000", "date.not_real", DateParts.All)]
    [InlineData("-1", "1", "2025", "date.not_real", DateParts.All)]
    [InlineData("one", "1", "2025", "date.not_real", DateParts.All)]
    [InlineData("99999999999", "1", "2025", "date.not_real", DateParts.All)]
    [InlineData("1", "1", "25", "date.year_digits", DateParts.Year)]
    [InlineData("1", "1", "02025", "date.year_digits", DateParts.Year)]
    public void A_fault_says_what_is_wrong_and_where(
        string day,
        string month,
        string year,
        string fault,
        DateParts wrong
    ) => Assert.Equal(new TypedDate(null, fault, wrong), TypedDate.Read(day, month, year));
}
