using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class CorrectTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    // Received on Monday 14 April 2025 as recorded, and acknowledged that day. The letter's stamp says Thursday 3 April.
    private static readonly DateOnly Thu3Apr = new(2025, 4, 3);

    private static readonly (string, string)[] Stamp =
    [
        ("Form.Fact", "ReceivedOn"),
        ("Form.NewValue.Day", "3"),
        ("Form.NewValue.Month", "4"),
        ("Form.NewValue.Year", "2025"),
        ("Form.Reason", "The date stamp was overlooked."),
        ("Form.Evidence", "The stamp on the letter."),
    ];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task History_shows_both_days_both_verdicts_and_who_agreed(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var acknowledged = await office.AcknowledgedAsync();
        await ProposeAsync(office, acknowledged);
        Assert.NotEqual(Thu3Apr, (await office.CaseAsync(acknowledged)).ReceivedOn);
        var lena = await office.VisitAsync("lena");

        var decision = await lena.OpenAsync($"/cases/{acknowledged.Reference}/correction/decision");
        var shown = Flat(decision.QuerySelector("main")!.TextContent);
        Assert.Contains("Monday 14 April 2025", shown, StringComparison.Ordinal);
        Assert.Contains("Thursday 3 April 2025", shown, StringComparison.Ordinal);
        Assert.Contains(
            "Acknowledgement, stage 1 23 April 2025, In time 10 April 2025, Late",
            shown,
            StringComparison.Ordinal
        );
        await lena.SubmitAsync(("Form.Answer", "Agree"));

        var now = await office.CaseAsync(acknowledged);
        Assert.Equal(Thu3Apr, now.ReceivedOn);
        Assert.Equal("lena", now.History[^1].Who);
        var page = Flat((await lena.OpenAsync($"/cases/{acknowledged.Reference}")).QuerySelector("main")!.TextContent);
        Assert.Contains("14 April 2025", page, StringComparison.Ordinal);
        Assert.Contains("3 April 2025", page, StringComparison.Ordinal);
        Assert.Contains("23 April 2025, In time", page, StringComparison.Ordinal);
        Assert.Contains("10 April 2025, Late", page, StringComparison.Ordinal);
        Assert.Contains("Lena Novak", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_proposed_it_cannot_agree_by_page_or_API()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var acknowledged = await office.AcknowledgedAsync();
        await ProposeAsync(office, acknowledged, who: "lena");
        var lena = await office.VisitAsync("lena");

        var page = await lena.OpenAsync($"/cases/{acknowledged.Reference}/correction/decision");
        Assert.Null(page.QuerySelector("input[value=Agree]"));
        var program = await office.ProgramAsync("lena");
        var (_, problem, _) = await program.SendAsync(
            $"/api/v1/cases/{acknowledged.Reference}/agreed-corrections",
            new { }
        );
        Assert.Equal("proposed_by_themselves", problem.Code());
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_correction_turned_down_says_why_and_changes_no_day(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var acknowledged = await office.AcknowledgedAsync();
        await ProposeAsync(office, acknowledged);
        var lena = await office.VisitAsync("lena");

        await lena.OpenAsync($"/cases/{acknowledged.Reference}/correction/decision");
        await lena.SubmitAsync(("Form.Answer", "Reject"));
        Assert.Equal(["Enter why it is turned down"], lena.Errors);
        await lena.SubmitAsync(("Form.Answer", "Reject"), ("Form.Reason", "The stamp is another letter's."));

        var now = await office.CaseAsync(acknowledged);
        Assert.Null(now.PendingCorrection);
        Assert.Equal(acknowledged.ReceivedOn, now.ReceivedOn);
    }

    [Theory]
    [InlineData("Form.Reason", " ", "Enter how the mistake came about")]
    [InlineData("Form.Evidence", " ", "Enter what shows the right day")]
    [InlineData("Form.NewValue.Year", "2026", "The day must be today or in the past")]
    [InlineData("Form.NewValue.Day", "14", "That day is recorded already")]
    [InlineData("Form.Fact", "RespondedOn", "Choose which day is wrong")]
    public async Task A_refusal_stands_beside_its_field(string field, string value, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var acknowledged = await office.AcknowledgedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{acknowledged.Reference}/correction");
        await amira.SubmitAsync([.. Stamp, (field, value)]);

        Assert.Equal([message], amira.Errors);
    }

    [Fact]
    public async Task The_API_proposes_agrees_and_rejects()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var acknowledged = await office.AcknowledgedAsync();
        var (amira, lena) = (await office.ProgramAsync("amira"), await office.ProgramAsync("lena"));
        var cases = $"/api/v1/cases/{acknowledged.Reference}";
        var body = new
        {
            fact = "received_on",
            new_value = Thu3Apr,
            reason = "Overlooked.",
            evidence = "The stamp.",
        };

        Assert.Equal(201, (await amira.SendAsync($"{cases}/corrections", body)).Status);
        Assert.Equal("another_is_waiting", (await amira.SendAsync($"{cases}/corrections", body)).Json.Code());
        Assert.Equal("no_reason", (await lena.SendAsync($"{cases}/rejected-corrections", new { })).Json.Code());
        Assert.Equal(201, (await lena.SendAsync($"{cases}/agreed-corrections", new { })).Status);
        Assert.Equal("nothing_proposed", (await lena.SendAsync($"{cases}/agreed-corrections", new { })).Json.Code());
    }

    private static async Task ProposeAsync(Office office, Case about, string who = "amira")
    {
        var visitor = await office.VisitAsync(who);
        await visitor.OpenAsync($"/cases/{about.Reference}/correction");
        await visitor.SubmitAsync(Stamp);
        Assert.Empty(visitor.Errors);
    }

    private static string Flat(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
