using Redress.Core.Procedures;
using Redress.Core.Procedures.Files;

namespace Redress.Core.Tests.Procedures;

public class ShippedCodesTests
{
    [Fact]
    public void Three_editions_ship_each_with_the_minimum_of_its_own_days()
    {
        Assert.Equal(["code-2020", "code-2022", "code-2024"], ShippedCodes.All.Select(code => code.Id));
        Assert.All(ShippedCodes.All, code => Assert.Equal(code.Id, code.Minimum.Id));
        Assert.All(ShippedCodes.All, code => Assert.Equal(code.InForceFrom, code.Minimum.InForceFrom));
        Assert.All(ShippedCodes.All, code => Assert.Equal(code.InForceUntil, code.Minimum.InForceUntil));
        Assert.Null(ShippedCodes.Find("code-1999"));
    }

    [Fact]
    public void One_edition_follows_the_other_without_a_gap()
    {
        var codes = ShippedCodes.All;
        Assert.Equal(codes[0].InForceUntil, codes[1].InForceFrom.AddDays(-1));
        Assert.Equal(codes[1].InForceUntil, codes[2].InForceFrom.AddDays(-1));
        Assert.Null(codes[2].InForceUntil);
    }

    [Fact]
    public void A_figure_stands_in_the_minimum_under_the_provision_that_is_checked()
    {
        foreach (var code in ShippedCodes.All)
        {
            foreach (var provision in code.Provisions.Where(IsFigure))
            {
                var duties = code.Minimum.For(CaseKind.Complaint)!.Stage(provision.Stage!.Value)!.Duties;
                var name = provision.Check == CodeCheck.Acknowledge ? DutyName.Acknowledge : DutyName.Respond;
                Assert.Contains(
                    provision.Number,
                    duties.Single(duty => duty.Duty == name).Source,
                    StringComparison.Ordinal
                );
            }
        }
    }

    [Theory]
    [InlineData("4.2", "4.10")]
    [InlineData("4.10", "5.1")]
    [InlineData("4.7", "4.7a")]
    [InlineData("8.3", "10.1")]
    [InlineData("10.1", "T2")]
    [InlineData("T2", "T3")]
    public void Provisions_are_ordered_as_the_Code_numbers_them(string earlier, string later)
    {
        Assert.True(ProvisionOrder.ByNumber.Compare(earlier, later) < 0);
        Assert.True(ProvisionOrder.ByNumber.Compare(later, earlier) > 0);
    }

    [Theory]
    [InlineData("\"check\": \"respond\"", "provisions[0].stage", "\"respond\" needs it")]
    [InlineData("\"check\": \"letter\", \"letter\": \"refusal\"", "provisions[0].contents", "\"letter\" needs it")]
    [InlineData("\"check\": \"guess\"", "provisions[0].check", "not one of no_informal_stage")]
    [InlineData("\"check\": \"time_bar\", \"figure\": 12", "provisions[0].figure", "not a known key")]
    public void A_wrong_edition_is_refused_by_field(string check, string field, string message)
    {
        Assert.False(CodeEditionFile.TryParse(Edition("code-2024", check), "codes/x.json", out _, out var errors));
        var error = Assert.Single(errors);
        Assert.Equal(field, error.Field);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_names_a_minimum_that_is_there()
    {
        Assert.True(CodeEditionFile.TryParse(Edition("code-2024", "\"check\": \"time_bar\""), "x.json", out _, out _));
        Assert.False(
            CodeEditionFile.TryParse(Edition("code-1999", "\"check\": \"time_bar\""), "x.json", out _, out var errors)
        );
        Assert.Equal("minimum", Assert.Single(errors).Field);
    }

    private static bool IsFigure(CodeProvision provision) =>
        provision.Check is CodeCheck.Acknowledge or CodeCheck.Respond;

    private static string Edition(string minimum, string check) =>
        $$"""
            {
              "id": "x", "title": "X", "publisher": "X", "in_force": { "from": "2024-04-01" }, "source": "X",
              "minimum": "{{minimum}}",
              "provisions": [ { "provision": "1.1", "text": "X", {{check}} } ]
            }
            """;
}
