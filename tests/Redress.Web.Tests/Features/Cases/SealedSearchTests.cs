using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>A page full of sealed cases has a database of its own: it would push every other case off the first page.</summary>
public sealed class SealedSearchTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    /// <summary>Search asks its matches, so that a page is full of what somebody may see, and "more" tells of nothing else.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_is_sealed_takes_no_place_among_what_is_found(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var today = office.Clock.Today;
        office.Clock.GoTo(today.AddDays(-9));
        var older = await office.LoggedAsync(summary: "Bindweed at the door");
        office.Clock.GoTo(today);
        for (var newer = 0; newer <= Search.PageSize; newer++)
        {
            await SealTests.SealedAsync(office, "Bindweed");
        }

        var found = await (await office.ProgramAsync("lena")).GetStringAsync(
            "/api/v1/search?q=bindweed",
            TestContext.Current.CancellationToken
        );

        Assert.Contains(older.Reference, found, StringComparison.Ordinal);
    }
}
