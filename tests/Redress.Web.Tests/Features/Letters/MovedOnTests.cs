using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Redress.Core.Cases;
using Redress.Web.Background;
using Redress.Web.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Letters;

/// <summary>A case goes on while its letter waits for the post: what becomes of the letter.</summary>
public sealed class MovedOnTests(TestDatabases databases) : IAsyncLifetime
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private RedressHost? host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => host?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_answer_whose_finding_changes_is_marked_at_once_and_its_duty_is_back_on_the_list(Kind kind)
    {
        var office = await OpenAsync(kind);
        var answer = await AnsweringAsync(office);
        office.Clock.GoTo(office.Clock.Today.AddDays(14));
        var amira = await office.VisitAsync();
        Assert.DoesNotContain(answer.Reference, await ShownAsync(amira, "/cases/due-soon"), Ordinal);

        await amira.OpenAsync($"/cases/{answer.Reference}/points/1");
        await amira.SubmitAsync(("Form.Finding", "NotUpheld"), ("Form.Reason", "It was mended in time"));
        Assert.Empty(amira.Errors);

        Assert.Contains(answer.Reference, await ShownAsync(amira, "/cases/due-soon"), Ordinal);
        var list = await amira.OpenAsync("/letters");
        var failed = list.QuerySelector("section[aria-labelledby=failed]")!.TextContent;
        Assert.Contains(answer.Reference, failed, Ordinal);
        Assert.Contains("what it says is no longer so", failed, Ordinal);
        var now = await office.CaseAsync(answer);
        Assert.Equal(
            (new LetterFailed(office.Clock.Today, answer.Letters[0].Number, LetterFailure.CaseMovedOn), "amira"),
            (now.History[^1].Event, now.History[^1].Who)
        );

        var letter = await amira.OpenAsync($"/cases/{answer.Reference}/letters/{answer.Letters[0].Number}");
        Assert.Equal(
            ["Posted", "Cancel"],
            letter.QuerySelectorAll("input[name='Form.Fate']").Select(way => way.GetAttribute("value"))
        );
        Assert.Null(letter.QuerySelector("main a[href^='/letters/print']"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_answer_posted_before_the_finding_changed_counts_from_the_day_it_was_posted(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (answer, posted) = await MovedOnAsync(office);
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{answer.Reference}/letters/{answer.Letters[0].Number}");

        await amira.SubmitAsync(
            ("Form.Fate", "Posted"),
            ("Form.PostedOn.Day", Text(posted.Day)),
            ("Form.PostedOn.Month", Text(posted.Month)),
            ("Form.PostedOn.Year", Text(posted.Year))
        );

        Assert.Contains("The letter is marked as posted.", amira.Page.Body!.TextContent, Ordinal);
        var now = await office.CaseAsync(answer);
        Assert.Equal((CaseStatus.Answered, posted), (now.Status, now.CurrentStage.RespondedOn));
        Assert.Empty(now.Letters);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_answer_posted_after_the_finding_changed_is_recorded_as_gone_and_answers_nothing(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (shown, _) = await MovedOnAsync(office);
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{shown.Reference}/letters/{shown.Letters[0].Number}");

        await amira.SubmitAsync(("Form.Fate", "Posted"));

        Assert.Contains("What it says was no longer so on that day", amira.Page.Body!.TextContent, Ordinal);
        var now = await office.CaseAsync(shown);
        Assert.Equal((CaseStatus.Open, null, 0), (now.Status, now.CurrentStage.RespondedOn, now.Letters.Count));
        Assert.Equal(MessageState.Sent, Messages.Of(now).Last(message => message.Direction == Direction.Out).State);
    }

    [Fact]
    public async Task The_API_records_the_day_on_which_it_was_posted_too()
    {
        var office = await OpenAsync(Kind.Sqlite);
        var (answer, posted) = await MovedOnAsync(office);
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{answer.Reference}/settled-letters";
        var letter = answer.Letters[0].Number;

        var (status, problem, _) = await program.SendAsync(address, new { letter, fate = "post" });
        Assert.Equal((409, "case_moved_on"), (status, problem.Code()));
        (status, _, _) = await program.SendAsync(
            address,
            new
            {
                letter,
                fate = "posted",
                posted_on = posted,
            }
        );

        Assert.Equal(201, status);
        Assert.Equal(posted, (await office.CaseAsync(answer)).CurrentStage.RespondedOn);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_letter_that_asks_for_more_time_is_marked_the_morning_after_the_old_date(Kind kind)
    {
        var office = await OpenAsync(kind);
        var acknowledged = await office.AcknowledgedAsync();
        var due = CaseClocks
            .Of(acknowledged, office.Desk("amira").Rules, office.Clock.Today)
            .Single(clock => clock.Duty == Core.Procedures.DutyName.Respond)
            .Due!.Value;
        var written = await office.DoAsync(
            acknowledged,
            (c, desk) =>
                Extension.Decide(
                    c,
                    new(due.AddDays(7), "The survey is late") { LeavesBy = Channel.Letter, Letter = "Dear resident" },
                    desk.Rules,
                    desk.Today
                )
        );

        office.Clock.GoTo(due);
        await MorningAsync(office);
        Assert.Null((await office.CaseAsync(written)).Letters[0].Failure);
        office.Clock.GoTo(due.AddDays(1));
        await MorningAsync(office);
        office.Clock.GoTo(due.AddDays(2));
        await MorningAsync(office);

        var now = await office.CaseAsync(written);
        Assert.Equal(LetterFailure.CaseMovedOn, now.Letters[0].Failure);
        Assert.Equal("redress", now.History[^1].Who);
        Assert.Equal(written.Version + 1, now.Version);
    }

    /// <summary>What happened to the one row of the one case cannot be mended by a job, and the others' days pass.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task One_case_whose_history_is_damaged_keeps_no_others_letter_unmarked(Kind kind)
    {
        var office = await OpenAsync(kind);
        var cases = new List<Case>();
        for (var i = 0; i < 3; i++)
        {
            cases.Add(
                await office.DoAsync(
                    await office.LoggedAsync(),
                    (c, desk) => HoldingLetter.Decide(c, new(null, desk.Today.AddDays(3), "Dear resident"), desk.Today)
                )
            );
        }

        await using (var context = office.Services.GetRequiredService<Database>().NewContext())
        {
            await context.Database.ExecuteSqlRawAsync(
                kind == Kind.Sqlite ? "DROP TRIGGER history_no_update" : "ALTER TABLE history DISABLE TRIGGER ALL",
                Cancel
            );
            foreach (var (damaged, data) in new[] { (cases[0], "{"), (cases[1], "{}") })
            {
                await context.Database.ExecuteSqlAsync(
                    $"UPDATE history SET data = {data} WHERE stream_id = {damaged.Id} AND sequence = 2",
                    Cancel
                );
            }
        }

        office.Clock.GoTo(office.Clock.Today.AddDays(4));
        await MorningAsync(office);

        Assert.Equal(LetterFailure.CaseMovedOn, (await office.CaseAsync(cases[2])).Letters[0].Failure);
    }

    private async Task<Office> OpenAsync(Kind kind)
    {
        host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        return await Office.OpenAsync(host);
    }

    private static Task MorningAsync(Office office) =>
        office.Services.GetServices<IHostedService>().OfType<PassedLettersJob>().Single().RunAsync(Cancel);

    private static async Task<string> ShownAsync(Visitor visitor, string address) =>
        (await visitor.OpenAsync(address)).Body!.TextContent;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A complaint whose answer is written and waits for the post.</summary>
    private static async Task<Case> AnsweringAsync(Office office)
    {
        var one = await office.LoggedWithAddressAsync();
        one = await office.DoAsync(
            one,
            (c, desk) =>
                Acknowledgement.Decide(c, new(desk.Today, Channel.Letter, "Dear", true), desk.Rules, desk.Today)
        );
        one = await office.DoAsync(one, (c, desk) => Points.Raise(c, "No lift for a week", desk.Today));
        one = await office.DoAsync(one, (c, desk) => Decide(c, desk, Finding.Upheld));
        return await office.DoAsync(
            one,
            (c, desk) =>
                Response.Decide(
                    c,
                    new(null, Channel.Letter, "Dear", Finding.Upheld) { WithoutAdvice = true },
                    desk.Person.Id,
                    desk.Rules,
                    desk.Today
                )
        );
    }

    /// <summary>The same, and two days later its finding changes. It could have been posted on the day between.</summary>
    private static async Task<(Case Case, DateOnly Between)> MovedOnAsync(Office office)
    {
        var answer = await AnsweringAsync(office);
        var written = office.Clock.Today;
        office.Clock.GoTo(written.AddDays(2));
        await office.DoAsync(answer, (c, desk) => Decide(c, desk, Finding.NotUpheld));
        return (await office.CaseAsync(answer), written.AddDays(1));
    }

    private static Decision<CannotDecidePoint> Decide(Case c, CaseDesk desk, Finding finding) =>
        Points.Decide(c, new(1, finding, "The log says so"), desk.Person.Id, desk.Rules, desk.Today);
}
