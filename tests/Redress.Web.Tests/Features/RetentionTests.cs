using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features;

public sealed class RetentionTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>F263: the years end, one proposes many at a time, another erases them, and what is held stays.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_is_past_its_years_is_proposed_by_one_and_erased_by_another(Kind kind)
    {
        await using var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        var office = await Office.OpenAsync(host);
        var (first, second, held) = (await ClosedAsync(office), await ClosedAsync(office), await ClosedAsync(office));
        await office.DoAsync(held, (c, desk) => Erasure.Hold(c, HoldGround.LegalClaim, "A claim.", desk.Today), "cora");
        var lastDay = office.Clock.Today.AddYears(6);

        office.Clock.GoTo(lastDay);
        var cora = await office.VisitAsync("cora");
        var page = await cora.OpenAsync("/retention");
        Assert.Empty(Ticked(page));
        Assert.Equal("0", Cell(page, "Years over"));
        Assert.Equal("1", Cell(page, "Held"));

        office.Clock.GoTo(lastDay.AddDays(1));
        cora = await office.VisitAsync("cora");
        page = await cora.OpenAsync("/retention");
        Assert.Equal("2", Cell(page, "Years over"));
        Assert.Equal(
            new[] { first.Reference, second.Reference }.Order(StringComparer.Ordinal),
            Ticked(page).Order(StringComparer.Ordinal)
        );
        page = await cora.SubmitAsync("main form", []);
        Assert.Contains("Proposed to be erased: 2", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", Cell(page, "Proposed"));

        await cora.OpenAsync("/retention/waiting");
        await cora.SubmitAsync("main form", []);
        Assert.Equal(["Tick that you have looked through the list"], cora.Errors);
        page = await cora.SubmitAsync("main form", [("Form.Sure", "true")]);
        Assert.Contains("Left as they are: 2", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You proposed this", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Null((await office.CaseAsync(first)).ErasedOn);

        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync("/retention/waiting");
        page = await lena.SubmitAsync("main form", [("Form.Sure", "true")]);
        Assert.Contains("Erased: 2", page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var one in new[] { first, second })
        {
            Assert.Equal(office.Clock.Today, (await office.CaseAsync(one)).ErasedOn);
            Assert.Null(await office.TextAsync(one, one.Summary!));
        }

        Assert.NotNull(await office.TextAsync(held, held.Summary!));
        page = await lena.OpenAsync("/retention");
        Assert.Equal(
            ("0", "0", "1", "2"),
            (Cell(page, "Years over"), Cell(page, "Proposed"), Cell(page, "Held"), Cell(page, "Erased"))
        );
        Assert.Null((await host.Services.GetRequiredService<Verifier>().VerifyAsync(Cancel)).Altered);
    }

    /// <summary>M58: whoever runs the system sets the years and sees how many, and which nowhere.</summary>
    [Fact]
    public async Task Whoever_runs_the_system_sets_the_years_and_sees_no_case()
    {
        await using var host = new RedressHost(await databases.CreateAsync(Kind.Sqlite));
        host.StartServer();
        var office = await Office.OpenAsync(host);
        var closed = await ClosedAsync(office);
        office.Clock.GoTo(office.Clock.Today.AddYears(2));
        var dan = await office.VisitAsync("dan");
        await dan.OpenAsync("/retention/years");
        await dan.SubmitAsync(("Form.Kind", "Complaint"), ("Form.Years", "0"));
        Assert.Equal(["Enter whole years, from 1 to 50"], dan.Errors);
        await dan.SubmitAsync(("Form.Kind", "Complaint"), ("Form.Years", "1"));
        Assert.Empty(dan.Errors);

        var page = await dan.OpenAsync("/retention");
        Assert.Equal("1", Cell(page, "Years over"));
        Assert.DoesNotContain(closed.Reference, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        await dan.OpenAsync("/retention/waiting");
        Assert.Equal("/retention", dan.At.AbsolutePath);
        var cora = await office.VisitAsync("cora");
        Assert.Equal([closed.Reference], Ticked(await cora.OpenAsync("/retention")));
        await cora.OpenAsync("/retention/years");
        Assert.Equal(403, (int)cora.Status);

        var program = await office.ProgramAsync("dan");
        var (status, json, _) = await program.SendAsync("/api/v1/retention", new { kind = "complaint", years = 51 });
        Assert.Equal((400, "years"), (status, json.Fields().Single()));
        (status, _, _) = await program.SendAsync("/api/v1/retention", new { kind = "complaint", years = 7 });
        Assert.Equal(204, status);
        Assert.Equal(7, host.Services.GetRequiredService<RulesStore>().Current.RetentionOf(CaseKind.Complaint).Years);
        page = await dan.OpenAsync("/retention");
        Assert.Equal("0", Cell(page, "Years over"));
    }

    private static async Task<Case> ClosedAsync(Office office) =>
        await office.DoAsync(
            await office.DoAsync(
                await office.LoggedAsync(),
                (c, desk) => Withdrawal.Decide(c, new(desk.Today, WithdrawalMethod.Phone, "It was mended."), desk.Today)
            ),
            (c, desk) => Closure.Decide(c, desk.Today, desk.Today)
        );

    private static IEnumerable<string> Ticked(IHtmlDocument page) =>
        page.QuerySelectorAll("input[name='case'][checked]").Select(box => box.GetAttribute("value")!);

    /// <summary>Of complaints.</summary>
    private static string Cell(IHtmlDocument page, string column) =>
        page.QuerySelectorAll("main table")[0]
            .QuerySelectorAll("tbody tr")
            .Single(row => row.QuerySelector("th")!.TextContent.Trim() == "Complaint")
            .QuerySelector($"td[data-label='{column}']")!
            .TextContent.Trim();
}
