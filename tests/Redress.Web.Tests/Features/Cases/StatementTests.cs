using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Redress.Core.Cases;
using Redress.Web.Background;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Whom a complaint is about is heard, and reads what was released to them and nothing else of the case: rule D2.</summary>
public sealed class StatementTests(TestDatabases databases) : IAsyncLifetime
{
    private const StringComparison Ordinal = StringComparison.Ordinal;
    private const string Extract = "He shouted at me on the stairs.";

    private readonly SmtpServer server = new();
    private MailHost? host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task She_chooses_what_he_reads_and_he_answers_without_seeing_the_case(Kind kind)
    {
        var office = await OpenAsync(kind);
        var about = await AboutBenAsync(office);
        var (amira, ben) = (await office.VisitAsync(), await office.VisitAsync("ben"));
        var due = (await office.RowAsync(about)).NextDueOn;

        await amira.OpenAsync($"/cases/{about.Reference}/statements");
        await amira.SubmitAsync(("Form.Support", ""));
        Assert.Equal(["Enter what you ask them"], amira.Errors);
        await amira.SubmitAsync(("Form.Questions", "Did you raise your voice?"));
        Assert.Equal(["Enter what support you offer them"], amira.Errors);
        await amira.SubmitAsync(
            ("Form.Support", "Your union: 01632 960 002"),
            ("Form.Extracts[0]", $"In {about.Reference} she says so.")
        );
        Assert.StartsWith("The reference of the case stands", Assert.Single(amira.Errors), Ordinal);
        await amira.SubmitAsync(("Form.Extracts[0]", "Mrs Quillfeather says so."));
        Assert.StartsWith("The name of somebody who complains stands", Assert.Single(amira.Errors), Ordinal);
        Assert.NotNull(amira.Page.QuerySelector("input[name='Form.ReleasesNames']"));
        var page = await amira.SubmitAsync(
            "button[formaction='?handler=More']",
            [("Form.Extracts[0]", Extract), ("Form.Extracts[1]", "My neighbour heard it.")]
        );
        Assert.Equal("Did you raise your voice?", page.QuerySelector("[name='Form.Questions']")!.TextContent.Trim());
        page = await amira.SubmitAsync(("Form.Extracts[2]", "It was not the first time."));
        Assert.Contains("They are asked, and were told so by email", page.Body!.TextContent, Ordinal);
        Assert.Contains("Asked Ben Okafor for a statement by", page.Body.TextContent, Ordinal);
        Assert.Equal(due, (await office.RowAsync(about)).NextDueOn);

        // The email and all that he reads hold what was released, and nothing that leads to the case.
        var mail = Assert.Single(server.Taken);
        Assert.Equal("ben@vale.example", mail.To);
        AssertNothingOf(about, mail.Raw);
        page = await ben.OpenAsync("/");
        Assert.NotNull(page.QuerySelector("main a[href='/statements']"));
        AssertNothingOf(about, page.DocumentElement.OuterHtml);
        page = await ben.OpenAsync("/statements");
        AssertNothingOf(about, page.DocumentElement.OuterHtml);
        page = await ben.OpenAsync(page.QuerySelector("main h2 a")!.GetAttribute("href")!);
        AssertNothingOf(about, page.DocumentElement.OuterHtml);
        foreach (
            var released in new[]
            {
                Extract,
                "My neighbour heard it.",
                "It was not the first time.",
                "Did you raise your voice?",
                "Your union: 01632 960 002",
                "17 April 2025",
            }
        )
        {
            Assert.Contains(released, page.Body!.TextContent, Ordinal);
        }

        await ben.SubmitAsync(("Form.Text", " "));
        Assert.Equal(["Write something first"], ben.Errors);
        await ben.SubmitAsync("button[formaction='?handler=Keep']", [("Form.Text", "I only")]);
        Assert.Equal("I only", ben.Page.QuerySelector("[name='Form.Text']")!.TextContent.Trim());
        Assert.Empty((await office.CaseAsync(about)).Statements[0].Said);
        var form = ben.Page;
        page = await ben.SubmitAsync(("Form.Text", "I only spoke up."));
        Assert.Contains("Your statement is sent", page.Body!.TextContent, Ordinal);
        Assert.Empty(page.QuerySelector("[name='Form.Text']")!.TextContent.Trim());
        ben.Return(form);
        page = await ben.SubmitAsync(("Form.Text", "I only spoke up."));
        Assert.Contains("You had sent this before", page.Body!.TextContent, Ordinal);
        await ben.SubmitAsync(("Form.Text", "And I am sorry."));
        AssertNothingOf(about, ben.Page.DocumentElement.OuterHtml);

        var statement = Assert.Single((await office.CaseAsync(about)).Statements);
        Assert.Equal((StatementState.Given, 2), (statement.State, statement.Said.Count));
        Assert.Equal("And I am sorry.", await office.TextAsync(about, statement.Said[1]));
        page = await amira.OpenAsync($"/cases/{about.Reference}/statements/1");
        Assert.Contains("I only spoke up.", page.Body!.TextContent, Ordinal);
        Assert.Equal("ben", (await office.CaseAsync(about)).History[^1].Who);
        Assert.Equal(0, (await office.Services.GetRequiredService<Rebuilder>().CompareAsync(Cancel)).Changed);

        // The front line takes down who it is about, and reads nothing of it afterwards.
        var frank = await office.VisitAsync("frank");
        page = await frank.OpenAsync($"/cases/{about.Reference}");
        Assert.DoesNotContain("I only spoke up", page.Body!.TextContent, Ordinal);
        Assert.DoesNotContain("Ben Okafor", page.Body.TextContent, Ordinal);
    }

