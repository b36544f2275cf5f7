using System.Net;
using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Each test hands over all that somebody has, so it has a host of its own.</summary>
public sealed class HandOverTests(TestDatabases databases)
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Ticked_cases_go_to_a_colleague_in_one_act_and_what_they_may_not_have_is_named(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var (one, other, not) = (await office.LoggedAsync(), await office.LoggedAsync(), await office.LoggedAsync());
        var decidedByBen = await DecidedAsync(office, by: "ben");
        var lena = await office.VisitAsync("lena");

        await lena.OpenAsync("/cases?whose=All");
        foreach (
            var tick in lena.Page.QuerySelectorAll("input[name=case]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>()
        )
        {
            tick.IsChecked = tick.Value != not.Reference;
        }

        await lena.SubmitAsync("form[action='/cases/owners']", []);
        Assert.Equal(["Choose at least one colleague"], (await SentAsync(lena)).Errors);
        var form = lena.Page;
        var page = await lena.SubmitAsync(("Form.To", "ben"));

        Assert.Equal(["Given: 2", "Left where they were: 1"], Headings(page));
        Assert.Contains(
            page.QuerySelectorAll("main li").Select(item => item.TextContent),
            text =>
                text.Contains(decidedByBen.Reference, StringComparison.Ordinal)
                && text.Contains("decided", StringComparison.Ordinal)
        );
        foreach (var given in new[] { one, other })
        {
            var now = await office.CaseAsync(given);
            Assert.Equal("ben", Assert.IsType<Assigned>(now.History[^1].Event).Handler);
            Assert.Equal("lena", now.History[^1].Who);
            Assert.Equal("ben", (await office.RowAsync(given)).OwnerId);
        }

        Assert.Equal("amira", (await office.RowAsync(not)).OwnerId);
        lena.Return(form);
        await lena.SubmitAsync(("Form.To", "ben"));
        Assert.Equal("/cases", lena.At.AbsolutePath);
        Assert.Equal(one.Version + 1, (await office.CaseAsync(one)).Version);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task All_cases_of_somebody_away_are_handed_over_and_each_resident_is_written_to(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var mailed = await NamedAsync(office, "Zoë Price", "zoe@example.com");
        var posted = await NamedAsync(office, "Sam Lee", email: null);
        var nameless = await office.LoggedAsync();
        await office.DoAsync(nameless, (c, desk) => Assignment.Decide(c, new("ben"), desk.Rules, desk.Today), "lena");
        var hers = await office.LoggedAsync();
        var lena = await office.VisitAsync("lena");

        var team = await lena.OpenAsync("/staff");
        Assert.Contains("3", Row(team, "Amira Khan"), StringComparison.Ordinal);
        var page = await lena.OpenAsync(team.QuerySelector("a[href='/staff/amira/absence']")!.GetAttribute("href")!);
        Assert.Contains("Dear ", page.QuerySelector(".app-letter")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[name='Form.To'][value=amira]"));
        page = await lena.SubmitAsync(("Form.To", "lena"));

        Assert.Equal(["Given: 3"], Headings(page));
        foreach (
            var (given, channel, name) in new[]
            {
                (mailed, Channel.Letter, "Zoë Price"),
                (posted, Channel.Letter, "Sam Lee"),
            }
        )
        {
            var now = await office.CaseAsync(given);
            Assert.Equal("lena", Assert.IsType<Assigned>(now.History[^2].Event).Handler);
            var letter = Assert.IsType<LetterWritten>(now.History[^1].Event);
            Assert.Equal(channel, letter.Channel);
            var text = await office.TextAsync(now, letter.Text);
            Assert.StartsWith($"Dear {name},", text, StringComparison.Ordinal);
            Assert.Contains("Lena Novak has your case", text, StringComparison.Ordinal);
            Assert.Contains("lena@vale.example", text, StringComparison.Ordinal);
            Assert.Contains(given.Reference, text, StringComparison.Ordinal);
        }

        Assert.IsType<Assigned>((await office.CaseAsync(hers)).History[^1].Event);
        Assert.Equal("ben", (await office.RowAsync(nameless)).OwnerId);
        Assert.Contains(
            "No cases here",
            (await lena.OpenAsync("/staff/amira/absence")).Body!.TextContent,
            StringComparison.Ordinal
        );
        await lena.OpenAsync("/staff/nobody/absence");
        Assert.Equal(HttpStatusCode.NotFound, lena.Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_does_the_same_and_sent_again_changes_nothing(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var named = await NamedAsync(office, "Zoë Price", "zoe@example.com");
        var logged = await office.LoggedAsync();
        var lena = await office.ProgramAsync("lena");
        string[] toBen = ["ben"];
        string[] withDan = ["ben", "dan"];

        Assert.Equal(["cases", "to"], (await lena.SendAsync("/api/v1/cases/owners", new { })).Json.Fields());
        Assert.Equal(
            ["to"],
            (await lena.SendAsync("/api/v1/staff/amira/absence", new { to = Array.Empty<string>() })).Json.Fields()
        );
        Assert.Equal(["to"], (await lena.SendAsync("/api/v1/staff/amira/absence", new { to = withDan })).Json.Fields());
        Assert.Equal(["to"], (await lena.SendAsync("/api/v1/staff/amira/absence", new { to = "ben" })).Json.Fields());
        Assert.Equal(404, (await lena.SendAsync("/api/v1/staff/nobody/absence", new { to = toBen })).Status);
        var away = new { to = new[] { "ben", "lena" }, tell = true };
        var (status, json, _) = await lena.SendAsync("/api/v1/staff/amira/absence", away);

        Assert.Equal((200, 2), (status, json.GetProperty("given").GetArrayLength()));
        Assert.Equal(
            ["ben", "lena"],
            json.GetProperty("given").EnumerateArray().Select(one => one.GetProperty("to").GetString()).Order()
        );
        Assert.IsType<LetterWritten>((await office.CaseAsync(named)).History[^1].Event);
        Assert.Equal(
            0,
            (await lena.SendAsync("/api/v1/staff/amira/absence", away)).Json.GetProperty("given").GetArrayLength()
        );

        var back = new { cases = new[] { named.Reference, logged.Reference, "none" }, to = new[] { "amira" } };
        Assert.Equal(
            2,
            (await lena.SendAsync("/api/v1/cases/owners", back)).Json.GetProperty("given").GetArrayLength()
        );
        var again = (await lena.SendAsync("/api/v1/cases/owners", back)).Json;
        Assert.Equal(
            ["already_theirs", "already_theirs"],
            again.GetProperty("left").EnumerateArray().Select(one => one.Code())
        );
        Assert.Equal("amira", (await office.RowAsync(named)).OwnerId);
    }

    [Fact]
    public async Task Only_who_runs_the_team_hands_over()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        await office.LoggedAsync();
        var amira = await office.VisitAsync();

        Assert.Null((await amira.OpenAsync("/cases")).QuerySelector("input[name=case]"));
        foreach (var address in new[] { "/staff", "/staff/ben/absence", "/cases/owners" })
        {
            await amira.OpenAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, amira.Status);
        }
    }

    private static async Task<Visitor> SentAsync(Visitor visitor)
    {
        await visitor.SubmitAsync();
        return visitor;
    }

    private static IEnumerable<string> Headings(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll("main h2").Select(heading => heading.TextContent);

    private static string Row(AngleSharp.Dom.IDocument page, string name) =>
        page.QuerySelectorAll("main tbody tr")
            .Select(row => row.TextContent)
            .Single(text => text.Contains(name, StringComparison.Ordinal));

    private static async Task<Case> NamedAsync(Office office, string name, string? email)
    {
        var (status, json, _) = await (await office.ProgramAsync()).SendAsync(
            "/api/v1/cases",
            new
            {
                kind = "complaint",
                received_on = $"{office.Clock.Today:yyyy-MM-dd}",
                channel = "phone",
                tenure = "general_needs",
                name,
                email,
                address = "1 High Street",
                summary = "The lift is broken",
                handler = "amira",
            }
        );
        Assert.Equal(201, status);
        return await office.CaseAsync(json.GetProperty("reference").GetString()!);
    }

    /// <summary>A complaint at stage 2 whose stage 1 was answered by that person; nobody has it yet.</summary>
    private static async Task<Case> DecidedAsync(Office office, string by)
    {
        var answered = await office.DoAsync(
            await office.AcknowledgedAsync(),
            (c, desk) =>
                Response.Decide(
                    c,
                    new(desk.Today, Channel.Email, "Dear resident, you were right.", Finding.Upheld),
                    by,
                    desk.Rules,
                    desk.Today
                ),
            by
        );
        return await office.DoAsync(
            answered,
            (c, desk) => Escalation.Decide(c, new EscalationRequest(desk.Today), desk.Rules, desk.Today)
        );
    }
}
