using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;
using static Redress.Web.Tests.Features.Organising;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Each test sets limits for the whole landlord, so it has a host of its own.</summary>
public sealed class SettlementTests(TestDatabases databases)
{
    /// <summary>F042: up to a limit an officer needs nobody.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_officer_settles_alone_up_to_the_limit_and_above_it_somebody_whose_limit_covers_it_approves(
        Kind kind
    )
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, kind);
        await LimitAsync(office);
        var acknowledged = await office.AcknowledgedAsync();
        var home = $"/cases/{acknowledged.Reference}";
        var amira = await office.VisitAsync();
        await PromiseAsync(amira, home, "250.00");
        await amira.OpenAsync(home);
        Assert.DoesNotContain("with a higher limit", amira.Page.Body!.TextContent, StringComparison.Ordinal);
        await PromiseAsync(amira, home, "99.50");
        await amira.OpenAsync(home);
        Assert.Contains(
            "£349.50 is promised. Amira Khan settles up to £250 alone",
            amira.Page.Body!.TextContent,
            StringComparison.Ordinal
        );
        await amira.OpenAsync($"{home}/settlement");
        Assert.Equal(403, (int)amira.Status);

        var program = await office.ProgramAsync();
        var (status, json, _) = await program.SendAsync($"/api/v1{home}/response", Answer(office));
        Assert.Equal((409, "needs_approval"), (status, json.Code()));

        var lena = await office.VisitAsync("lena");
        var page = await lena.OpenAsync($"{home}/settlement");
        Assert.Contains("£349.50", page.Body!.TextContent, StringComparison.Ordinal);
        await lena.SubmitAsync(("Form.Note", "Both are on her receipts."));
        Assert.Empty(lena.Errors);
        page = await lena.OpenAsync(home);
        Assert.Contains("Approved that £349.50 is paid", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("with a higher limit", page.Body!.TextContent, StringComparison.Ordinal);

        (status, _, _) = await program.SendAsync($"/api/v1{home}/response", Answer(office));
        Assert.Equal(201, status);
        Assert.Equal(CaseStatus.Answered, (await office.CaseAsync(acknowledged)).Status);
    }

    [Fact]
    public async Task Nobody_approves_their_own_or_more_than_they_settle_themselves()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        await LimitAsync(office);
        var acknowledged = await office.AcknowledgedAsync();
        var home = $"/cases/{acknowledged.Reference}";
        var amira = await office.VisitAsync();
        await PromiseAsync(amira, home, "1000.01");
        var lena = await office.ProgramAsync("lena");

        var (status, json, _) = await lena.SendAsync($"/api/v1{home}/settlement", new { });
        Assert.Equal((409, "above_their_limit"), (status, json.Code()));
        await lena.SendAsync($"/api/v1{home}/owner", new { handler = "lena" });
        (status, json, _) = await lena.SendAsync($"/api/v1{home}/settlement", new { });
        Assert.Equal((409, "their_own_answer"), (status, json.Code()));

        (_, json, _) = await lena.SendAsync($"/api/v1{home}/commitments", Promise(office, "250"));
        Assert.Equal(["amount"], json.Fields());
        (status, _, _) = await lena.SendAsync($"/api/v1{home}/commitments", Promise(office, 99.5m));
        Assert.Equal(201, status);
    }

    [Theory]
    [InlineData("0", "Enter a sum in pounds and pence, up to 1,000,000, such as 99.50")]
    [InlineData("9.999", "Enter a sum in pounds and pence, up to 1,000,000, such as 99.50")]
    public async Task A_sum_that_cannot_be_paid_is_refused_beside_its_field(string amount, string message)
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await PromiseAsync(amira, $"/cases/{logged.Reference}", amount);

        Assert.Equal([message], amira.Errors);
        Assert.Equal(amount, amira.Page.QuerySelector("#Form_Amount")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Limits_are_set_in_a_form_that_names_what_is_wrong()
    {
        await using var hosts = new RedressHosts(databases);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var dan = await office.VisitAsync("dan");

        await dan.OpenAsync("/organisation/limits");
        await dan.SubmitAsync(("Form.Pounds", "-1"));
        Assert.Equal(["Choose a grade", "Enter whole pounds, from 0 to 1,000,000"], dan.Errors);
        var page = await dan.SubmitAsync(("Form.Grade", "Officer"), ("Form.Pounds", "250"));

        Assert.Contains("£250, from", page.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Amira is an officer and settles £250; lena is a manager and settles £1,000.</summary>
    private static async Task LimitAsync(Office office)
    {
        var dan = await office.ProgramAsync("dan");
        var team = await TeamAsync(dan, "Damp", await UnitAsync(dan, "Homes"));
        foreach (var (who, grade, pounds) in new[] { ("amira", "officer", 250), ("lena", "manager", 1_000) })
        {
            await PostAsync(dan, who, team, grade);
            var limit = new
            {
                grade,
                pounds,
                from = "2025-01-01",
            };
            Assert.Equal(204, (await dan.SendAsync("/api/v1/organisation/limits", limit)).Status);
        }
    }

    private static async Task PromiseAsync(Visitor visitor, string home, string amount)
    {
        await visitor.OpenAsync($"{home}/commitments");
        await visitor.SubmitAsync(
            ("Form.What", "What it cost her."),
            ("Form.Amount", amount),
            ("Form.DueOn.Day", "1"),
            ("Form.DueOn.Month", "6"),
            ("Form.DueOn.Year", "2025"),
            ("Form.Owner", "amira")
        );
    }

    private static object Promise(Office office, object amount) =>
        new
        {
            what = "What it cost her.",
            owner = "amira",
            due_on = $"{office.Clock.Today:yyyy-MM-dd}",
            amount,
        };

    private static object Answer(Office office) =>
        new
        {
            sent_on = $"{office.Clock.Today:yyyy-MM-dd}",
            channel = "letter",
            letter = "Dear neighbour, we are sorry and will pay.",
            outcome = "upheld",
        };
}
