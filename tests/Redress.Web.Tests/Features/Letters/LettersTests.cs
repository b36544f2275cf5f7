using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Letters;

public sealed class LettersTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Letters_are_printed_as_one_batch_and_count_from_the_day_they_are_posted(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var first = await WrittenAsync(office, "Dear Ms Shaw, the lift.");
        var second = await WrittenAsync(office, "Dear Mr Hall, the door.");
        var lena = await office.VisitAsync("lena");

        var printed = await lena.OpenAsync("/letters/print");
        Assert.Contains("Dear Ms Shaw, the lift.", printed.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dear Mr Hall, the door.", printed.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await office.CaseAsync(first)).CurrentStage.AcknowledgedOn);

        await lena.SubmitAsync();

        foreach (var letter in new[] { first, second })
        {
            var now = await office.CaseAsync(letter);
            Assert.Equal(office.Clock.Today, now.CurrentStage.AcknowledgedOn);
            Assert.Equal(("lena", "amira"), (now.History[^1].Who, now.History[^1].OnBehalfOf));
            Assert.Empty(now.Letters);
        }

        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.False(await context.CaseLetters.AnyAsync(row => row.CaseId == first.Id, Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Only_the_letters_that_are_ticked_are_marked_as_posted(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var posted = await WrittenAsync(office, "Dear Ms Shaw");
        var waits = await WrittenAsync(office, "Dear Mr Hall");
        var lena = await office.VisitAsync("lena");
        var page = await lena.OpenAsync("/letters");
        var box = page.QuerySelector($"input[type=checkbox][value^='{posted.Id}.']")!;
        Assert.Equal($"Choose Acknowledgement, {posted.Reference}, to Una Shaw", box.GetAttribute("aria-label"));

        await lena.SubmitAsync();
        Assert.Equal(["Tick the letters that were posted"], lena.Errors.Distinct());
        await lena.SubmitAsync(("Letters", box.GetAttribute("value")!));

        Assert.Contains("Letters marked as posted today: 1", lena.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(office.Clock.Today, (await office.CaseAsync(posted)).CurrentStage.AcknowledgedOn);
        Assert.Null((await office.CaseAsync(waits)).CurrentStage.AcknowledgedOn);
        await SettleAsync(office, waits);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_lists_the_letters_and_marks_those_it_is_told_were_posted(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var posted = await WrittenAsync(office, "Dear Ms Shaw");
        var gone = await WrittenAsync(office, "Dear Mr Hall");
        await office.DoAsync(
            gone,
            (c, desk) => Withdrawal.Decide(c, new(desk.Today, WithdrawalMethod.Phone, "It works again"), desk.Today)
        );
        var program = await office.ProgramAsync();
        var list = await program.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/letters", UriKind.Relative), Cancel);
        var keys = new[] { posted, gone }.Select(one => Listed(one).GetProperty("letter").GetString()!).ToList();
        Assert.Equal("acknowledgement", Listed(posted).GetProperty("kind").GetString());
        Assert.Equal("case_moved_on", Listed(gone).GetProperty("failure").GetString());

        Assert.Equal(
            400,
            (await program.SendAsync("/api/v1/posted-letters", new { letters = Array.Empty<string>() })).Status
        );
        var (status, done, _) = await program.SendAsync(
            "/api/v1/posted-letters",
            new { letters = keys.Append("none") }
        );

        Assert.Equal((200, keys[0]), (status, Assert.Single(done.GetProperty("posted").EnumerateArray()).GetString()));
        Assert.Equal(
            [("none", "not_waiting"), (keys[1], "case_moved_on")],
            done.GetProperty("left")
                .EnumerateArray()
                .Select(left => (left.GetProperty("letter").GetString()!, left.GetProperty("code").GetString()!))
        );
        Assert.Equal(office.Clock.Today, (await office.CaseAsync(posted)).CurrentStage.AcknowledgedOn);
        (_, done, _) = await program.SendAsync("/api/v1/posted-letters", new { letters = keys[..1] });
        Assert.Equal(
            "not_waiting",
            Assert.Single(done.GetProperty("left").EnumerateArray()).GetProperty("code").GetString()
        );
        Assert.Equal(
            403,
            (await (await office.ProgramAsync("ada")).SendAsync("/api/v1/posted-letters", new { })).Status
        );
        await SettleAsync(office, gone);

        JsonElement Listed(Case of) =>
            list.GetProperty("letters")
                .EnumerateArray()
                .Single(one => one.GetProperty("reference").GetString() == of.Reference);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_letter_whose_case_changed_is_said_by_name_and_left(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var gone = await WrittenAsync(office, "Dear Ms Shaw");
        var good = await WrittenAsync(office, "Dear Mr Hall");
        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync("/letters/print");
        await office.DoAsync(
            gone,
            (c, desk) => Withdrawal.Decide(c, new(desk.Today, WithdrawalMethod.Phone, "It works again"), desk.Today)
        );
        var late = await WrittenAsync(office, "Written once the list was shown");

        var page = await lena.SubmitAsync();

        var left = page.QuerySelector(".govuk-notification-banner")!.TextContent;
        Assert.Contains(gone.Reference, left, StringComparison.Ordinal);
        Assert.DoesNotContain(good.Reference, left, StringComparison.Ordinal);
        Assert.NotNull((await office.CaseAsync(good)).CurrentStage.AcknowledgedOn);
        Assert.Null((await office.CaseAsync(late)).CurrentStage.AcknowledgedOn);
        Assert.Equal(LetterFailure.CaseMovedOn, (await office.CaseAsync(gone)).Letters[0].Failure);
        await SettleAsync(office, gone, late);
    }

    /// <summary>Two clerks had the same page open.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_second_who_marks_a_letter_as_posted_is_told_which_it_is_and_since_when(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var posted = await WrittenAsync(office, "Dear Ms Shaw");
        var (lena, amira) = (await office.VisitAsync("lena"), await office.VisitAsync());
        foreach (var clerk in new[] { lena, amira })
        {
            await clerk.OpenAsync("/letters");
        }

        var key = lena.Page.QuerySelector($"input[type=checkbox][value^='{posted.Id}.']")!.GetAttribute("value")!;
        await lena.SubmitAsync(("Letters", key));
        await amira.SubmitAsync(("Letters", key));

        var told = amira.Page.QuerySelector(".govuk-notification-banner")!;
        Assert.Contains($"Acknowledgement, {posted.Reference}", told.TextContent, StringComparison.Ordinal);
        Assert.Contains("It left on Monday 14 April 2025", told.TextContent, StringComparison.Ordinal);
        Assert.NotNull(told.QuerySelector($"a[href^='/cases/{posted.Reference}/letters/']"));
        var again = await (await office.ProgramAsync()).SendAsync(
            "/api/v1/posted-letters",
            new { letters = new[] { key, "none" } }
        );
        var left = again.Json.GetProperty("left").EnumerateArray().ToList();
        Assert.Equal(
            (posted.Reference, "acknowledgement", "2025-04-14"),
            (
                left[0].GetProperty("reference").GetString(),
                left[0].GetProperty("kind").GetString(),
                left[0].GetProperty("left_on").GetString()
            )
        );
        Assert.Equal(JsonValueKind.Null, left[1].GetProperty("reference").ValueKind);
    }

    [Fact]
    public async Task A_letter_in_whose_way_nothing_is_says_what_happens_next()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var waits = await WrittenAsync(office, "Dear Ms Shaw");
        var lena = await office.VisitAsync("lena");

        var list = await lena.OpenAsync("/letters");

        var row = list.QuerySelectorAll("tbody tr")
            .Single(one => one.TextContent.Contains(waits.Reference, StringComparison.Ordinal));
        Assert.Contains("Nothing: it waits to be printed and posted", row.TextContent, StringComparison.Ordinal);
        await SettleAsync(office, waits);
    }

    [Fact]
    public async Task A_letter_that_has_no_address_is_shown_as_trouble_and_is_in_no_batch()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var nowhere = await office.DoAsync(
            await office.LoggedAsync(),
            (c, desk) =>
                Acknowledgement.Decide(c, new(null, Channel.Letter, "To nowhere", true), desk.Rules, desk.Today)
        );
        var lena = await office.VisitAsync("lena");

        var list = await lena.OpenAsync("/letters");
        var trouble = list.QuerySelector("section[aria-labelledby=failed]")!.TextContent;
        Assert.Contains(nowhere.Reference, trouble, StringComparison.Ordinal);
        Assert.Contains("The case has no postal address", trouble, StringComparison.Ordinal);
        var printed = await lena.OpenAsync("/letters/print");
        Assert.DoesNotContain("To nowhere", printed.Body!.TextContent, StringComparison.Ordinal);
        await SettleAsync(office, nowhere);
    }

    [Fact]
    public async Task A_letter_whose_case_changed_is_not_printed()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var gone = await WrittenAsync(office, "Dear Ms Shaw, it is withdrawn.");
        await office.DoAsync(
            gone,
            (c, desk) => Withdrawal.Decide(c, new(desk.Today, WithdrawalMethod.Phone, "It works again"), desk.Today)
        );

        var lena = await office.VisitAsync("lena");
        var all = await lena.OpenAsync("/letters/print");
        var page = await lena.OpenAsync($"/letters/print?letter={gone.Id}.{gone.Letters[0].Number}");

        Assert.DoesNotContain("it is withdrawn", all.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("it is withdrawn", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            gone.Reference,
            page.QuerySelector(".govuk-warning-text")!.TextContent,
            StringComparison.Ordinal
        );
        await SettleAsync(office, gone);
    }

    [Fact]
    public async Task The_case_says_that_its_letter_waits_and_it_can_be_cancelled_with_a_reason()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var written = await WrittenAsync(office, "Dear Ms Shaw");
        var amira = await office.VisitAsync();
        var page = await amira.OpenAsync($"/cases/{written.Reference}");
        var link = page.QuerySelector(".app-letters-waiting a")!;
        Assert.Equal("Acknowledgement", link.TextContent);
        Assert.Equal(link.GetAttribute("href"), page.QuerySelector(".app-next a.govuk-button")!.GetAttribute("href"));

        await amira.OpenAsync(link.GetAttribute("href")!);
        await amira.SubmitAsync(("Form.Fate", "Cancel"));
        Assert.Equal(["Enter why it does not go"], amira.Errors);
        await amira.SubmitAsync(("Form.Reason", "The wrong name"));

        Assert.Equal($"/cases/{written.Reference}", amira.At.AbsolutePath);
        Assert.Empty((await office.CaseAsync(written)).Letters);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_writes_posts_and_refuses_the_same(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{logged.Reference}";

        var (status, problem, _) = await program.SendAsync($"{address}/letters", new { letter = "Sam has your case." });
        Assert.Equal((400, "leaves"), (status, Assert.Single(problem.Fields())));
        (status, problem, _) = await program.SendAsync($"{address}/letters", new { letter = "x", leaves = "email" });
        Assert.Equal((409, "no_server"), (status, problem.Code()));
        (status, _, _) = await program.SendAsync($"{address}/letters", new { letter = "Sam has it", leaves = "post" });
        Assert.Equal(201, status);

        var letter = (await office.CaseAsync(logged)).Letters[0].Number;
        var posted = new
        {
            letter,
            fate = "posted",
            posted_on = office.Clock.Today.AddDays(1),
        };
        Assert.Equal("sent_in_the_future", (await program.SendAsync($"{address}/settled-letters", posted)).Json.Code());
        Assert.Equal(
            201,
            (await program.SendAsync($"{address}/settled-letters", new { letter, fate = "posted" })).Status
        );
        Assert.Equal(
            "not_waiting",
            (await program.SendAsync($"{address}/settled-letters", new { letter, fate = "posted" })).Json.Code()
        );
        Assert.Equal(MessageState.Sent, Messages.Of(await office.CaseAsync(logged))[^1].State);
    }

    [Fact]
    public async Task An_extension_is_told_and_a_refusal_made_on_the_day_the_letter_is_posted()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var extended = await office.AcknowledgedAsync();
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{extended.Reference}/extension");
        var until = office.Clock.Today.AddDays(20);
        await amira.SubmitAsync(
            ("Form.Until.Day", $"{until.Day}"),
            ("Form.Until.Month", $"{until.Month}"),
            ("Form.Until.Year", $"{until.Year}"),
            ("Form.Reason", "The survey is late"),
            ("Form.Leaves", "Post")
        );
        await amira.SubmitAsync();
        Assert.Empty(amira.Errors);
        await SettleAsync(office, extended);
        var told = (await office.CaseAsync(extended)).History.Select(recorded => recorded.Event).OfType<Extended>();
        Assert.Equal(office.Clock.Today, Assert.Single(told).ToldOn);

        var refused = await office.LoggedAsync();
        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync($"/cases/{refused.Reference}/refusal");
        await lena.SubmitAsync(
            ("Form.Ground", "legal_proceedings"),
            ("Form.Reason", "A claim was filed"),
            ("Form.GivesReasons", "true"),
            ("Form.GivesOmbudsman", "true"),
            ("Form.Leaves", "Post")
        );
        Assert.Equal(CaseStatus.Open, (await office.CaseAsync(refused)).Status);
        await SettleAsync(office, refused);
        Assert.Equal(CaseStatus.Refused, (await office.CaseAsync(refused)).Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_answer_is_corrected_on_the_day_the_letter_is_posted(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var answered = await office.AnsweredAsync();
        var amira = await office.VisitAsync();
        var address = $"/cases/{answered.Reference}/answer-correction";

        var page = await amira.OpenAsync(address);
        Assert.Contains(
            "There was a mistake in it, and we are sorry.",
            page.QuerySelector("textarea[name='Form.Letter']")!.TextContent,
            StringComparison.Ordinal
        );
        await amira.SubmitAsync(("Form.Leaves", "Post"), ("Form.Letter", "The sum is 50 pounds."));
        Assert.Equal(["Enter what was wrong in the answer"], amira.Errors);
        await amira.SubmitAsync(("Form.Reason", "The sum was wrong."));
        var waiting = await office.CaseAsync(answered);
        Assert.Equal(MessageKind.AnswerCorrection, Assert.Single(waiting.Letters).Kind);
        await amira.OpenAsync(address);
        await amira.SubmitAsync(("Form.Leaves", "Post"), ("Form.Reason", "The name, too"));
        Assert.StartsWith(
            "A letter that corrects this answer is written",
            Assert.Single(amira.Errors),
            StringComparison.Ordinal
        );
        var program = await office.ProgramAsync();
        var api = $"/api/v1/cases/{answered.Reference}/answer-corrections";
        var again = new
        {
            leaves = "post",
            reason = "The name, too",
            letter = "x",
        };
        Assert.Equal("letter_is_waiting", (await program.SendAsync(api, again)).Json.Code());

        await SettleAsync(office, answered);
        var corrected = await office.CaseAsync(answered);
        var letter = corrected.History.Select(recorded => recorded.Event).OfType<AnswerCorrected>().Single();
        Assert.Equal(office.Clock.Today, letter.On);
        Assert.Equal("The sum is 50 pounds.", await office.TextAsync(answered, letter.Letter!));
        Assert.Equal("The sum was wrong.", await office.TextAsync(answered, letter.Reason));
        Assert.Equal(201, (await program.SendAsync(api, again)).Status);
    }

    [Fact]
    public async Task The_second_acknowledgement_lists_what_is_outstanding_and_every_answer_says_how_to_go_further()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var answered = await office.AnsweredAsync();
        var asked = await office.DoAsync(
            answered,
            (c, desk) => Escalation.Decide(c, new(desk.Today, Handler: "ben"), desk.Rules, desk.Today)
        );
        var ben = await office.VisitAsync("ben");
        await office.DoAsync(asked, (c, desk) => Assignment.Decide(c, new("ben"), desk.Rules, desk.Today), "lena");
        await ben.OpenAsync($"/cases/{asked.Reference}/acknowledgement");
        await ben.SubmitAsync(("Form.Leaves", "Post"));
        Assert.StartsWith("Separate out the points first", Assert.Single(ben.Errors), StringComparison.Ordinal);

        await office.DoAsync(asked, (c, desk) => Points.Raise(c, "No lift for a week", desk.Today), who: "ben");
        var page = await ben.OpenAsync($"/cases/{asked.Reference}/acknowledgement");
        Assert.Contains(
            "1. No lift for a week",
            page.QuerySelector("#Form_Letter")!.TextContent,
            StringComparison.Ordinal
        );
        await ben.SubmitAsync(("Form.Leaves", "Post"));
        Assert.Empty(ben.Errors);
        Assert.Equal($"/cases/{asked.Reference}", ben.At.AbsolutePath);
        await SettleAsync(office, asked);

        page = await ben.OpenAsync($"/cases/{asked.Reference}/points");
        var first = await office.AcknowledgedAsync();
        var amira = await office.VisitAsync();
        page = await amira.OpenAsync($"/cases/{first.Reference}/response");
        var skeleton = page.QuerySelector("#Form_Letter")!.TextContent;
        Assert.Contains("stage 2", skeleton, StringComparison.Ordinal);
        Assert.Contains("Ombudsman", skeleton, StringComparison.Ordinal);

        await amira.SubmitAsync(
            ("Form.Outcome", "Upheld"),
            ("Form.Leaves", "Post"),
            ("Form.Letter", "You were right.")
        );
        Assert.StartsWith("The letter does not say how", Assert.Single(amira.Errors), StringComparison.Ordinal);
        await amira.SubmitAsync(("Form.WithoutAdvice", "true"));
        Assert.Equal(MessageKind.Response, (await office.CaseAsync(first)).Letters[0].Kind);
        await SettleAsync(office, first);
    }

    [Fact]
    public async Task Letters_carry_the_details_of_the_ombudsman_the_case_goes_to()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var about = await office.AcknowledgedAsync();
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{about.Reference}/classification");
        await amira.SubmitAsync(("Form.Ombudsman", "Both"));

        var page = await amira.OpenAsync($"/cases/{about.Reference}/response");

        var letter = page.QuerySelector("#Form_Letter")!.TextContent;
        Assert.Contains("Housing Ombudsman", letter, StringComparison.Ordinal);
        Assert.Contains("0300 061 0614", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_send_letters_sees_no_list_and_a_letter_that_is_not_there_is_not_found()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var frank = await office.VisitAsync("frank");
        await frank.OpenAsync("/letters");
        Assert.Equal(HttpStatusCode.Forbidden, frank.Status);

        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{logged.Reference}/letters/1");
        Assert.Equal(HttpStatusCode.NotFound, amira.Status);
    }

    private static async Task<Case> WrittenAsync(Office office, string letter) =>
        await office.DoAsync(
            await office.LoggedWithAddressAsync(),
            (c, desk) => Acknowledgement.Decide(c, new(null, Channel.Letter, letter, true), desk.Rules, desk.Today)
        );

    /// <summary>Posts what waits, or cancels what can no longer go.</summary>
    private static async Task SettleAsync(Office office, params IEnumerable<Case> cases)
    {
        foreach (var one in cases)
        {
            await office.DoAsync(
                await office.CaseAsync(one),
                (c, desk) =>
                    Sending.Decide(c, c.Letters[0].Number, desk.Rules, desk.Today, desk.Today) is { Refusal: null } sent
                        ? sent
                        : Sending.Cancel(c, c.Letters[0].Number, "It cannot go", desk.Today)
            );
        }
    }
}
