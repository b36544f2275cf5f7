using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class CloseTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_closed_case_shows_day_received_nature_action_and_its_day(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var answered = await office.AnsweredAsync();
        var amira = await office.VisitAsync();

        var form = await amira.OpenAsync($"/cases/{answered.Reference}/closure");
        Assert.Equal(
            ["Monday 14 April 2025", "Repairs", "Answered", "Monday 14 April 2025"],
            form.QuerySelectorAll(".govuk-summary-list__value").Select(value => value.TextContent.Trim())
        );
        await amira.SubmitAsync();

        var row = await office.RowAsync(answered);
        Assert.Equal(
            (CaseStatus.Closed, "Repairs", office.Clock.Today, office.Clock.Today),
            (row.Status, row.Category, row.ReceivedOn, row.ClosedOn)
        );
        Assert.NotNull(row.RespondedOn);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_case_is_not_closed_before_something_was_done_nor_without_its_nature(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var amira = await office.VisitAsync();
        var logged = await office.LoggedAsync();
        var early = await (await office.ProgramAsync()).SendAsync(
            $"/api/v1/cases/{logged.Reference}/closure",
            new { on = $"{office.Clock.Today:yyyy-MM-dd}" }
        );
        Assert.Equal(409, early.Status);
        Assert.StartsWith(
            "Nothing was done about this case yet",
            early.Json.GetProperty("title").GetString(),
            StringComparison.Ordinal
        );

        var unsorted = await office.AnsweredAsync(category: null);
        await amira.OpenAsync($"/cases/{unsorted.Reference}/closure");
        await amira.SubmitAsync();
        Assert.Equal(["Record what the case was about before you close it"], amira.Errors);
    }

    [Theory]
    [InlineData("2026", "The day it is closed must be today or in the past")]
    [InlineData("2024", "The day it is closed must be on or after the day of what was done")]
    public async Task A_refusal_stands_beside_its_field(string year, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var answered = await office.AnsweredAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{answered.Reference}/closure");
        await amira.SubmitAsync(("Form.On.Year", year));

        Assert.Equal([message], amira.Errors);
    }

    [Fact]
    public async Task The_API_does_and_refuses_the_same()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var answered = await office.AnsweredAsync();
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{answered.Reference}/closure";

        Assert.Equal(201, (await program.SendAsync(address, new { on = office.Clock.Today })).Status);
        Assert.Equal("already_closed", (await program.SendAsync(address, new { on = office.Clock.Today })).Json.Code());
    }
}
