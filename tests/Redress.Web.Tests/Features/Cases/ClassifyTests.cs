using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class ClassifyTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Only_what_was_changed_is_recorded(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/classification");
        await amira.SubmitAsync(("Form.Category", "Lifts"));

        var now = await office.CaseAsync(logged);
        Assert.Equal(new Classified(office.Clock.Today, Category: "Lifts"), now.History[^1].Event);
        Assert.Equal("Lifts", (await office.RowAsync(logged)).Category);
    }

    [Fact]
    public async Task Nothing_changed_is_said_by_page_and_API()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{logged.Reference}/classification");
        await amira.SubmitAsync();
        Assert.StartsWith("Nothing was changed", Assert.Single(amira.Errors), StringComparison.Ordinal);

        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{logged.Reference}/classification";
        Assert.Equal("nothing_chosen", (await program.SendAsync(address, new { category = "Repairs" })).Json.Code());
        Assert.Equal(201, (await program.SendAsync(address, new { tenure = "leaseholder" })).Status);
    }
}
