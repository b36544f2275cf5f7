using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features;

/// <summary>Each test marks people as away, so it has a host of its own.</summary>
public sealed class AbsenceTests(TestDatabases databases)
{
    private const string Form = "form:has(select)";

    private const string Refused =
        "Amira Khan cannot be given a case: away until 16 April 2025, cover: Ben Okafor. Choose somebody who is at work.";

    private static readonly DateOnly Wed16Apr = new(2025, 4, 16);

    private static readonly string[] Misspelt = ["Mon"];
    private static readonly string[] OnFridays = ["friday"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_officer_marked_absent_cannot_be_assigned_until_they_are_back(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var hers = await office.LoggedAsync();
        var other = await BensAsync(office);
        var lena = await office.VisitAsync("lena");

        var team = await lena.OpenAsync("/staff");
        await lena.OpenAsync(team.QuerySelector("a[href='/staff/amira/absences']")!.GetAttribute("href")!);
        await lena.SubmitAsync(Form, [.. Day("Until", Wed16Apr), ("Form.Cover", "ben")]);

        var marked = Assert.Single(lena.Page.QuerySelectorAll("main li")).TextContent;
        Assert.Contains("14 April 2025 to 16 April 2025", marked, StringComparison.Ordinal);
        Assert.Contains("Cover: Ben Okafor", marked, StringComparison.Ordinal);
        Assert.Equal("amira", (await office.RowAsync(hers)).OwnerId);
        Assert.Equal(hers.Version, (await office.CaseAsync(hers)).Version);

        var page = await lena.OpenAsync($"/cases/{other.Reference}/owner");
        var offered = page.QuerySelector("option[value=amira]")!;
        Assert.True(offered.HasAttribute("disabled"));
        Assert.Equal("Amira Khan (away until 16 April 2025, cover: Ben Okafor)", offered.TextContent);
        await lena.ForgeAsync(("Form.Handler", "amira"));
        Assert.Equal([Refused], lena.Errors);

        page = await lena.OpenAsync($"/cases/owners?case={other.Reference}");
        Assert.Null(page.QuerySelector("input[value=amira]"));
        Assert.Contains(
            "Not offered: Amira Khan (away until 16 April 2025",
            page.QuerySelector(".govuk-inset-text")!.TextContent,
            StringComparison.Ordinal
        );
        await lena.ForgeAsync(("Form.To", "amira"));
        Assert.Equal([Refused], lena.Errors);

        await lena.OpenAsync("/cases/new");
        await lena.ForgeAsync(("Form.Handler", "amira"));
        Assert.Contains(Refused, lena.Errors);

        var program = await office.ProgramAsync("lena");
        var (status, json, _) = await program.SendAsync(
            $"/api/v1/cases/{other.Reference}/owner",
            new { handler = "amira" }
        );
        Assert.Equal(400, status);
        Assert.Equal(Refused, json.GetProperty("errors").GetProperty("handler")[0].GetString());
        var toHer = new { cases = new[] { other.Reference }, to = new[] { "ben", "amira" } };
        Assert.Equal(["to"], (await program.SendAsync("/api/v1/cases/owners", toHer)).Json.Fields());
        Assert.Equal("ben", (await office.RowAsync(other)).OwnerId);

        // The last day counts, and the day after does not.
        office.Clock.GoTo(Wed16Apr);
        Assert.Equal(["handler"], (await GiveAsync(await office.ProgramAsync("lena"), other, "amira")).Json.Fields());
        office.Clock.GoTo(Wed16Apr.AddDays(1));
        Assert.Equal(201, (await GiveAsync(await office.ProgramAsync("lena"), other, "amira")).Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Nobody_away_is_named_to_have_the_next_stage(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var escalated = await office.DoAsync(
            await office.AnsweredAsync(),
            (c, desk) => Escalation.Decide(c, new EscalationRequest(desk.Today), desk.Rules, desk.Today)
        );
        await MarkAsync(office, "ben");
        var lena = await office.ProgramAsync("lena");

        Assert.Equal(["handler"], (await GiveAsync(lena, escalated, "ben")).Json.Fields());
        var (_, json, _) = await lena.SendAsync(
            $"/api/v1/cases/{escalated.Reference}/escalation",
            new { on = "2025-04-14", handler = "ben" }
        );
        Assert.StartsWith(
            "Ben Okafor cannot be given a case: away, nobody knows until when.",
            json.GetProperty("errors").GetProperty("handler")[0].GetString(),
            StringComparison.Ordinal
        );
        Assert.Null((await office.RowAsync(escalated)).OwnerId);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_a_resident_sends_goes_to_a_lead_who_is_there_or_waits_to_be_assigned(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);

        Assert.Equal("lena", (await ComplainedAsync(office)).Owner);
        await MarkAsync(office, "lena");
        Assert.Null((await ComplainedAsync(office)).Owner);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Their_open_cases_are_on_the_cover_list_what_is_due_first_coming_first(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var later = await office.AcknowledgedAsync();
        var first = await office.LoggedAsync(summary: "The door sticks");
        var bens = await BensAsync(office);
        await MarkAsync(office, "amira", until: Wed16Apr, cover: "ben");
        var cora = await office.VisitAsync("cora");

        var page = await cora.OpenAsync("/cover");

        Assert.Equal([first.Reference, later.Reference], References(page));
        var row = page.QuerySelector("main tbody tr")!;
        Assert.Contains(
            "Amira Khanaway until 16 April 2025, cover: Ben Okafor",
            row.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("The door sticks", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector($"a[href='/cases/owners?case={first.Reference}']"));
        await cora.OpenAsync(page.QuerySelector("main li a")!.GetAttribute("href")!);
        Assert.Equal("/staff/amira/absence", cora.At.AbsolutePath);
        Assert.True(cora.Page.QuerySelector("input[value=ben]")!.HasAttribute("checked"));

        var json = await ReadAsync(await office.ProgramAsync("ada"), "/api/v1/cover");
        Assert.Equal(
            [first.Reference, later.Reference],
            json.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("reference").GetString())
        );
        var away = Assert.Single(json.GetProperty("away").EnumerateArray());
        Assert.Equal("2025-04-16", away.GetProperty("until").GetString());
        Assert.Equal("ben", away.GetProperty("cover").GetProperty("id").GetString());

        // Whoever is away from Friday is not on today's list, but on that of the coming days.
        await MarkAsync(office, "ben", from: Wed16Apr.AddDays(2));
        Assert.DoesNotContain(bens.Reference, References(await cora.OpenAsync("/cover")));
        page = await cora.OpenAsync(page.QuerySelector("main nav a:not([aria-current])")!.GetAttribute("href")!);
        Assert.Contains(bens.Reference, References(page));
        Assert.Contains("from 18 April 2025: away", page.Body!.TextContent, StringComparison.Ordinal);
        using var wrong = await (await office.ProgramAsync("ada")).GetAsync(
            new Uri("/api/v1/cover?days=32", UriKind.Relative),
            Cancel
        );
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_case_that_the_reader_may_not_see_is_not_on_the_cover_list(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var plain = await office.LoggedAsync();
        var aboutCora = await office.DoAsync(
            await office.LoggedAsync(),
            (c, desk) => Subjects.Name(c, "cora", "Scornfully, she says.", desk.Today)
        );
        var closed = await office.DoAsync(
            await office.LoggedAsync(),
            (c, desk) => Sealing.Begin(c, "amira", "Her husband works here.", "cora", desk.Today),
            "cora"
        );
        await MarkAsync(office, "amira", cover: "frank");

        await AssertListedAsync("lena", plain, aboutCora);
        await AssertListedAsync("cora", plain, closed);
        await AssertListedAsync("ada", plain, aboutCora);
        foreach (var who in new[] { "ben", "frank", "dan" })
        {
            // Nor does whoever covers see more than before.
            var visitor = await office.VisitAsync(who);
            await visitor.OpenAsync("/cover");
            Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
        }

        async Task AssertListedAsync(string who, params Case[] cases)
        {
            var expected = cases.Select(one => one.Reference).Order(StringComparer.Ordinal);
            var page = await (await office.VisitAsync(who)).OpenAsync("/cover");
            Assert.Equal(expected, References(page).Order(StringComparer.Ordinal));
            var json = await ReadAsync(await office.ProgramAsync(who), "/api/v1/cover");
            var listed = json.GetProperty("cases")
                .EnumerateArray()
                .Select(one => one.GetProperty("reference").GetString());
            Assert.Equal(expected, listed.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task They_say_so_themselves_and_history_has_who_said_what(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var other = await BensAsync(office);
        var amira = await office.VisitAsync();
        var lena = await office.ProgramAsync("lena");

        await amira.OpenAsync("/account/absences");
        await amira.SubmitAsync(Form, [("Form.Cover", "ben"), ("Form.Weekdays", "monday")]);
        Assert.Contains("From 14 April 2025, only on Monday", amira.Page.Body!.TextContent, StringComparison.Ordinal);
        var page = await amira.OpenAsync("/account");
        Assert.Contains(
            "away until 14 April 2025, cover: Ben Okafor",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(["handler"], (await GiveAsync(lena, other, "amira")).Json.Fields());

        // The same again leaves no trace.
        await amira.OpenAsync("/account/absences");
        await amira.SubmitAsync(Form, [("Form.Cover", "ben"), ("Form.Weekdays", "monday")]);
        Assert.Single(amira.Page.QuerySelectorAll("main li"));
        await amira.SubmitAsync("main li form", []);
        Assert.Empty(amira.Page.QuerySelectorAll("main li"));
        Assert.Equal(201, (await GiveAsync(lena, other, "amira")).Status);

        Assert.Equal(["marked_away by amira", "back by amira"], await HistoryAsync(office, "amira"));
        var verifier = office.Services.GetRequiredService<Verifier>();
        Assert.Null((await verifier.VerifyAsync(Cancel)).Altered);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Programs_do_the_same(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var dan = await office.ProgramAsync("dan");
        const string Address = "/api/v1/staff/ben/absences";
        var shared = new
        {
            from = "2025-04-14",
            weekdays = new[] { "monday", "friday" },
            cover = "amira",
        };

        Assert.Equal(204, (await dan.SendAsync(Address, shared)).Status);
        Assert.Equal(204, (await dan.SendAsync(Address, shared)).Status);
        Assert.Equal(["from"], (await dan.SendAsync(Address, new { })).Json.Fields());
        Assert.Equal(
            ["cover", "weekdays"],
            (
                await dan.SendAsync(
                    Address,
                    new
                    {
                        from = "2025-04-14",
                        cover = "dan",
                        weekdays = Misspelt,
                    }
                )
            ).Json.Fields()
        );
        Assert.Equal("covers_themselves", await CodeAsync(new { from = "2025-04-14", cover = "ben" }));
        Assert.Equal("over_already", await CodeAsync(new { from = "2025-04-01", until = "2025-04-13" }));
        Assert.Equal("ends_before_it_begins", await CodeAsync(new { from = "2025-04-15", until = "2025-04-14" }));
        Assert.Equal(
            "no_such_day",
            await CodeAsync(
                new
                {
                    from = "2025-04-15",
                    until = "2025-04-16",
                    weekdays = OnFridays,
                }
            )
        );
        Assert.Equal(404, (await dan.SendAsync("/api/v1/staff/nobody/absences", shared)).Status);

        var ben = await office.ProgramAsync("ben");
        var own = Assert.Single((await ReadAsync(ben, "/api/v1/absences")).GetProperty("absences").EnumerateArray());
        Assert.Equal(["monday", "friday"], own.GetProperty("weekdays").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(204, (await ben.SendAsync("/api/v1/absences", new { from = "2025-04-20" })).Status);
        await DeleteAsync(dan, $"{Address}?absence={own.GetProperty("absence").GetString()}");
        await DeleteAsync(dan, $"{Address}?absence=none");
        var left = Assert.Single((await ReadAsync(dan, Address)).GetProperty("absences").EnumerateArray());
        Assert.Equal("2025-04-20", left.GetProperty("from").GetString());
        Assert.Equal(["marked_away by dan", "marked_away by ben", "back by dan"], await HistoryAsync(office, "ben"));

        async Task<string?> CodeAsync(object body) => (await dan.SendAsync(Address, body)).Json.Code();
    }

    [Fact]
    public async Task Nobody_marks_a_colleague_but_whoever_leads_or_looks_after_accounts()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        foreach (var who in new[] { "amira", "cora", "frank", "ada" })
        {
            var visitor = await office.VisitAsync(who);
            await visitor.OpenAsync("/staff/ben/absences");
            Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
        }

        var dan = await office.VisitAsync("dan");
        var page = await dan.OpenAsync("/accounts");
        await dan.OpenAsync(page.QuerySelector("a[href='/staff/ben/absences']")!.GetAttribute("href")!);
        await dan.SubmitAsync(Form, [.. Day("Until", new DateOnly(2025, 4, 13))]);
        Assert.Equal(["The last day away must be the same as or after the first"], dan.Errors);
        await dan.OpenAsync("/staff/nobody/absences");
        Assert.Equal(HttpStatusCode.NotFound, dan.Status);
    }

    private static (string Field, string Value)[] Day(string field, DateOnly day) =>
        [
            ($"Form.{field}.Day", $"{day.Day}"),
            ($"Form.{field}.Month", $"{day.Month}"),
            ($"Form.{field}.Year", $"{day.Year}"),
        ];

    private static IEnumerable<string> References(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll("main td.app-worklist__case > a").Select(link => link.TextContent);

    private static async Task MarkAsync(
        Office office,
        string who,
        DateOnly? from = null,
        DateOnly? until = null,
        string? cover = null
    )
    {
        var away = new
        {
            from = $"{from ?? office.Clock.Today:yyyy-MM-dd}",
            until = until is { } last ? $"{last:yyyy-MM-dd}" : null,
            cover,
        };
        var (status, _, _) = await (await office.ProgramAsync("lena")).SendAsync($"/api/v1/staff/{who}/absences", away);
        Assert.Equal(204, status);
    }

    private static Task<(int Status, JsonElement Json, Uri? Location)> GiveAsync(
        HttpClient http,
        Case given,
        string to
    ) => http.SendAsync($"/api/v1/cases/{given.Reference}/owner", new { handler = to });

    private static async Task<Case> BensAsync(Office office) =>
        await office.DoAsync(
            await office.LoggedAsync(),
            (c, desk) => Assignment.Decide(c, new("ben"), desk.Rules, desk.Today),
            "lena"
        );

    private static async Task<Case> ComplainedAsync(Office office)
    {
        var complaint = new
        {
            summary = "The lift is broken",
            outcome_sought = "A working lift",
            anonymous = true,
        };
        var (status, json, _) = await office
            .Stranger()
            .SendAsync("/api/v1/complaints", complaint, key: $"{Guid.NewGuid():N}");
        Assert.Equal(201, status);
        return await office.CaseAsync(json.GetProperty("reference").GetString()!);
    }

    private static Task<JsonElement> ReadAsync(HttpClient http, string address) =>
        http.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), Cancel);

    private static async Task DeleteAsync(HttpClient http, string address)
    {
        using var answer = await http.DeleteAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task<List<string>> HistoryAsync(Office office, string who)
    {
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        return await context
            .History.Where(row => row.Stream == Streams.Person && row.StreamId == who)
            .OrderBy(row => row.Sequence)
            .Select(row => $"{row.Event} by {row.Who}")
            .ToListAsync(Cancel);
    }
}
