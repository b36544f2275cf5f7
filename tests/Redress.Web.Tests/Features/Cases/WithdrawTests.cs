using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class WithdrawTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static readonly (string, string)[] Filled = [("Form.How", "Phone"), ("Form.Reason", "It is mended.")];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_withdrawal_ends_what_is_owed(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/withdrawal");
        await amira.SubmitAsync(Filled);

        var now = await office.CaseAsync(logged);
        Assert.Equal(CaseStatus.Withdrawn, now.Status);
        var row = await office.RowAsync(logged);
        Assert.Equal((false, null), (row.IsOpen, row.NextDueOn));
    }

    [Theory]
    [InlineData("Form.Reason", " ", "Enter why they withdraw")]
    [InlineData("Form.On.Year", "2026", "The day they said so must be today or in the past")]
    [InlineData("Form.On.Year", "2024", "The day they said so must be on or after the day this stage began")]
    public async Task A_refusal_stands_beside_its_field(string field, string value, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/withdrawal");
        await amira.SubmitAsync([.. Filled, (field, value)]);

        Assert.Equal([message], amira.Errors);
    }

    [Fact]
    public async Task The_API_does_and_refuses_the_same()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{logged.Reference}/withdrawal";
        var body = new
        {
            on = office.Clock.Today,
            how = "writing",
            reason = "",
        };

        Assert.Equal("no_reason", (await program.SendAsync(address, body)).Json.Code());
        Assert.Equal(201, (await program.SendAsync(address, body with { reason = "Mended." })).Status);
        Assert.Equal("case_is_not_open", (await program.SendAsync(address, body)).Json.Code());
    }
}
