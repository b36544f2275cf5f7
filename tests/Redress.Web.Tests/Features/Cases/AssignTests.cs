using System.Net;
using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class AssignTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_case_changes_hands_in_row_and_history_together(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var lena = await office.VisitAsync("lena");

        await lena.OpenAsync($"/cases/{logged.Reference}/owner");
        var page = await lena.SubmitAsync(("Form.Handler", "ben"), ("Form.Team", "North"));

        var assigned = Assert.IsType<Assigned>((await office.CaseAsync(logged)).History[^1].Event);
        Assert.Equal(("ben", "North"), (assigned.Handler, assigned.Team));
        Assert.Equal("ben", (await office.RowAsync(logged)).OwnerId);
        Assert.Contains("Ben Okafor", page.QuerySelector(".app-case__who")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amira", "They have this case already")]
    [InlineData("", "Choose who will have the case")]
    [InlineData("nobody", "Choose somebody who works on cases here")]
    public async Task A_refusal_stands_beside_its_field(string handler, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var lena = await office.VisitAsync("lena");

        await lena.OpenAsync($"/cases/{logged.Reference}/owner");
        var page = await lena.ForgeAsync(("Form.Handler", handler));

        Assert.Equal([message], lena.Errors);
        Assert.NotNull(page.QuerySelector("#Form_Handler-error"));
    }

    [Fact]
    public async Task Only_who_runs_the_team_assigns()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        var page = await amira.OpenAsync($"/cases/{logged.Reference}");
        Assert.Null(page.QuerySelector("a[href$='/owner']"));

        await amira.OpenAsync($"/cases/{logged.Reference}/owner");
        Assert.Equal(HttpStatusCode.Forbidden, amira.Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_does_and_refuses_the_same(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var program = await office.ProgramAsync("lena");
        var address = $"/api/v1/cases/{logged.Reference}/owner";

        Assert.Equal("already_theirs", (await program.SendAsync(address, new { handler = "amira" })).Json.Code());
        Assert.Equal(["handler"], (await program.SendAsync(address, new { handler = "nobody" })).Json.Fields());
        Assert.Equal(201, (await program.SendAsync(address, new { handler = "ben" })).Status);
        Assert.Equal("ben", (await office.RowAsync(logged)).OwnerId);
    }
}
