using AngleSharp.Html.Dom;
using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class DefineTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Defining_sets_down_both_halves_and_acknowledging_comes_next(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync(defined: false);
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/definition");
        var page = await amira.SubmitAsync(("Form.Definition", "No lift"), ("Form.OutcomeSought", "A lift"));

        var now = await office.CaseAsync(logged);
        var defined = Assert.IsType<Defined>(now.History[^1].Event);
        Assert.Equal("No lift", await office.TextAsync(now, defined.Definition));
        Assert.Equal("A lift", await office.TextAsync(now, defined.OutcomeSought));
        Assert.Equal("Acknowledge", page.QuerySelector(".app-next__step")!.TextContent);
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_what_was_written_stays()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync(defined: false);
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/definition");
        var page = await amira.SubmitAsync(("Form.Definition", "No lift"));

        Assert.Equal(["Enter what the resident wants done"], amira.Errors);
        Assert.Equal("No lift", ((IHtmlTextAreaElement)page.QuerySelector("#Form_Definition")!).Value);
        Assert.NotNull(page.QuerySelector("#Form_OutcomeSought-error"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_does_and_refuses_the_same(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync(defined: false);
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{logged.Reference}/definition";

        Assert.Equal(
            "no_definition",
            (await program.SendAsync(address, new { outcome_sought = "A lift" })).Json.Code()
        );
        var (status, _, _) = await program.SendAsync(
            address,
            new { definition = "No lift", outcome_sought = "A lift" }
        );

        Assert.Equal(201, status);
        Assert.IsType<Defined>((await office.CaseAsync(logged)).History[^1].Event);
    }
}
