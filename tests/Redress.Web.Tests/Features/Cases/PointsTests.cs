using System.Net;
using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class PointsTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_point_is_raised_and_given_its_finding_reason_and_remedy(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/points");
        await amira.SubmitAsync(("Form.Text", "No lift for a week"));
        Assert.Equal($"/cases/{logged.Reference}/points", amira.At.AbsolutePath);
        await amira.OpenAsync($"/cases/{logged.Reference}/points/1");
        await amira.SubmitAsync(
            ("Form.Finding", "Upheld"),
            ("Form.Reason", "Our own log shows seven days."),
            ("Form.Remedy", "£50 and an apology")
        );

        var now = await office.CaseAsync(logged);
        var point = Assert.Single(now.Points);
        Assert.Equal(Finding.Upheld, point.Finding);
        Assert.Equal("Our own log shows seven days.", await office.TextAsync(now, point.Reason!));
        Assert.Equal("£50 and an apology", await office.TextAsync(now, point.Remedy!));
        var page = await amira.OpenAsync($"/cases/{logged.Reference}");
        Assert.Contains("£50", page.QuerySelector(".app-point")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_needs_its_reason_and_a_point_its_text()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/points");
        await amira.SubmitAsync();
        Assert.Equal(["Enter the point"], amira.Errors);

        await amira.SubmitAsync(("Form.Text", "No lift for a week"));
        await amira.OpenAsync($"/cases/{logged.Reference}/points/1");
        await amira.SubmitAsync();
        Assert.Equal(["Choose a finding"], amira.Errors);
        var page = await amira.SubmitAsync(("Form.Finding", "Upheld"));
        Assert.Equal(["Enter the reason: a finding without one answers nothing"], amira.Errors);
        Assert.NotNull(page.QuerySelector("#Form_Reason-error"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("-1")]
    public async Task There_is_no_page_for_a_point_that_is_none(string point)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{logged.Reference}/points/{point}");
        Assert.Equal(HttpStatusCode.NotFound, amira.Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_does_and_refuses_the_same(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var program = await office.ProgramAsync();
        var points = $"/api/v1/cases/{logged.Reference}/points";
        var findings = $"/api/v1/cases/{logged.Reference}/findings";
        var finding = new
        {
            point = 1,
            finding = "not_upheld",
            reason = "It ran.",
        };

        Assert.Equal("no_such_point", (await program.SendAsync(findings, finding)).Json.Code());
        Assert.Equal("no_text", (await program.SendAsync(points, new { text = " " })).Json.Code());
        Assert.Equal(201, (await program.SendAsync(points, new { text = "No lift" })).Status);
        Assert.Equal(201, (await program.SendAsync(findings, finding)).Status);
        Assert.Equal(Finding.NotUpheld, (await office.CaseAsync(logged)).Points[0].Finding);
    }
}
