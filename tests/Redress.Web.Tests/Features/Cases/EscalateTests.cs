using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Features.Import;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class EscalateTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_resident_asks_for_stage_2_without_a_reason_and_its_clock_starts_that_day(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var answered = await office.AnsweredAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{answered.Reference}/escalation");
        await amira.SubmitAsync();

        var now = await office.CaseAsync(answered);
        Assert.Equal((CaseStatus.Open, 2), (now.Status, now.Stage));
        var row = await office.RowAsync(answered);
        Assert.Equal((DutyName.Acknowledge, new DateOnly(2025, 4, 23)), (row.NextDuty, row.NextDueOn));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Stage_2_waits_to_be_assigned_and_is_answered_by_nobody_who_answered_stage_1(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var answered = await office.AnsweredAsync();
        var response = $"/api/v1/cases/{answered.Reference}/response";
        var letter = new
        {
            sent_on = office.Clock.Today,
            channel = "email",
            outcome = "upheld",
            letter = "Dear resident",
        };
        var (amira, ben) = (await office.ProgramAsync(), await office.ProgramAsync("ben"));
        var cora = await office.ProgramAsync("cora");
        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync($"/cases/{answered.Reference}/escalation");
        await lena.SubmitAsync();

        Assert.Null((await office.RowAsync(answered)).OwnerId);
        Assert.Equal("amira", (await office.CaseAsync(answered)).Owner);
        var unassigned = await lena.OpenAsync("/cases?whose=unassigned");
        Assert.Contains(answered.Reference, unassigned.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var shown = await lena.OpenAsync($"/cases/{answered.Reference}");
        Assert.Equal("Assign it", shown.QuerySelector(".app-next__step")!.TextContent);
        Assert.Equal("no_handler", (await cora.SendAsync(response, letter)).Json.Code());

        await lena.OpenAsync($"/cases/{answered.Reference}/owner");
        await lena.ForgeAsync(("Form.Handler", "amira"));
        Assert.StartsWith("They decided an earlier stage", Assert.Single(lena.Errors), StringComparison.Ordinal);
        await lena.SubmitAsync(("Form.Handler", "ben"));

        Assert.Equal("ben", (await office.RowAsync(answered)).OwnerId);
        Assert.Equal(404, (await amira.SendAsync(response, letter)).Status);
        Assert.Equal(201, (await ben.SendAsync(response, letter)).Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_imported_case_that_nobody_has_goes_on_only_with_somebody_named(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var reference = $"OLD {kind}";
        var csv =
            $"reference,kind,received_on,stage1_responded_on,closed_on\n{reference},complaint,2025-03-03,2025-03-14,2025-03-14";
        var rows = CsvFile.Read("cases.csv", Encoding.UTF8.GetBytes(csv), ImportedHistory.Columns);
        await ActivatorUtilities
            .CreateInstance<CaseImport>(office.Services)
            .RunAsync(rows, skipBad: false, dryRun: false, TestContext.Current.CancellationToken);
        var cora = await office.VisitAsync("cora");

        await cora.OpenAsync($"/cases/{reference}/escalation");
        await cora.SubmitAsync();
        Assert.Equal(["Choose who will have the next stage"], cora.Errors);
        await cora.SubmitAsync(("Form.Handler", "ben"));

        var now = await office.CaseAsync(reference);
        Assert.Equal((CaseStatus.Open, 2, "ben"), (now.Status, now.Stage, now.Owner));
        Assert.Equal("ben", (await office.RowAsync(now)).OwnerId);
    }

    [Fact]
    public async Task What_is_not_answered_cannot_go_on_by_page_or_API()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{logged.Reference}/escalation");
        await amira.SubmitAsync();
        Assert.Equal(
            ["This stage must be answered before the next can begin, unless you say why it begins all the same"],
            amira.Errors
        );

        var program = await office.ProgramAsync();
        var body = new { on = office.Clock.Today };
        var (_, problem, _) = await program.SendAsync($"/api/v1/cases/{logged.Reference}/escalation", body);
        Assert.Equal("not_answered", problem.Code());

        var answered = await office.AnsweredAsync();
        Assert.Equal(201, (await program.SendAsync($"/api/v1/cases/{answered.Reference}/escalation", body)).Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Stage_2_begins_before_the_answer_only_with_a_reason_that_history_shows(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var acknowledged = await office.AcknowledgedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{acknowledged.Reference}/escalation");
        await amira.SubmitAsync(("Form.Override", "The handler has left and stage 1 is overdue."));

        var now = await office.CaseAsync(acknowledged);
        Assert.Equal((CaseStatus.Open, 2), (now.Status, now.Stage));
        var page = await amira.OpenAsync($"/cases/{acknowledged.Reference}");
        Assert.Contains(
            "The handler has left and stage 1 is overdue.",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }
}
