using System.Net;
using System.Text.Json;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Each test finds its own landlord's cases, so it has a host of its own.</summary>
public sealed class SearchTests(TestDatabases databases)
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_box_of_every_page_leads_to_the_case_of_a_reference_however_typed(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync(summary: "The lift is broken");
        await office.LoggedAsync(summary: "The lift is broken too");
        var frank = await office.VisitAsync("frank");

        foreach (var typed in new[] { logged.Reference, logged.Reference.Replace("-", "").ToLowerInvariant() })
        {
            await frank.OpenAsync("/calendar");
            await frank.SubmitAsync("form[role=search]", [("q", $" {typed} ")]);
            Assert.Equal($"/cases/{logged.Reference}", frank.At.AbsolutePath);
        }
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task One_case_is_opened_and_several_are_listed_with_what_was_found(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var old = await office.LoggedAsync(summary: "Damp & <b>mould</b> in the kitchen");
        var one = await office.LoggedAsync(summary: "A cooker");
        office.Clock.GoTo(office.Clock.Today.AddDays(1));
        var young = await office.LoggedAsync(summary: "Damp in the hall");
        var amira = await office.VisitAsync();

        await amira.OpenAsync("/search?q=cook");
        Assert.Equal($"/cases/{one.Reference}", amira.At.AbsolutePath);

        var page = await amira.OpenAsync("/search?q=dam");
        var rows = page.QuerySelectorAll(".app-found tbody tr");
        Assert.Equal([young.Reference, old.Reference], rows.Select(row => row.QuerySelector("a")!.TextContent));
        Assert.Equal(["Damp", "Damp"], page.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("Damp & <b>mould</b> in the kitchen", rows[1].QuerySelector(".app-found__words")!.TextContent);
        Assert.Contains("Amira Khan", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("in 4 working days", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("dam", page.QuerySelector("#find")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Nothing_found_says_so_and_what_to_try()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var amira = await office.VisitAsync();

        var page = await amira.OpenAsync("/search?q=nowhere+%3Cb%3E");
        Assert.Contains("No case has all of this: nowhere <b>", Tidy(page.QuerySelector("main")!.TextContent));
        Assert.NotNull(page.QuerySelector("main a[href='/cases/new']"));
        Assert.NotNull(page.QuerySelector("#find[autofocus]"));

        page = await amira.OpenAsync("/search?q=%00%22*");
        Assert.Contains("Half a word is enough", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await amira.OpenAsync($"/search?q={new string('a', 50_000)}");
        Assert.Equal(HttpStatusCode.OK, amira.Status);
    }

    [Fact]
    public async Task The_worklist_has_the_box_ready_to_type_in_and_other_pages_leave_the_reader_where_they_are()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var amira = await office.VisitAsync();

        Assert.NotNull((await amira.OpenAsync("/cases")).QuerySelector("#find[autofocus]"));
        var other = await amira.OpenAsync("/procedures");
        Assert.NotNull(other.QuerySelector("#find"));
        Assert.Null(other.QuerySelector("#find[autofocus]"));
        var dan = await office.VisitAsync("dan");
        Assert.Null((await dan.OpenAsync("/procedures")).QuerySelector("#find"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_gives_the_newest_fifty_and_says_when_there_are_more(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        for (var number = 0; number < 51; number++)
        {
            await office.LoggedAsync(summary: $"Damp flat{number}");
        }

        var program = await office.ProgramAsync();
        var all = await ReadAsync(program, "/api/v1/search?q=damp");
        Assert.Equal(50, all.GetProperty("cases").GetArrayLength());
        Assert.True(all.GetProperty("more").GetBoolean());
        var one = Assert.Single(
            (await ReadAsync(program, "/api/v1/search?q=damp+flat17")).GetProperty("cases").EnumerateArray()
        );
        Assert.Equal("Damp flat17", one.GetProperty("summary").GetString());
        Assert.Equal("Amira Khan", one.GetProperty("owner").GetProperty("name").GetString());
        Assert.Equal(0, (await ReadAsync(program, "/api/v1/search")).GetProperty("cases").GetArrayLength());
    }

    private static string Tidy(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<JsonElement> ReadAsync(HttpClient program, string address)
    {
        using var answer = await program.GetAsync(
            new Uri(address, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(text).RootElement;
    }
}
