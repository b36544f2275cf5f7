using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>New matters, requests that turn out to be complaints, cases closed by mistake, answers with a mistake in them.</summary>
public sealed class LinkedCasesTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task After_the_answer_something_new_is_a_complaint_of_its_own_linked_both_ways(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var frank = await office.VisitAsync("frank");
        var (reference, _) = await LogAsync(frank, "Complaint");
        await AnswerAsync(office, reference);
        var cora = await office.VisitAsync("cora");
        Assert.NotNull((await cora.OpenAsync($"/cases/{reference}")).QuerySelector("a[href$='/new-complaint']"));

        await cora.OpenAsync($"/cases/{reference}/new-complaint");
        var page = await cora.SubmitAsync(("Form.Summary", "There is damp too"), ("Form.Channel", "Phone"));

        Assert.Equal("Mrs Shah", page.QuerySelector("h1")!.TextContent.Trim());
        var made = cora.At.Segments[^1];
        Assert.NotEqual(reference, made);
        Assert.NotNull(page.QuerySelector($"a[href='/cases/{reference}']"));
        var old = await cora.OpenAsync($"/cases/{reference}");
        Assert.NotNull(old.QuerySelector($"a[href='/cases/{made}']"));
        var now = await office.CaseAsync(made);
        Assert.Equal(CaseRelation.Follows, Assert.Single(now.Links).Relation);
        Assert.Equal(CaseRelation.FollowedBy, Assert.Single((await office.CaseAsync(reference)).Links).Relation);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var person = await context.CasePeople.SingleAsync(row => row.CaseId == now.Id, Cancel);
        Assert.Equal(("Mrs Shah", "01632 960001", now.ComplainantId), (person.Name, person.Phone, person.Id));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_request_is_turned_into_a_complaint_with_its_first_day_of_receipt(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var frank = await office.VisitAsync("frank");
        var (reference, received) = await LogAsync(frank, "ServiceRequest");

        await frank.OpenAsync($"/cases/{reference}/new-complaint");
        await frank.SubmitAsync();

        var complaint = await office.CaseAsync(frank.At.Segments[^1]);
        Assert.Equal((CaseKind.Complaint, received), (complaint.Kind, complaint.ReceivedOn));
        Assert.Equal(CaseRelation.MadeOf, Assert.Single(complaint.Links).Relation);
        Assert.Equal(CaseStatus.Open, (await office.CaseAsync(reference)).Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_links_too_and_refuses_a_day_before_the_other(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var program = await office.ProgramAsync("cora");
        var address = $"/api/v1/cases/{logged.Reference}/complaints";
        var day = office.Clock.Today;

        var early = await program.SendAsync(address, Body(day.AddDays(-1)));
        Assert.Equal((409, "received_before_the_other"), (early.Status, early.Json.Code()));
        var made = await program.SendAsync(address, Body(day), key: "new-matter");
        var again = await program.SendAsync(address, Body(day), key: "new-matter");

        Assert.Equal((201, made.Location), (again.Status, again.Location));
        Assert.Single((await office.CaseAsync(logged)).Links);

        static object Body(DateOnly day) =>
            new
            {
                summary = "Damp",
                received_on = day,
                channel = "phone",
            };
    }

    [Fact]
    public async Task What_is_logged_against_the_questions_needs_a_reason_that_history_shows()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var frank = await office.VisitAsync("frank");
        await frank.OpenAsync("/cases/new");
        (string, string)[] request =
        [
            ("Form.Summary", "The tap drips"),
            ("Form.Channel", "Phone"),
            ("Form.Kind", "ServiceRequest"),
            ("Form.MeetsDefinition", "true"),
        ];

        await frank.SubmitAsync(request);
        Assert.Equal(["Say why it is logged otherwise than the questions say"], frank.Errors);
        var page = await frank.SubmitAsync(("Form.OverrideReason", "It is the first they tell us of it."));

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Not logged as a complaint, though", text, StringComparison.Ordinal);
        Assert.Contains("It is the first they tell us of it.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_lead_opens_a_case_again_that_was_closed_by_mistake(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var answered = await office.AnsweredAsync();
        await office.DoAsync(answered, (c, desk) => Closure.Decide(c, desk.Today, desk.Today));
        var (amira, lena) = (await office.VisitAsync(), await office.VisitAsync("lena"));
        await amira.OpenAsync($"/cases/{answered.Reference}/reopening");
        Assert.Equal(HttpStatusCode.Forbidden, amira.Status);

        await lena.OpenAsync($"/cases/{answered.Reference}/reopening");
        await lena.SubmitAsync();
        Assert.Equal(["Enter why it is opened again"], lena.Errors);
        await lena.SubmitAsync(("Form.Reason", "The wrong case was closed."));

        var now = await office.CaseAsync(answered);
        Assert.Equal((CaseStatus.Answered, null), (now.Status, now.ClosedOn));
        Assert.True((await office.RowAsync(now)).IsOpen);
        var program = await office.ProgramAsync("lena");
        var again = await program.SendAsync(
            $"/api/v1/cases/{answered.Reference}/reopening",
            new { on = office.Clock.Today, reason = "Twice" }
        );
        Assert.Equal((409, "not_closed"), (again.Status, again.Json.Code()));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_mistake_in_an_answer_is_corrected_by_a_letter_that_is_no_second_answer(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var answered = await office.AnsweredAsync();
        var before = (await office.CaseAsync(answered)).CurrentStage.RespondedOn;
        var cora = await office.VisitAsync("cora");

        await cora.OpenAsync($"/cases/{answered.Reference}/answer-correction");
        await cora.SubmitAsync(("Form.Channel", "Letter"), ("Form.Letter", "The sum is £50."));
        Assert.Equal(["Enter what was wrong in the answer"], cora.Errors);
        var page = await cora.SubmitAsync(("Form.Reason", "The sum was £5."));

        Assert.Contains(
            "A letter corrected a mistake",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(before, (await office.CaseAsync(answered)).CurrentStage.RespondedOn);
        var program = await office.ProgramAsync("cora");
        var body = new
        {
            sent_on = office.Clock.Today,
            channel = "phone",
            letter = "Sorry",
            reason = "A name.",
        };
        var address = $"/api/v1/cases/{answered.Reference}/answer-corrections";
        Assert.Equal("not_in_writing", (await program.SendAsync(address, body)).Json.Code());
    }

    private static async Task<(string Reference, DateOnly Received)> LogAsync(Visitor frank, string kind)
    {
        await frank.OpenAsync("/cases/new");
        await frank.SubmitAsync(
            ("Form.Summary", "The lift is broken"),
            ("Form.Channel", "Phone"),
            ("Form.ReceivedOn.Day", "9"),
            ("Form.Name", "Mrs Shah"),
            ("Form.Phone", "01632 960001"),
            ("Form.Kind", kind)
        );
        Assert.Empty(frank.Errors);
        return (frank.At.Segments[^1], new DateOnly(2025, 4, 9));
    }

    private static async Task AnswerAsync(Office office, string reference) =>
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) =>
                Response.Decide(
                    c,
                    new(desk.Today, Channel.Email, "You were right.", Finding.Upheld),
                    desk.Person.Id,
                    desk.Rules,
                    desk.Today
                )
        );
}
