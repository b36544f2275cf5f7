using System.Text.Json;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Each test looks at its own landlord's list, so it has a host of its own.</summary>
public sealed class WorklistTests(TestDatabases databases)
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_most_urgent_comes_first_in_words_and_fifty_make_a_page(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var old = await office.LoggedAsync(summary: "The oldest");
        office.Clock.GoTo(new DateOnly(2025, 4, 24));
        for (var number = 0; number < 60; number++)
        {
            await office.LoggedAsync(summary: $"Complaint {number}");
        }

        var amira = await office.VisitAsync();
        var page = await amira.OpenAsync("/cases");
        var first = page.QuerySelector(".app-worklist tbody tr")!;
        Assert.Contains(old.Reference, first.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 working day late", first.QuerySelector(".app-due--late")!.TextContent);
        Assert.Contains("in 5 working days", page.QuerySelectorAll(".app-due").Select(due => due.TextContent));
        Assert.Equal(50, page.QuerySelectorAll(".app-worklist tbody tr").Length);

        var rest = await amira.OpenAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(11, rest.QuerySelectorAll(".app-worklist tbody tr").Length);
        Assert.Null(rest.QuerySelector("a[rel=next]"));

        var overdue = await amira.OpenAsync("/cases?whose=All&due=Overdue");
        Assert.Single(overdue.QuerySelectorAll(".app-worklist tbody tr"));
        var ben = await office.VisitAsync("ben");
        Assert.Empty((await ben.OpenAsync("/cases")).QuerySelectorAll(".app-worklist"));
        Assert.Empty((await ben.OpenAsync("/cases?whose=All&kind=Compliment")).QuerySelectorAll(".app-worklist"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Every_figure_at_the_head_opens_into_the_list_it_counts(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        await office.LoggedAsync(summary: "Overdue");
        office.Clock.GoTo(new DateOnly(2025, 4, 24));
        await office.AnsweredAsync();
        await office.AcknowledgedAsync();
        await office.LoggedAsync(summary: "Due in a week");
        office.Clock.GoTo(new DateOnly(2025, 4, 30));
        await office.LoggedAsync(summary: "Later");
        var amira = await office.VisitAsync();

        foreach (var list in new[] { "/cases", "/cases?whose=All&figures=true", "/cases?figures=true&kind=Complaint" })
        {
            var figures = (await amira.OpenAsync(list))
                .QuerySelectorAll(".app-figures a")
                .Select(link => (link.TextContent, Address: link.GetAttribute("href")!))
                .ToList();
            Assert.Equal(10, figures.Count);
            foreach (var (text, address) in figures)
            {
                var page = await amira.OpenAsync(address);
                var rows = page.QuerySelectorAll(".app-worklist tbody tr").Length;
                Assert.StartsWith($"{rows} ", text, StringComparison.Ordinal);
                Assert.Equal(text, page.QuerySelector(".app-figures a[aria-current]")!.TextContent);
            }

            Assert.Contains("5 In all", figures.Select(figure => figure.TextContent));
            Assert.Contains("1 Next working day", figures.Select(figure => figure.TextContent));
        }

        Assert.Null((await amira.OpenAsync("/cases?whose=All")).QuerySelector(".app-figures"));
        var program = await office.ProgramAsync();
        var all = await ReadAsync(program, "/api/v1/cases/figures");
        Assert.Equal(5, all.GetProperty("open").GetInt32());
        Assert.Equal(5, all.GetProperty("stages").GetProperty("1").GetInt32());
        Assert.Equal(1, all.GetProperty("statuses").GetProperty("answered").GetInt32());
        foreach (var due in all.GetProperty("due").EnumerateObject())
        {
            var list = await ReadAsync(program, $"/api/v1/cases?due={due.Name}");
            Assert.Equal(due.Value.GetInt32(), References(list).Count());
        }

        var none = await ReadAsync(program, "/api/v1/cases/figures?whose=unassigned&kind=compliment");
        Assert.Equal(0, none.GetProperty("open").GetInt32());
        Assert.Equal(["kind", "whose"], (await ReadAsync(program, "/api/v1/cases/figures?whose=x&kind=y")).Fields());
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_gives_the_same_list_page_by_page(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        for (var number = 0; number < 55; number++)
        {
            await office.LoggedAsync(summary: $"Complaint {number}");
        }

        var program = await office.ProgramAsync();
        var first = await ReadAsync(program, "/api/v1/cases?whose=mine");
        var next = await ReadAsync(program, $"/api/v1/cases?whose=mine&after={first.GetProperty("next").GetString()}");

        var references = References(first).Concat(References(next)).ToList();
        Assert.Equal(55, references.Distinct().Count());
        Assert.Equal(JsonValueKind.Null, next.GetProperty("next").ValueKind);
        var problem = await ReadAsync(program, "/api/v1/cases?whose=hers&kind=nonsense&due=soonish&stage=-1&status=x");
        Assert.Equal(["due", "kind", "stage", "status", "whose"], problem.Fields());
    }

    private static IEnumerable<string?> References(JsonElement list) =>
        list.GetProperty("cases").EnumerateArray().Select(row => row.GetProperty("reference").GetString());

    private static async Task<JsonElement> ReadAsync(HttpClient program, string address)
    {
        using var answer = await program.GetAsync(
            new Uri(address, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(text).RootElement;
    }
}
