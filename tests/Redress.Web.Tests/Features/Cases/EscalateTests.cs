using Redress.Core.Cases;
using Redress.Core.Procedures;
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

    [Fact]
    public async Task What_is_not_answered_cannot_go_on_by_page_or_API()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{logged.Reference}/escalation");
        await amira.SubmitAsync();
        Assert.Equal(["This stage must be answered before the next can begin"], amira.Errors);

        var program = await office.ProgramAsync();
        var body = new { on = office.Clock.Today };
        var (_, problem, _) = await program.SendAsync($"/api/v1/cases/{logged.Reference}/escalation", body);
        Assert.Equal("not_answered", problem.Code());

        var answered = await office.AnsweredAsync();
        Assert.Equal(201, (await program.SendAsync($"/api/v1/cases/{answered.Reference}/escalation", body)).Status);
    }
}
