using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Incidents;
using Redress.Web.Security;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features;

/// <summary>
/// Somebody can see another person's data: anybody says so, what leaks is hidden first, and who saw what is listed within
/// minutes. Each test hides parts of the product, so it has a host of its own.
/// </summary>
public sealed class IncidentTests(TestDatabases databases)
{
    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Somebody_without_an_account_says_so_and_nothing_is_kept_but_what_they_wrote(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var stranger = new Visitor(office.Stranger());
        stranger.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Marked/1.0");

        var page = await stranger.OpenAsync("/complain");
        await stranger.OpenAsync(page.QuerySelector("footer a[href^='/report-data']")!.GetAttribute("href")!);
        await stranger.SubmitAsync(("Form.Where", "in a letter"), ("Form.SeenOn.Day", "15"));
        Assert.Equal(["Say what you saw", "The day you saw it cannot be in the future"], stranger.Errors);
        Assert.Equal("in a letter", stranger.Page.QuerySelector("#Form_Where")!.GetAttribute("value"));
        var form = stranger.Page;
        await stranger.SubmitAsync(("Form.What", "A stranger's letter"), ("Form.SeenOn.Day", "14"));
        Assert.Equal("/report-data/sent", stranger.At.AbsolutePath);
        stranger.Return(form);
        await stranger.SubmitAsync(("Form.What", "A stranger's letter"), ("Form.SeenOn.Day", "14"));

        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var row = await context.History.SingleAsync(one => one.Stream == Streams.Incident, Cancel);
        Assert.Equal(("", "leak_reported", 1), (row.Who, row.Event, row.Sequence));
        Assert.DoesNotContain("stranger", row.Data, StringComparison.Ordinal);
        Assert.Equal(
            ["A stranger's letter", "in a letter"],
            await context
                .Words.Where(one => one.StreamId == row.StreamId)
                .OrderBy(one => one.Id)
                .Select(one => one.Text)
                .ToListAsync(Cancel)
        );
        Assert.Null((await office.Services.GetRequiredService<Verifier>().VerifyAsync(Cancel)).Altered);
        var lena = await (await office.VisitAsync("lena")).OpenAsync($"/incidents/{row.StreamId}");
        Assert.Contains("A stranger's letter", lena.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "To be told by 10:00, Thursday 17 April 2025",
            lena.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    /// <summary>That they pressed would tell when they were about.</summary>
    [Fact]
    public async Task Who_complained_without_being_known_is_nobody_here_too()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (reference, code) = await FollowTests.ComplainedAsync(office);
        var resident = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(resident, reference, code);

        var incident = await ReportAsync(resident, "/follow/complaint");

        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var row = await context.History.SingleAsync(one => one.StreamId == incident, Cancel);
        Assert.Equal("", row.Who);
        Assert.DoesNotContain((await office.CaseAsync(reference)).Id, row.Data, StringComparison.Ordinal);
    }

    /// <summary>What they wrote is evidence: changed afterwards, it is found.</summary>
    [Fact]
    public async Task Words_that_are_changed_afterwards_are_found()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var incident = await ReportAsync(await office.VisitAsync("lena"), "/calendar");
        await using var context = office.Services.GetRequiredService<Database>().NewContext();

        await context
            .Words.Where(row => row.StreamId == incident)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Text, "Nothing"), Cancel);

        var altered = (await office.Services.GetRequiredService<Verifier>().VerifyAsync(Cancel)).Altered;
        Assert.Equal(new AlteredRow(Streams.Incident, incident, 1), altered);
    }

    [Fact]
    public async Task The_page_they_came_from_stands_in_the_form_without_what_was_asked_for_or_opens_an_account()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var lena = await office.VisitAsync("lena");

        var page = await lena.OpenAsync("/search?q=Quill");
        Assert.Equal("/report-data?from=%2Fsearch", LinkOn(page));
        page = await lena.OpenAsync("/report-data?from=/search?q=Quill");
        Assert.Equal("/search", page.QuerySelector("#Form_Where")!.GetAttribute("value"));
        foreach (var elsewhere in (string[])["/choose-password/secret", "/account", "//evil.example", "Quill"])
        {
            page = await lena.OpenAsync($"/report-data?from={Uri.EscapeDataString(elsewhere)}");
            Assert.Equal("", page.QuerySelector("#Form_Where")!.GetAttribute("value") ?? "");
        }

        page = await new Visitor(office.Stranger()).OpenAsync("/choose-password/secret");
        Assert.Equal("/report-data", LinkOn(page));

        static string? LinkOn(AngleSharp.Html.Dom.IHtmlDocument page) =>
            page.QuerySelector("footer a[href^='/report-data']")!.GetAttribute("href");
    }

    [Fact]
    public async Task Twenty_strangers_are_heard_in_a_quarter_of_an_hour_and_the_next_keeps_what_they_wrote()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        using var program = office.Stranger();
        var said = new { what = "A letter", seen_on = "2025-04-14" };
        for (var one = 0; one < IncidentStore.MostByOutsiders; one++)
        {
            Assert.Equal(204, (await program.SendAsync("/api/v1/leaks", said)).Status);
        }

        Assert.Equal(429, (await program.SendAsync("/api/v1/leaks", said)).Status);
        var stranger = new Visitor(office.Stranger());
        await stranger.OpenAsync("/report-data");
        await stranger.SubmitAsync(("Form.What", "A stranger's letter"));
        Assert.Equal(HttpStatusCode.TooManyRequests, stranger.Status);
        Assert.Contains(
            "A stranger's letter",
            stranger.Page.QuerySelector("#Form_What")!.TextContent,
            StringComparison.Ordinal
        );
        await ReportAsync(await office.VisitAsync("amira"), "/calendar");
        var (shah, hers) = (new Visitor(office.Stranger()), await FollowTests.ComplainedAsync(office, named: true));
        await FollowTests.OpenAsync(shah, hers.Reference, hers.Code);
        await ReportAsync(shah, "/follow/complaint");
        office.Clock.Advance(TimeSpan.FromMinutes(15));
        await stranger.SubmitAsync();
        Assert.Equal("/report-data/sent", stranger.At.AbsolutePath);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_answers_for_it_hides_the_part_from_everybody_at_once_and_two_show_it_again(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var (cora, lena, dan) = (
            await office.VisitAsync("cora"),
            await office.VisitAsync("lena"),
            await office.VisitAsync("dan")
        );
        await cora.OpenAsync($"/cases/{logged.Reference}");
        Assert.Equal(HttpStatusCode.OK, cora.Status);

        var incident = await ReportAsync(dan, "/cases");

        var page = await cora.OpenAsync($"/cases/{logged.Reference}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, cora.Status);
        Assert.Contains("This part is closed for now", page.Body!.TextContent, StringComparison.Ordinal);
        using var program = await office.ProgramAsync("cora");
        var answer = await program.GetAsync($"/api/v1/cases/{logged.Reference}", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("hidden", JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.Code());
        await lena.OpenAsync("/search");
        Assert.Equal(HttpStatusCode.OK, lena.Status);
        var (reference, code) = await FollowTests.ComplainedAsync(office, named: true);
        await FollowTests.OpenAsync(new Visitor(office.Stranger()), reference, code);

        var hiding = $"/incidents/{incident}/hidings/1";
        await dan.OpenAsync(hiding);
        await dan.SubmitAsync();
        Assert.Equal(["Say why it can be shown again"], dan.Errors);
        await dan.SubmitAsync(("Why", "It was a test page."));
        page = await dan.OpenAsync(hiding);
        Assert.Null(page.QuerySelector("form[action$='handler=Agree']"));
        await lena.OpenAsync(hiding);
        var lenas = lena.Page;
        await lena.SubmitAsync("form[action$='handler=Agree']", []);
        Assert.Equal($"/incidents/{incident}", lena.At.AbsolutePath);
        await cora.OpenAsync($"/cases/{logged.Reference}");
        Assert.Equal(HttpStatusCode.OK, cora.Status);
        lena.Return(lenas);
        await lena.SubmitAsync("form[action$='handler=Agree']", []);
        Assert.Equal(["It is not hidden any more"], lena.Errors);

        using var dans = await office.ProgramAsync("dan");
        var api = $"/api/v1/incidents/{incident}/hidings";
        Assert.Equal(204, (await dans.SendAsync(api, new { part = "search" })).Status);
        Assert.Equal("hidden_already", (await dans.SendAsync(api, new { part = "search" })).Json.Code());
        Assert.Equal("not_proposed", (await dans.SendAsync($"{api}/2/agreement", new { })).Json.Code());
        Assert.Equal(204, (await dans.SendAsync($"{api}/2/proposal", new { why = "Mended." })).Status);
        Assert.Equal("proposed_by_you", (await dans.SendAsync($"{api}/2/agreement", new { })).Json.Code());
        await lena.OpenAsync("/search");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, lena.Status);
        using var lenasProgram = await office.ProgramAsync("lena");
        Assert.Equal(204, (await lenasProgram.SendAsync($"{api}/2/agreement", new { })).Status);
        await lena.OpenAsync("/search");
        Assert.Equal(HttpStatusCode.OK, lena.Status);
        Assert.Null((await office.Services.GetRequiredService<Verifier>().VerifyAsync(Cancel)).Altered);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_is_hidden_on_one_server_is_hidden_on_the_other_within_five_seconds_and_after_a_restart(
        Kind kind
    )
    {
        var place = await databases.CreateAsync(kind);
        await using var one = Started(place);
        await using var other = Started(place);
        var office = await Office.OpenAsync(one);
        var there = await (await Office.OpenAsync(other)).VisitAsync("cora");
        await there.OpenAsync("/cases");
        Assert.Equal(HttpStatusCode.OK, there.Status);

        await ReportAsync(await office.VisitAsync("lena"), "/cases");
        other.Clock.Advance(FiveSeconds);
        one.Clock.Advance(FiveSeconds);

        await there.OpenAsync("/cases");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, there.Status);
        await using var again = Started(place);
        var after = await (await Office.OpenAsync(again)).VisitAsync("cora");
        await after.OpenAsync("/cases");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, after.Status);

        static RedressHost Started(Installation place)
        {
            var host = new RedressHost(place);
            host.StartServer();
            return host;
        }
    }

    /// <summary>A stranger who could close what others work with would have found a way to stop the service.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Others_hide_the_one_case_they_name_and_nobody_keeps_anybody_else_from_theirs(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var (first, second) = (await office.LoggedAsync(), await office.LoggedAsync());
        var (shah, hers) = (new Visitor(office.Stranger()), await FollowTests.ComplainedAsync(office, named: true));
        var (other, theirs) = (new Visitor(office.Stranger()), await FollowTests.ComplainedAsync(office, named: true));
        await FollowTests.OpenAsync(shah, hers.Reference, hers.Code);
        await FollowTests.OpenAsync(other, theirs.Reference, theirs.Code);
        var cora = await office.VisitAsync("cora");

        await ReportAsync(new Visitor(office.Stranger()), $"/cases/{first.Reference}");
        await ReportAsync(new Visitor(office.Stranger()), $"/cases/{hers.Reference}");
        await ReportAsync(new Visitor(office.Stranger()), "/follow/complaint");
        await ReportAsync(new Visitor(office.Stranger()), "/cases");
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK],
            [
                await StatusAsync(cora, $"/cases/{first.Reference}"),
                await StatusAsync(cora, "/cases"),
                await StatusAsync(shah, "/follow/complaint"),
                await StatusAsync(other, "/follow/complaint"),
            ]
        );

        await ReportAsync(shah, "/follow/complaint");
        Assert.Equal(
            [HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK],
            [
                await StatusAsync(shah, "/follow/complaint"),
                await StatusAsync(other, "/follow/complaint"),
                await StatusAsync(cora, $"/cases/{hers.Reference}"),
                await StatusAsync(shah, "/complain/what"),
            ]
        );

        await ReportAsync(await office.VisitAsync("frank"), $"/cases/{first.Reference.ToLowerInvariant()}/history");
        Assert.Equal(
            [HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK],
            [
                await StatusAsync(cora, $"/cases/{first.Reference}"),
                await StatusAsync(cora, $"/cases/{first.Reference.ToLowerInvariant()}/owner"),
                await StatusAsync(cora, $"/cases/{second.Reference}"),
            ]
        );
    }

    /// <summary>
    /// PRIV-013, the drill: from the press to the whole list, among tens of thousands of looks. Ten minutes are promised.
    /// </summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_drill_takes_less_than_ten_minutes_and_the_list_is_complete(Kind kind)
    {
        const int People = 1_500;
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var cases = new List<Case>();
        for (var one = 0; one < 20; one++)
        {
            cases.Add(await office.LoggedAsync());
        }

        var readings = office.Services.GetRequiredService<Readings>();
        var before = office.Clock.Today;
        office.Clock.GoTo(before.AddDays(-3));
        await LookAsync(readings, cases, "early", 100);
        office.Clock.GoTo(before);
        await LookAsync(readings, cases, "reader", People);
        await readings.WriteAsync(Cancel);
        var lena = await office.VisitAsync("lena");

        var drill = Stopwatch.StartNew();
        var incident = await ReportAsync(lena, "/search");
        Assert.Equal($"/incidents/{incident}", lena.At.AbsolutePath);
        var page = lena.Page;
        var file = page.QuerySelector("a[href*='/looks?']")!.GetAttribute("href")!;
        var lines = (await lena.Http.GetStringAsync(new Uri(file, UriKind.Relative), Cancel)).Split("\r\n");
        drill.Stop();

        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: {drill.Elapsed} for {People * cases.Count} looks");
        Assert.InRange(drill.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        var listed = lines[1..^1]
            .Select(line => line.Split("\",\""))
            .Select(cells => $"{cells[1]} {cells[2]}")
            .ToList();
        Assert.Equal(listed.Count, listed.Distinct().Count());
        var expected = cases.SelectMany(one =>
            Enumerable.Range(0, People).Select(reader => $"reader{reader} {one.Reference}")
        );
        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Contains($"Looks: {People * cases.Count}.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_list_is_of_a_period_of_one_case_and_of_residents_or_staff(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var (reference, code) = await FollowTests.ComplainedAsync(office, named: true);
        await FollowTests.OpenAsync(new Visitor(office.Stranger()), reference, code);
        using var cora = await office.ProgramAsync("cora");
        await cora.GetAsync($"/api/v1/cases/{logged.Reference}", Cancel);
        var incident = await ReportAsync(await office.VisitAsync("lena"), "/letters");
        using var lena = await office.ProgramAsync("lena");

        Assert.Equal(["cora see_case " + logged.Reference], await LooksAsync(lena, incident, ""));
        Assert.Equal(["resident follow_case " + reference], await LooksAsync(lena, incident, "by=residents"));
        Assert.Equal(2, (await LooksAsync(lena, incident, "by=everybody")).Count);
        Assert.Equal(
            ["resident follow_case " + reference],
            await LooksAsync(lena, incident, $"by=everybody&case={reference}")
        );
        Assert.Empty(await LooksAsync(lena, incident, "by=everybody&until=2025-04-13&from=2025-04-01"));
        var wrong = await lena.GetAsync($"/api/v1/incidents/{incident}/looks?case=nosuch", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    /// <summary>Row M26 of the matrix: an administrator sees who, when and what for, and nothing of what.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_administrator_sees_who_looked_and_when_and_not_at_what(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var (logged, other) = (await office.LoggedAsync(), await office.LoggedAsync());
        await (await office.VisitAsync("cora")).OpenAsync($"/cases/{logged.Reference}");
        await (await office.VisitAsync("cora")).OpenAsync($"/cases/{other.Reference}");
        var incident = await ReportAsync(await office.VisitAsync("amira"), $"/cases/{logged.Reference}");
        var (dan, lena) = (await office.VisitAsync("dan"), await office.VisitAsync("lena"));

        foreach (var (who, sees) in ((Visitor, bool)[])[(lena, true), (dan, false)])
        {
            var page = await who.OpenAsync($"/incidents/{incident}");
            var file = page.QuerySelector("a[href*='/looks?']")!.GetAttribute("href")!;
            var lines = await who.Http.GetStringAsync(new Uri(file, UriKind.Relative), Cancel);
            foreach (var told in (string[])[page.Body!.TextContent, lines])
            {
                Assert.Contains("Cora Bell", told, StringComparison.Ordinal);
                Assert.Equal(sees, told.Contains(logged.Reference, StringComparison.Ordinal));
            }

            Assert.Equal(sees, page.Body.TextContent.Contains("A stranger's letter", StringComparison.Ordinal));
            Assert.Contains($"Looks: {(sees ? 1 : 2)}.", page.Body.TextContent, StringComparison.Ordinal);
        }

        await lena.OpenAsync($"/incidents/{incident}");
        var all = await lena.SubmitAsync("main form[method=get]", [("Case", "")]);
        Assert.Contains("Looks: 2.", all.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", all.QuerySelector("#Case")!.GetAttribute("value") ?? "");
        var ada = await office.VisitAsync("ada");
        await ada.OpenAsync($"/incidents/{incident}");
        Assert.Equal(HttpStatusCode.OK, ada.Status);
        await ada.OpenAsync($"/incidents/{incident}/hidings");
        Assert.Equal(HttpStatusCode.Forbidden, ada.Status);
    }

    /// <summary>Rule D1: whom a complaint is about does not learn of it here either, whatever they lead.</summary>
    [Fact]
    public async Task Whom_a_complaint_is_about_does_not_find_it_in_the_list()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (about, another) = (await office.LoggedAsync(), await office.LoggedAsync());
        await office.DoAsync(about, (c, desk) => Subjects.Name(c, "lena", "He says so.", desk.Today));
        using var ben = await office.ProgramAsync("cora");
        await ben.GetAsync($"/api/v1/cases/{about.Reference}", Cancel);
        await ben.GetAsync($"/api/v1/cases/{another.Reference}", Cancel);
        var incident = await ReportAsync(await office.VisitAsync("dan"), "/letters");

        using var lena = await office.ProgramAsync("lena");
        Assert.Equal(["cora see_case " + another.Reference], await LooksAsync(lena, incident, ""));
        var wrong = await lena.GetAsync($"/api/v1/incidents/{incident}/looks?case={about.Reference}", Cancel);
        var none = await lena.GetAsync($"/api/v1/incidents/{incident}/looks?case=nosuch", Cancel);
        Assert.Equal(none.StatusCode, wrong.StatusCode);
        Assert.Equal(await ErrorsAsync(none), await ErrorsAsync(wrong));

        static async Task<string> ErrorsAsync(HttpResponseMessage answer) =>
            JsonDocument
                .Parse(await answer.Content.ReadAsStringAsync(Cancel))
                .RootElement.GetProperty("errors")
                .GetRawText();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_72_hours_end_with_a_day_or_with_a_reason_and_both_are_kept(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var lena = await office.VisitAsync("lena");
        var incident = await ReportAsync(lena, "/calendar");
        var here = $"/incidents/{incident}/commissioner";
        await lena.OpenAsync(here);
        await lena.SubmitAsync();
        Assert.Equal(["Say what was decided"], lena.Errors);
        await lena.SubmitAsync(("Form.Told", "False"));
        Assert.Equal(["Say why they need not be told"], lena.Errors);
        var page = await lena.SubmitAsync(("Form.WhyNot", "It was their own letter."));
        Assert.Contains("It was their own letter.", page.Body!.TextContent, StringComparison.Ordinal);
        office.Clock.Advance(TimeSpan.FromHours(49));
        await lena.OpenAsync(here);
        await lena.SubmitAsync(("Form.Told", "True"), ("Form.On.Day", "13"));
        Assert.Equal(["The day they were told is before the report"], lena.Errors);
        page = await lena.SubmitAsync(("Form.On.Day", "16"));
        Assert.Contains("Told on Wednesday 16 April 2025", page.Body!.TextContent, StringComparison.Ordinal);
        using var program = await office.ProgramAsync("lena");
        var (status, json, _) = await program.SendAsync(
            $"/api/v1{here}",
            new { told = false, why_not = "It was nothing." }
        );
        Assert.Equal((409, "told_already"), (status, json.Code()));
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.Equal(
            ["leak_reported", "commissioner_not_needed", "commissioner_told"],
            await context
                .History.Where(row => row.StreamId == incident)
                .OrderBy(row => row.Sequence)
                .Select(row => row.Event)
                .ToListAsync(Cancel)
        );
    }

    [Theory]
    [InlineData("Ann", "\"Ann\"")]
    [InlineData("=HYPERLINK(\"http://evil.example\")", "\"'=HYPERLINK(\"\"http://evil.example\"\")\"")]
    [InlineData("+44", "\"'+44\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData(" =1", "\"' =1\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData(null, "\"\"")]
    public void No_cell_is_a_formula(string? value, string cell) => Assert.Equal(cell, CsvCell.Of(value));

    private static async Task LookAsync(Readings readings, List<Case> cases, string name, int people)
    {
        for (var reader = 0; reader < people; reader++)
        {
            var who = new CurrentPerson($"{name}{reader}", "", new HashSet<Role> { Role.ComplaintsTeam });
            foreach (var one in cases)
            {
                await readings.NoteAsync(who, one.Id, Cancel);
            }
        }
    }

    private static async Task<IReadOnlyList<string>> LooksAsync(HttpClient program, string incident, string query)
    {
        var answer = await program.GetStringAsync($"/api/v1/incidents/{incident}/looks?{query}", Cancel);
        var json = JsonDocument.Parse(answer).RootElement;
        var looks = json.GetProperty("looks").EnumerateArray().ToList();
        Assert.Equal(json.GetProperty("count").GetInt32(), looks.Count);
        return [.. looks.Select(one => $"{one.GetProperty("who")} {one.GetProperty("for")} {one.GetProperty("case")}")];
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string address)
    {
        await visitor.OpenAsync(address);
        return visitor.Status;
    }

    /// <summary>They say so in the form, and its key is the incident's id.</summary>
    private static async Task<string> ReportAsync(Visitor visitor, string where)
    {
        var page = await visitor.OpenAsync("/report-data");
        var key = page.QuerySelector("input[name=Key]")!.GetAttribute("value")!;
        await visitor.SubmitAsync(("Form.What", "A stranger's letter"), ("Form.Where", where));
        var incident = Guid.Parse(key, CultureInfo.InvariantCulture).ToString("N");
        Assert.Contains(visitor.At.AbsolutePath, (string[])["/report-data/sent", $"/incidents/{incident}"]);
        return incident;
    }
}
