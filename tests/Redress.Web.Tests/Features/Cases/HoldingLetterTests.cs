using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class HoldingLetterTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static readonly (string, string)[] Filled =
    [
        ("Form.Until.Day", "14"),
        ("Form.Until.Month", "5"),
        ("Form.Until.Year", "2025"),
        ("Form.Letter", "You will hear from us by 14 May."),
    ];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Where_the_procedure_gives_a_letter_no_power_it_is_recorded_and_said_to_move_nothing(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var acknowledged = await office.AcknowledgedAsync();
        var amira = await office.VisitAsync();
        var due = (await office.RowAsync(acknowledged)).NextDueOn;

        await amira.OpenAsync($"/cases/{acknowledged.Reference}/holding-letter");
        await amira.SubmitAsync(Filled);

        Assert.Contains(
            "Under this procedure a holding letter does not move the date",
            amira.Page.QuerySelector(".govuk-notification-banner")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.IsType<HoldingLetterSent>((await office.CaseAsync(acknowledged)).History[^1].Event);
        Assert.Equal(due, (await office.RowAsync(acknowledged)).NextDueOn);
    }

    [Theory]
    [InlineData("Form.Letter", " ", "Enter what the letter says")]
    [InlineData("Form.Until.Year", "2024", "The day it promises must be after the day it was sent")]
    [InlineData("Form.SentOn.Year", "2024", "The day it was sent must be on or after the day this stage began")]
    public async Task A_refusal_stands_beside_its_field(string field, string value, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var acknowledged = await office.AcknowledgedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{acknowledged.Reference}/holding-letter");
        await amira.SubmitAsync([.. Filled, (field, value)]);

        Assert.Equal([message], amira.Errors);
    }

    [Fact]
    public async Task The_API_refuses_the_same()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var acknowledged = await office.AcknowledgedAsync();
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{acknowledged.Reference}/holding-letters";
        var body = new
        {
            sent_on = office.Clock.Today,
            until = office.Clock.Today,
            letter = "Soon.",
        };

        var (_, problem, _) = await program.SendAsync(address, body);
        Assert.Equal("promises_no_later_day", problem.Code());
        Assert.Equal(
            201,
            (await program.SendAsync(address, body with { until = office.Clock.Today.AddDays(9) })).Status
        );
    }
}