    /// <summary>To everybody else, the lead included, a request is as one that never was; and to him the case stays so.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Nobody_else_opens_it_and_the_case_stays_out_of_his_sight(Kind kind)
    {
        var office = await OpenAsync(kind);
        var about = await AskedAsync(office, await AboutBenAsync(office));
        var request = about.Statements[0].Request;

        foreach (var who in new[] { "amira", "cora", "lena", "ada", "dan", "frank" })
        {
            var (pages, api) = (await office.VisitAsync(who), await office.ProgramAsync(who));
            await pages.OpenAsync($"/statements/{request}");
            Assert.Equal(HttpStatusCode.NotFound, pages.Status);
            Assert.Equal(404, (int)(await api.GetAsync(Address($"/api/v1/statements/{request}"), Cancel)).StatusCode);
            var answer = await api.SendAsync($"/api/v1/statements/{request}/answers", new { text = "Mine" });
            Assert.Equal(404, answer.Status);
            Assert.Equal("""{"statements":[]}""", await api.GetStringAsync(Address("/api/v1/statements"), Cancel));
        }

        var ben = await office.VisitAsync("ben");
        var program = await office.ProgramAsync("ben");
        foreach (var address in new[] { "", "/statements", "/statements/1", "/messages", "/response" })
        {
            await ben.OpenAsync($"/cases/{about.Reference}{address}");
            Assert.Equal(HttpStatusCode.NotFound, ben.Status);
        }

        foreach (
            var list in new[] { "/cases", "/asks", "/search?q=shouted", "/api/v1/cases", "/api/v1/search?q=shouted" }
        )
        {
            var http = list.StartsWith("/api", Ordinal) ? program : ben.Http;
            AssertNothingOf(about, await http.GetStringAsync(Address(list), Cancel));
        }

        Assert.Equal(
            404,
            (await program.SendAsync($"/api/v1/cases/{about.Reference}/statements", new { person = "ben" })).Status
        );
        Assert.Equal((await office.CaseAsync(about)).Version, about.Version);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Programs_ask_answer_and_withdraw_as_people_do(Kind kind)
    {
        var office = await OpenAsync(kind);
        var about = await AboutBenAsync(office);
        var (amira, ben) = (await office.ProgramAsync(), await office.ProgramAsync("ben"));
        var statements = $"/api/v1/cases/{about.Reference}/statements";
        object Body(string person) =>
            new
            {
                person,
                questions = "Did you?",
                extracts = new[] { Extract },
                support = "Your union",
            };

        Assert.Equal((409, "not_a_subject"), Coded(await amira.SendAsync(statements, Body("cora"))));
        Assert.Equal(400, (await amira.SendAsync(statements, new { person = "nobody" })).Status);
        var asked = await amira.SendAsync(statements, Body("ben"), "ask-1");
        var again = await amira.SendAsync(statements, Body("ben"), "ask-1");
        Assert.Equal((201, 201, asked.Location), (asked.Status, again.Status, again.Location));
        Assert.Single(server.Taken);
        Assert.Equal((409, "already_asked"), Coded(await amira.SendAsync(statements, Body("ben"))));

        var list = await ben.GetStringAsync(Address("/api/v1/statements"), Cancel);
        AssertNothingOf(about, list);
        var request = (await office.CaseAsync(about)).Statements[0].Request;
        var shown = await ben.GetStringAsync(Address($"/api/v1/statements/{request}"), Cancel);
        AssertNothingOf(about, shown);
        Assert.Contains(Extract, shown, Ordinal);
        Assert.Contains("\"answer_by\":\"2025-04-17\"", shown, Ordinal);

        var mine = $"/api/v1/statements/{request}";
        Assert.Equal((409, "nothing_said"), Coded(await ben.SendAsync($"{mine}/answers", new { text = " " })));
        Assert.Equal(201, (await ben.SendAsync($"{mine}/waiver", new { })).Status);
        Assert.Equal((409, "already_answered"), Coded(await ben.SendAsync($"{mine}/waiver", new { })));
        var said = await ben.SendAsync($"{mine}/answers", new { text = "After all." }, "say-1");
        AssertNothingOf(about, $"{said.Json} {said.Location}");
        Assert.Equal(201, (await ben.SendAsync($"{mine}/answers", new { text = "After all." }, "say-1")).Status);
        Assert.Single((await office.CaseAsync(about)).Statements[0].Said);

        var withdrawn = $"/api/v1/cases/{about.Reference}/withdrawn-statements";
        Assert.Equal((409, "nothing_said"), Coded(await amira.SendAsync(withdrawn, new { statement = 1 })));
        Assert.Equal(201, (await amira.SendAsync(withdrawn, new { statement = 1, reason = "It named her" })).Status);
        shown = await ben.GetStringAsync(Address(mine), Cancel);
        Assert.DoesNotContain(Extract, shown, Ordinal);
        Assert.Contains("After all.", shown, Ordinal);
        Assert.Equal((409, "no_longer_asked"), Coded(await ben.SendAsync($"{mine}/answers", new { text = "More" })));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_record_says_when_his_days_have_passed_and_what_is_open_of_a_disabled_account_is_withdrawn(
        Kind kind
    )
    {
        var office = await OpenAsync(kind);
        var (about, other) = (
            await AskedAsync(office, await AboutBenAsync(office)),
            await AskedAsync(office, await AboutBenAsync(office, "frank"), "frank")
        );
        await MorningAsync(office, new(2025, 4, 17));
        Assert.Equal(StatementState.Awaited, (await office.CaseAsync(about)).Statements[0].State);

        await DisableAsync(office, "frank");
        await MorningAsync(office, new(2025, 4, 22));
        var passed = await office.CaseAsync(about);
        Assert.Equal(("redress", true), (passed.History[^1].Who, passed.History[^1].Event is StatementPassed));
        var gone = await office.CaseAsync(other);
        Assert.Equal(
            (StatementState.Withdrawn, StatementWithdrawal.AccountDisabled),
            (gone.Statements[0].State, ((StatementWithdrawn)gone.History[^1].Event).Why)
        );
        await MorningAsync(office, new(2025, 4, 23));
        Assert.Equal(passed.Version, (await office.CaseAsync(about)).Version);

        var amira = await office.VisitAsync();
        var page = await amira.OpenAsync($"/cases/{about.Reference}");
        Assert.Contains("Ben Okafor did not answer in time. The work goes on", page.Body!.TextContent, Ordinal);
        await amira.OpenAsync($"/cases/{other.Reference}/statements");
        await amira.SubmitAsync(("Form.Questions", "Did you?"), ("Form.Person", "frank"));
        Assert.StartsWith("They cannot sign in", Assert.Single(amira.Errors), Ordinal);

        var ben = await office.VisitAsync("ben");
        await ben.OpenAsync($"/statements/{about.Statements[0].Request}");
        await ben.SubmitAsync(("Form.Text", "I was away."));
        Assert.Equal(StatementState.Given, (await office.CaseAsync(about)).Statements[0].State);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_answer_that_finds_against_him_unheard_goes_with_a_reason(Kind kind)
    {
        var office = await OpenAsync(kind);
        var about = await AboutBenAsync(office);
        var (amira, program) = (await office.VisitAsync(), await office.ProgramAsync());
        object Body(string? unheard) =>
            new
            {
                leaves = "sent",
                sent_on = $"{office.Clock.Today:yyyy-MM-dd}",
                channel = "letter",
                outcome = "upheld",
                letter = "We are sorry.",
                unheard,
            };

        var response = $"/api/v1/cases/{about.Reference}/response";
        Assert.Equal((409, "subject_not_heard"), Coded(await program.SendAsync(response, Body(null))));
        await amira.OpenAsync($"/cases/{about.Reference}/response");
        Assert.Contains("has not been heard yet", amira.Page.Body!.TextContent, Ordinal);
        (string, string)[] filled =
        [
            ("Form.Leaves", "Sent"),
            ("Form.Channel", "Letter"),
            ("Form.Outcome", "Upheld"),
            ("Form.Letter", "We are sorry."),
        ];
        await amira.SubmitAsync(filled);
        Assert.StartsWith("Whoever the complaint is about has not been heard", Assert.Single(amira.Errors), Ordinal);
        Assert.Equal("We are sorry.", amira.Page.QuerySelector("[name='Form.Letter']")!.TextContent.Trim());

        var heard = await AskedAsync(office, about);
        await office.DoAsync(
            heard,
            (c, desk) => Statements.Waive(c, heard.Statements[0].Request, "ben", desk.Today),
            "lena"
        );
        Assert.Equal((409, "resident_not_heard"), Coded(await program.SendAsync(response, Body(null))));
        await amira.OpenAsync($"/cases/{about.Reference}/response");
        await amira.SubmitAsync([.. filled, ("Form.Unheard", "She wants it today")]);
        var answered = await office.CaseAsync(about);
        var sent = Assert.IsType<Responded>(answered.History[^1].Event);
        Assert.Equal("She wants it today", await office.TextAsync(about, sent.Unheard!));

        // Sent: he can add nothing any more, and keeps what he has written.
        var ben = await office.VisitAsync("ben");
        await ben.OpenAsync($"/statements/{heard.Statements[0].Request}");
        Assert.Null(ben.Page.QuerySelector("[name='Form.Text']"));
        var page = await amira.OpenAsync($"/cases/{about.Reference}");
        Assert.Contains("Why it went though one side was not heard", page.Body!.TextContent, Ordinal);
    }

    [Fact]
    public async Task What_he_writes_while_the_answer_is_sent_is_refused_and_still_there_to_be_copied()
    {
        var office = await OpenAsync(Kind.Sqlite);
        var about = await AskedAsync(office, await AboutBenAsync(office));
        var ben = await office.VisitAsync("ben");
        await ben.OpenAsync($"/statements/{about.Statements[0].Request}");
        await office.DoAsync(about, (c, desk) => Statements.Withdraw(c, 1, "Not needed", desk.Today), "lena");

        await ben.SubmitAsync(("Form.Text", "A long day's work"));

        Assert.StartsWith("This is not asked any more", Assert.Single(ben.Errors), Ordinal);
        Assert.Equal("A long day's work", ben.Page.QuerySelector("[name='Form.Text']")!.TextContent.Trim());
    }

    /// <summary>Neither its reference, its id, who complained nor what it says: only what was released.</summary>
    private static void AssertNothingOf(Case about, string bytes)
    {
        foreach (var word in new[] { about.Reference, about.Id, "Quillfeather", "Scornfully", "lift" })
        {
            Assert.DoesNotContain(word, bytes, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Uri Address(string address) => new(address, UriKind.Relative);

    private static (int, string?) Coded((int Status, System.Text.Json.JsonElement Json, Uri? Location) answer) =>
        (answer.Status, answer.Json.Code());

    private async Task<Office> OpenAsync(Kind kind)
    {
        host = new MailHost(await databases.CreateAsync(kind), server.Port);
        host.StartServer();
        return await Office.OpenAsync(host);
    }

    /// <summary>Acknowledged, Amira's, of Mrs Quillfeather, and about somebody on whom two people agree.</summary>
    private static async Task<Case> AboutBenAsync(Office office, string who = "ben")
    {
        var logged = await office.AcknowledgedAsync();
        var joined = await (await office.ProgramAsync()).SendAsync(
            $"/api/v1/cases/{logged.Reference}/complainants",
            new { on = $"{office.Clock.Today:yyyy-MM-dd}", name = "Mrs Una Quillfeather" }
        );
        Assert.Equal(201, joined.Status);
        var named = await office.DoAsync(
            await office.CaseAsync(logged),
            (c, desk) => Subjects.Name(c, who, "Scornfully, she says.", desk.Today)
        );
        return await office.DoAsync(named, (c, desk) => Subjects.Confirm(c, who, "lena", desk.Today), "lena");
    }

    private static async Task<Case> AskedAsync(Office office, Case about, string who = "ben") =>
        await office.DoAsync(
            about,
            (c, desk) =>
                Statements.Ask(
                    c,
                    new(Ids.NewStatement(), who, "Did you?", [Extract], "Your union"),
                    desk.Rules,
                    desk.Today
                )
        );

    private static async Task MorningAsync(Office office, DateOnly day)
    {
        office.Clock.GoTo(day);
        await office.Services.GetServices<IHostedService>().OfType<PassedStatementsJob>().Single().RunAsync(Cancel);
    }

    private static async Task DisableAsync(Office office, string who)
    {
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var person = await context.Users.SingleAsync(one => one.Id == who, Cancel);
        person.DisabledAt = office.Clock.GetUtcNow().UtcDateTime;
        await context.SaveChangesAsync(Cancel);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
    }
}
