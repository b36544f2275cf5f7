using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Each test looks at its own landlord's list, so it has a host of its own.</summary>
public sealed class DueSoonTests(TestDatabases databases)
{
    // Acknowledged on Monday 14 April 2025, the answer is due on Wednesday 30 April. Logged only, the acknowledgement is
    // due on Wednesday 23 April.
    private static readonly DateOnly Thu24Apr = new(2025, 4, 24);
    private static readonly DateOnly Fri25Apr = new(2025, 4, 25);
    private static readonly DateOnly Mon28Apr = new(2025, 4, 28);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_letter_is_begun_in_its_row_left_and_found_again_by_whoever_goes_on(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var (office, answer, acknowledgement) = await DueAsync(hosts, kind);
        var (amira, cora) = (await office.VisitAsync(), await office.VisitAsync("cora"));

        // Not yet: four working days are left.
        office.Clock.GoTo(Thu24Apr);
        Assert.Equal([acknowledgement.Reference], References(await amira.OpenAsync("/cases/due-soon")));
        office.Clock.GoTo(Fri25Apr);
        var list = await amira.OpenAsync("/cases/due-soon");
        Assert.Equal([acknowledgement.Reference, answer.Reference], References(list));
        Assert.Empty(References(await cora.OpenAsync("/cases/due-soon")));

        await amira.OpenAsync("/cases/due-soon?whose=All");
        var page = await amira.SubmitAsync($"form[action^='/cases/{answer.Reference}/response'] button", []);
        Assert.StartsWith($"/cases/{answer.Reference}/response", amira.At.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("This is our answer at stage 1.", Letter(page), StringComparison.Ordinal);
        Assert.Contains("Draft kept by Amira Khan on Friday 25 April 2025", Body(page), StringComparison.Ordinal);

        // She leaves it, and it is on the other list, on its case, and in the box of whoever opens it.
        Assert.Equal([acknowledgement.Reference], References(await amira.OpenAsync("/cases/due-soon")));
        Assert.Equal([answer.Reference], References(await amira.OpenAsync("/cases/due-soon?begun=true")));
        Assert.Contains("Draft kept by", Body(await amira.OpenAsync("/cases/due-soon?begun=true")), Ordinal);
        Assert.Contains("draft kept by Amira Khan", Body(await cora.OpenAsync($"/cases/{answer.Reference}")), Ordinal);
        await amira.OpenAsync("/cases/due-soon?begun=true");
        await amira.OpenAsync(amira.Page.QuerySelector("a.app-row-acts__main")!.GetAttribute("href")!);
        page = await amira.SubmitAsync(Keep, [("Form.Letter", "Dear Sam, half an answer"), ("Form.Outcome", "Upheld")]);
        Assert.Equal("/cases/due-soon?whose=Mine&begun=true", amira.At.PathAndQuery);
        Assert.Contains("The draft is kept", page.Body!.TextContent, Ordinal);
        page = await cora.OpenAsync($"/cases/{answer.Reference}/response");
        Assert.Equal("Dear Sam, half an answer", Letter(page));
        Assert.True(page.QuerySelector("input[value=Upheld]")!.IsChecked());
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_two_who_write_the_same_letter_the_second_is_told_and_loses_nothing(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var (office, answer, _) = await DueAsync(hosts, kind);
        var (amira, cora) = (await office.VisitAsync(), await office.VisitAsync("cora"));
        var address = $"/cases/{answer.Reference}/response";
        await amira.OpenAsync(address);
        await cora.OpenAsync(address);

        await cora.SubmitAsync(Keep, [("Form.Letter", "What Cora wrote")]);
        var page = await amira.SubmitAsync(Keep, [("Form.Letter", "What Amira wrote")]);
        Assert.StartsWith("Somebody kept a draft of this letter", Assert.Single(amira.Errors), Ordinal);
        Assert.Equal("What Amira wrote", Letter(page));
        Assert.Contains("What Cora wrote", page.QuerySelector(".govuk-details")!.TextContent, Ordinal);
        Assert.Contains("Cora Bell", page.QuerySelector(".govuk-inset-text")!.TextContent, Ordinal);

        // Told once, she may put hers in its place; and then it is Cora who must not send without knowing.
        await amira.SubmitAsync(Keep, []);
        Assert.Equal($"/cases/{answer.Reference}", amira.At.PathAndQuery);
        await cora.OpenAsync(address);
        await amira.OpenAsync(address);
        await amira.SubmitAsync(Keep, [("Form.Letter", "What Amira wrote last")]);
        (string, string)[] sent = [("Form.Outcome", "Upheld"), ("Form.Leaves", "Sent"), ("Form.Channel", "Email")];
        await cora.SubmitAsync(sent);
        Assert.StartsWith("Somebody kept a draft of this letter", Assert.Single(cora.Errors), Ordinal);
        Assert.Null((await office.CaseAsync(answer)).CurrentStage.RespondedOn);

        await amira.OpenAsync(address);
        await cora.SubmitAsync([.. sent, ("Form.Letter", "What both wrote")]);
        var answered = await office.CaseAsync(answer);
        Assert.Equal(
            "What both wrote",
            await office.TextAsync(answer, ((Responded)answered.History[^1].Event).Letter!)
        );
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.Empty(await context.LetterDrafts.ToListAsync(Cancel));
        await amira.SubmitAsync(Keep, [("Form.Letter", "Too late")]);
        Assert.Equal(["This letter is written or sent already, or the case has moved on"], amira.Errors);
    }

    /// <summary>Nobody sends it now; its words may be needed for another letter.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_draft_of_a_letter_that_can_be_sent_no_more_is_there_to_be_read_and_says_why(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        var about = await office.AcknowledgedAsync();
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{about.Reference}/response");
        var words = $"Dear Ms Shaw, {new string('x', 2_000)} yours";
        await amira.SubmitAsync("button[formaction$='Keep']", [("Form.Letter", words)]);
        await office.DoAsync(
            await office.CaseAsync(about),
            (c, desk) => Withdrawal.Decide(c, new(desk.Today, WithdrawalMethod.Phone, "It was mended."), desk.Today)
        );

        var page = await amira.OpenAsync($"/cases/{about.Reference}/response");

        Assert.Equal($"/cases/{about.Reference}", amira.At.AbsolutePath);
        Assert.Contains("It cannot be sent any more: the case is withdrawn.", Body(page), Ordinal);
        Assert.Equal(words, page.QuerySelector(".app-draft .app-said")!.TextContent);
        Assert.DoesNotContain("Go on with it", Body(page), Ordinal);
        var frank = await office.VisitAsync("frank");
        Assert.DoesNotContain("yours", Body(await frank.OpenAsync($"/cases/{about.Reference}")), Ordinal);
    }

    [Fact]
    public async Task An_empty_draft_is_not_kept_and_one_too_long_names_its_field()
    {
        await using var hosts = new RedressHosts(databases);
        var (office, _, logged) = await DueAsync(hosts, Kind.Sqlite);
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{logged.Reference}/acknowledgement");

        await amira.SubmitAsync(Keep, [("Form.Letter", " ")]);
        Assert.Equal(["Enter what the letter says so far"], amira.Errors);
        await amira.SubmitAsync(Keep, [("Form.Letter", new string('x', 100_001))]);
        Assert.Equal("#Form_Letter", amira.Page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        await amira.SubmitAsync(Keep, [("Form.Letter", "Dear Sam")]);

        Assert.Equal("Dear Sam", Letter(await amira.OpenAsync($"/cases/{logged.Reference}/acknowledgement")));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Somebody_is_asked_in_the_row_and_what_is_late_shows(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var (office, answer, _) = await DueAsync(hosts, kind);
        var (amira, frank) = (await office.VisitAsync(), await office.VisitAsync("frank"));
        office.Clock.GoTo(Fri25Apr);

        await amira.OpenAsync("/cases/due-soon?whose=All");
        await amira.OpenAsync(LinkTo(amira, $"/cases/{answer.Reference}/asks"));
        await amira.SubmitAsync(("Form.What", "When did they ring?"), ("Form.Of", "frank"), ("Form.Service", "Lifts"));
        Assert.Equal(["Choose a colleague or enter a service, not both: ask each by itself"], amira.Errors);
        var list = await amira.SubmitAsync(("Form.Service", ""));
        Assert.Equal("/cases/due-soon?whose=All", amira.At.PathAndQuery);
        Assert.Contains("Waits for Frank Lowe", Flat(list.QuerySelector(".app-waiting")!), Ordinal);
        Assert.Contains("in 1 working day", Flat(list.QuerySelector(".app-waiting")!), Ordinal);
        await amira.OpenAsync($"/cases/{answer.Reference}/asks");
        await amira.SubmitAsync(("Form.What", "When can you come?"), ("Form.Service", "Arden Lifts"));

        // No clock has stopped, and two days later everybody sees what is late.
        office.Clock.GoTo(new DateOnly(2025, 4, 29));
        list = await amira.OpenAsync("/cases/due-soon");
        Assert.Contains(answer.Reference, References(list));
        Assert.Equal(2, list.QuerySelectorAll(".app-waiting .app-due--late").Length);
        Assert.Equal(2, (await amira.OpenAsync($"/cases/{answer.Reference}")).QuerySelectorAll(".app-waiting").Length);
        var owed = await frank.OpenAsync("/asks");
        Assert.Contains("Asked of you (1)", Body(owed), Ordinal);
        Assert.Contains("1 working day late", Body(owed), Ordinal);
        Assert.Contains("You wait for (2)", Body(await amira.OpenAsync("/asks")), Ordinal);

        await frank.OpenAsync(LinkTo(frank, $"/cases/{answer.Reference}/asks/1"));
        await frank.SubmitAsync(("Form.Said", " "));
        Assert.Equal(["Enter what they said, or why it is given up"], frank.Errors);
        await frank.SubmitAsync(("Form.Said", "On the 9th, at noon."));
        Assert.Equal("/asks", frank.At.PathAndQuery);
        await amira.OpenAsync($"/cases/{answer.Reference}/asks/2");
        await amira.SubmitAsync(("Form.Fate", "GivenUp"), ("Form.Said", "Nobody answers the telephone."));
        var settled = await office.CaseAsync(answer);
        Assert.Equal("On the 9th, at noon.", await office.TextAsync(answer, settled.Asks[0].Answer!));
        Assert.Equal("Nobody answers the telephone.", await office.TextAsync(answer, settled.Asks[1].GivenUpBecause!));
        Assert.Empty((await amira.OpenAsync("/cases/due-soon")).QuerySelectorAll(".app-waiting"));
        Assert.Contains("Nobody waits for you.", Body(await frank.OpenAsync("/asks")), Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Extending_shows_the_letter_before_it_goes_and_comes_back_to_the_list(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var (office, answer, _) = await DueAsync(hosts, kind);
        var amira = await office.VisitAsync();
        office.Clock.GoTo(Mon28Apr);
        await amira.OpenAsync("/cases/due-soon");
        await amira.OpenAsync(LinkTo(amira, $"/cases/{answer.Reference}/extension"));
        (string, string)[] filled =
        [
            ("Form.Until.Day", "14"),
            ("Form.Until.Month", "5"),
            ("Form.Until.Year", "2025"),
            ("Form.Reason", "The engineer comes on 6 May."),
            ("Form.Leaves", "Post"),
            ("Form.OmbudsmanDetails", "true"),
        ];

        var page = await amira.SubmitAsync([.. filled, ("Form.Reason", " ")]);
        Assert.Equal(["Enter why more time is needed"], amira.Errors);
        Assert.Null(page.QuerySelector(".app-letter"));
        page = await amira.SubmitAsync(filled);
        var shown = page.QuerySelector(".app-letter__words")!.TextContent;
        Assert.Contains("The reason is: The engineer comes on 6 May.", shown, Ordinal);
        Assert.Contains("We will now answer by: Wednesday 14 May 2025", shown, Ordinal);
        Assert.Equal(shown, Letter(page));
        Assert.Contains("Nothing is recorded yet", Body(page), Ordinal);
        Assert.Equal(answer.Version, (await office.CaseAsync(answer)).Version);

        // Another date makes another letter, which is shown again; then it goes as it was shown.
        page = await amira.SubmitAsync(("Form.Until.Day", "13"));
        shown = page.QuerySelector(".app-letter__words")!.TextContent;
        Assert.Contains("Tuesday 13 May 2025", shown, Ordinal);
        await amira.SubmitAsync();
        Assert.Equal("/cases/due-soon?whose=Mine", amira.At.PathAndQuery);
        var extended = await office.CaseAsync(answer);
        var written = Assert.IsType<LetterWritten>(extended.History[^1].Event);
        Assert.Equal(new DateOnly(2025, 5, 13), ((Extended)written.Means!).Until);
        Assert.Equal(shown, await office.TextAsync(answer, written.Text));
    }

    [Fact]
    public async Task What_somebody_changed_in_the_letter_is_theirs()
    {
        await using var hosts = new RedressHosts(databases);
        var (office, answer, _) = await DueAsync(hosts, Kind.Sqlite);
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{answer.Reference}/extension");

        await amira.SubmitAsync(
            ("Form.Until.Day", "14"),
            ("Form.Until.Month", "5"),
            ("Form.Until.Year", "2025"),
            ("Form.Reason", "The engineer comes on 6 May."),
            ("Form.Letter", "Dear Sam, we need until 14 May."),
            ("Form.Leaves", "Post")
        );

        var written = (LetterWritten)(await office.CaseAsync(answer)).History[^1].Event;
        Assert.Equal("Dear Sam, we need until 14 May.", await office.TextAsync(answer, written.Text));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_gives_the_list_keeps_drafts_and_asks(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var (office, answer, acknowledgement) = await DueAsync(hosts, kind);
        office.Clock.GoTo(Fri25Apr);
        using var program = await office.ProgramAsync();
        var about = $"/api/v1/cases/{answer.Reference}";

        var ask = new
        {
            of = "frank",
            what = "When did they ring?",
            answer_by = "2025-04-28",
        };
        var nobody = new { ask.what, ask.answer_by };
        Assert.Equal("nobody_asked", (await program.SendAsync($"{about}/asks", nobody)).Json.Code());
        Assert.Equal(201, (await program.SendAsync($"{about}/asks", ask)).Status);
        var list = await ReadAsync(program, "/api/v1/cases/due-soon?whose=mine");
        Assert.Equal("2025-04-30", list.GetProperty("until").GetString());
        Assert.Equal(
            [("acknowledge", acknowledgement.Reference), ("respond", answer.Reference)],
            list.GetProperty("letters")
                .EnumerateArray()
                .Select(row => (row.GetProperty("duty").GetString()!, row.GetProperty("reference").GetString()!))
        );
        var waits = list.GetProperty("letters")[1].GetProperty("waiting_for")[0];
        Assert.Equal("When did they ring?", waits.GetProperty("what").GetString());
        Assert.Equal(["whose"], (await ReadAsync(program, "/api/v1/cases/due-soon?whose=hers")).Fields());

        Assert.Equal(404, await PutAsync("/nothing/response/draft", new { letter = "x", seen = 0 }));
        Assert.Equal(400, await PutAsync($"/{answer.Reference}/response/draft", new { letter = "x" }));
        Assert.Equal(200, await PutAsync($"/{answer.Reference}/response/draft", new { letter = "Dear Sam", seen = 0 }));
        Assert.Equal(409, await PutAsync($"/{answer.Reference}/response/draft", new { letter = "Dear Jo", seen = 0 }));
        Assert.Equal(200, await PutAsync($"/{answer.Reference}/response/draft", new { letter = "Dear Jo", seen = 1 }));
        var draft = await ReadAsync(program, $"{about}/response/draft");
        Assert.Equal(("Dear Jo", 2), (draft.GetProperty("letter").GetString(), draft.GetProperty("number").GetInt32()));
        draft = await ReadAsync(program, $"{about}/acknowledgement/draft");
        Assert.Equal(0, draft.GetProperty("number").GetInt32());
        Assert.Equal("not_found", (await ReadAsync(program, "/api/v1/cases/nothing/response/draft")).Code());
        list = await ReadAsync(program, "/api/v1/cases/due-soon?begun=true");
        Assert.Equal(
            "Amira Khan",
            list.GetProperty("letters")[0].GetProperty("begun_by").GetProperty("name").GetString()
        );

        using var franks = await office.ProgramAsync("frank");
        Assert.Equal(1, (await ReadAsync(franks, "/api/v1/cases/asks")).GetProperty("asks").GetArrayLength());
        var settled = new
        {
            ask = 1,
            fate = "answered",
            said = "On the 9th",
        };
        Assert.Equal(
            "no_such_ask",
            (await franks.SendAsync($"{about}/settled-asks", settled with { ask = 2 })).Json.Code()
        );
        Assert.Equal(201, (await franks.SendAsync($"{about}/settled-asks", settled)).Status);
        Assert.Equal("already_settled", (await franks.SendAsync($"{about}/settled-asks", settled)).Json.Code());
        Assert.Equal(0, (await ReadAsync(franks, "/api/v1/cases/asks")).GetProperty("asks").GetArrayLength());
        var whole = await ReadAsync(program, about);
        Assert.Equal("On the 9th", whole.GetProperty("asks")[0].GetProperty("answer").GetString());

        async Task<int> PutAsync(string address, object body)
        {
            using var put = await program.PutAsJsonAsync($"/api/v1/cases{address}", body, Cancel);
            return (int)put.StatusCode;
        }
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_waits_for_a_person_is_said_where_they_begin(Kind kind)
    {
        await using var hosts = new RedressHosts(databases);
        var (office, answer, _) = await DueAsync(hosts, kind);
        await office.DoAsync(
            answer,
            (c, desk) => Asking.Decide(c, new("Which lift?", desk.Today, Of: "frank"), desk.Today)
        );
        office.Clock.GoTo(Fri25Apr);

        var home = Body(await (await office.VisitAsync()).OpenAsync("/"));
        Assert.Contains("Yours, not begun: 2", home, Ordinal);
        Assert.DoesNotContain("Asked of you", home, Ordinal);
        home = Body(await (await office.VisitAsync("frank")).OpenAsync("/"));
        Assert.Contains("Asked of you: 1. Late: 1", home, Ordinal);
        Assert.DoesNotContain("not begun:", home, Ordinal);
        Assert.DoesNotContain("not begun:", Body(await (await office.VisitAsync("lena")).OpenAsync("/")), Ordinal);
    }

    [Fact]
    public async Task Who_may_only_look_finds_the_list_and_nothing_to_press()
    {
        await using var hosts = new RedressHosts(databases);
        var (office, _, _) = await DueAsync(hosts, Kind.Sqlite);
        office.Clock.GoTo(Fri25Apr);
        var ada = await office.VisitAsync("ada");

        var list = await ada.OpenAsync("/cases/due-soon");

        Assert.Equal(2, References(list).Count());
        Assert.Empty(list.QuerySelectorAll(".app-row-acts a, .app-row-acts button"));
    }

    /// <summary>A form goes back to a list of ours, and not to wherever an address says.</summary>
    [Theory]
    [InlineData("/cases/due-soon?whose=All", "/cases/due-soon?whose=All")]
    [InlineData("https://evil.example/cases/due-soon", null)]
    [InlineData("//evil.example", null)]
    [InlineData("/cases/due-soonest", null)]
    public async Task Where_a_form_goes_back_to_is_a_list_of_ours(string from, string? to)
    {
        await using var hosts = new RedressHosts(databases);
        var (office, answer, _) = await DueAsync(hosts, Kind.Sqlite);
        var amira = await office.VisitAsync();

        var address = Uri.EscapeDataString(from);
        var page = await amira.OpenAsync($"/cases/{answer.Reference}/extension?From={address}");

        Assert.Equal(to ?? $"/cases/{answer.Reference}", page.QuerySelector(".govuk-back-link")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_lists_cost_a_fixed_number_of_queries()
    {
        var counter = new QueryCounter();
        await using var host = new RedressHost(await databases.CreateAsync(Kind.Sqlite));
        await using var counted = host.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.AddSingleton<IInterceptor>(counter))
        );
        var office = await Office.OpenAsync(counted, host.Clock);
        var amira = await office.VisitAsync();
        var counts = new List<(int, int, int)>();
        foreach (var more in new[] { 1, 12 })
        {
            for (var number = 0; number < more; number++)
            {
                var logged = await office.LoggedAsync();
                await office.DoAsync(
                    logged,
                    (c, desk) => Asking.Decide(c, new("Which lift?", desk.Today, "ben"), desk.Today)
                );
            }

            host.Clock.GoTo(Mon28Apr);
            Assert.Equal(more == 1 ? 1 : 13, References(await amira.OpenAsync("/cases/due-soon")).Count());
            counts.Add((await CountAsync("/cases/due-soon"), await CountAsync("/asks"), await CountAsync("/")));
            host.Clock.GoTo(new DateOnly(2025, 4, 14));
        }

        Assert.Equal([(2, 1, 3), (2, 1, 3)], counts);

        async Task<int> CountAsync(string address)
        {
            counter.Reset();
            await amira.OpenAsync(address);
            return counter.Count;
        }
    }

    private const string Keep = "button[formaction='?handler=Keep']";
    private const StringComparison Ordinal = StringComparison.Ordinal;

    /// <summary>A complaint whose answer will be due, and one not acknowledged, both Amira's.</summary>
    private static async Task<(Office, Case Answer, Case Acknowledgement)> DueAsync(RedressHosts hosts, Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        return (office, await office.AcknowledgedAsync(), await office.LoggedAsync());
    }

    private static IEnumerable<string> References(IDocument page) =>
        page.QuerySelectorAll(".app-worklist__case > a").Select(link => link.TextContent);

    private static string LinkTo(Visitor visitor, string address) =>
        visitor
            .Page.QuerySelectorAll("main a")
            .Select(link => link.GetAttribute("href")!)
            .First(href => href.StartsWith(address, Ordinal));

    private static string Letter(IDocument page) =>
        ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.QuerySelector("textarea[name='Form.Letter']")!).Value;

    private static string Body(IDocument page) => page.QuerySelector("main")!.TextContent;

    private static string Flat(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<JsonElement> ReadAsync(HttpClient program, string address)
    {
        using var answer = await program.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
    }
}
