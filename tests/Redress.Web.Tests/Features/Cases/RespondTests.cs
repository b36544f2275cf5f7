using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class RespondTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static readonly (string, string)[] Filled =
    [
        ("Form.Channel", "Letter"),
        ("Form.Outcome", "Upheld"),
        ("Form.Letter", "Dear resident, you were right."),
    ];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_case_can_be_answered_with_open_promises_which_are_shown(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var acknowledged = await office.AcknowledgedAsync();
        await office.DoAsync(
            acknowledged,
            (c, desk) => Commitments.Make(c, new("A new motor", desk.Today.AddDays(30), "ben"), desk.Today)
        );
        var amira = await office.VisitAsync();

        var form = await amira.OpenAsync($"/cases/{acknowledged.Reference}/response");
        Assert.Contains("1 promise is still open", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await amira.SubmitAsync(Filled);

        var now = await office.CaseAsync(acknowledged);
        Assert.Equal((CaseStatus.Answered, Finding.Upheld), (now.Status, now.Outcome));
        Assert.Null(Assert.Single(now.Commitments).KeptOn);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Each_point_has_a_finding_and_a_reason_before_the_answer_is_recorded(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var acknowledged = await office.AcknowledgedAsync();
        await office.DoAsync(acknowledged, (c, desk) => Points.Raise(c, "No lift for a week", desk.Today));
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{acknowledged.Reference}/response");
        await amira.SubmitAsync(Filled);
        Assert.Equal(["Decide every point first: each needs a finding and a reason"], amira.Errors);

        var raised = await office.CaseAsync(acknowledged);
        await office.DoAsync(
            raised,
            (c, desk) =>
                Points.Decide(c, new(1, Finding.Upheld, "It was out of order."), desk.Person.Id, desk.Rules, desk.Today)
        );
        await amira.OpenAsync($"/cases/{acknowledged.Reference}/response");
        await amira.SubmitAsync(Filled);
        Assert.Equal(CaseStatus.Answered, (await office.CaseAsync(acknowledged)).Status);
    }

    [Theory]
    [InlineData("Form.Letter", " ", "Enter what the answer says")]
    [InlineData("Form.SentOn.Year", "2026", "The day it was sent must be today or in the past")]
    [InlineData("Form.SentOn.Year", "2024", "The day it was sent must be on or after the day this stage began")]
    public async Task A_refusal_stands_beside_its_field(string field, string value, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var acknowledged = await office.AcknowledgedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{acknowledged.Reference}/response");
        await amira.SubmitAsync([.. Filled, (field, value)]);

        Assert.Equal([message], amira.Errors);
    }

    [Fact]
    public async Task The_API_does_and_refuses_the_same()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var acknowledged = await office.AcknowledgedAsync();
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{acknowledged.Reference}/response";
        var body = new
        {
            sent_on = office.Clock.Today,
            channel = "phone",
            outcome = "not_upheld",
            letter = "Dear resident",
        };

        Assert.Equal("not_in_writing", (await program.SendAsync(address, body)).Json.Code());
        Assert.Equal(201, (await program.SendAsync(address, body with { channel = "email" })).Status);
        Assert.Equal("already_answered", (await program.SendAsync(address, body)).Json.Code());
    }
}
