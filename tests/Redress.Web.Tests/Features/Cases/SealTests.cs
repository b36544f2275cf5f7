using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>A sealed case exists for those named alone, and two people decide on it (rule D12).</summary>
public sealed class SealTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private const string Never = "ZZZZ-ZZZZ";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Sealed_by_one_it_is_gone_for_the_rest_until_two_open_it_again(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync(summary: "Quillwort of the director");
        var (cora, lena, frank) = (
            await office.VisitAsync("cora"),
            await office.VisitAsync("lena"),
            await office.VisitAsync("frank")
        );
        var page = await cora.OpenAsync($"/cases/{logged.Reference}/seal");
        Assert.Null(page.QuerySelector("#Form_Second option[value=cora]"));
        await cora.SubmitAsync();
        Assert.Equal(["Choose the second person"], cora.Errors);
        await cora.SubmitAsync(("Form.Second", "amira"));
        Assert.Equal(["Enter why nobody else may see it"], cora.Errors);
        page = await cora.SubmitAsync(("Form.Why", "Her husband works here."));
        Assert.Contains("only Cora Bell, Amira Khan see this case", page.Body!.TextContent, StringComparison.Ordinal);

        foreach (var outside in new[] { lena, frank })
        {
            await outside.OpenAsync($"/cases/{logged.Reference}");
            Assert.Equal(HttpStatusCode.NotFound, outside.Status);
            foreach (var list in new[] { "/cases?whose=all", "/search?q=quillwort" })
            {
                page = await outside.OpenAsync(list);
                Assert.DoesNotContain(logged.Reference, page.Body!.TextContent, StringComparison.Ordinal);
            }
        }

        foreach (var list in new[] { "/cases?whose=all", "/search?q=quillwort" })
        {
            page = await cora.OpenAsync(list);
            Assert.Contains(logged.Reference, page.Body!.TextContent, StringComparison.Ordinal);
        }

        var rebuilder = office.Services.GetRequiredService<Rebuilder>();
        Assert.Equal(0, (await rebuilder.CompareAsync(Cancel)).Changed);

        // Whoever sealed it cannot agree alone, and lets in a colleague, who can.
        await cora.OpenAsync($"/cases/{logged.Reference}/seal/decision");
        await cora.SubmitAsync(("Form.Answer", "Agree"));
        Assert.Equal(["It takes two, and the first was you: somebody else must decide"], cora.Errors);
        await cora.OpenAsync($"/cases/{logged.Reference}/seal/readers");
        await cora.SubmitAsync(("Form.Change", "Admit"), ("Form.Person", "lena"), ("Form.Why", "She leads."));
        await lena.OpenAsync($"/cases/{logged.Reference}/seal/decision");
        await lena.SubmitAsync(("Form.Answer", "Agree"));
        Assert.NotNull((await office.CaseAsync(logged)).Seal!.AgreedOn);

        await lena.OpenAsync($"/cases/{logged.Reference}/seal/decision");
        await lena.SubmitAsync(("Form.Answer", "Lift"), ("Form.Why", "He left."));
        await frank.OpenAsync($"/cases/{logged.Reference}");
        Assert.Equal(HttpStatusCode.NotFound, frank.Status);
        await cora.OpenAsync($"/cases/{logged.Reference}/seal/decision");
        await cora.SubmitAsync(("Form.Answer", "Lift"), ("Form.Why", "He did."));
        await frank.OpenAsync($"/cases/{logged.Reference}");
        Assert.Equal(HttpStatusCode.OK, frank.Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Being_let_in_gives_nobody_more_than_their_role_does(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var about = await SealedAsync(office, "Fumitory");
        var today = office.Clock.Today;
        var (cora, ada) = (await office.ProgramAsync("cora"), await office.ProgramAsync("ada"));
        var cases = $"/api/v1/cases/{about.Reference}";
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync(cases, Cancel)).StatusCode);

        var admitted = await cora.SendAsync(
            $"{cases}/readers",
            new
            {
                person = "ada",
                until = today,
                why = "Audit",
            }
        );
        Assert.Equal((400, "person"), (admitted.Status, Assert.Single(admitted.Json.Fields())));
        admitted = await cora.SendAsync(
            $"{cases}/readers",
            new
            {
                person = "ben",
                until = today,
                why = "Cover",
            }
        );
        Assert.Equal(201, admitted.Status);
        var ben = await office.ProgramAsync("ben");
        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync(cases, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Somebody_let_in_until_a_day_sees_it_that_day_and_not_the_next(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var about = await SealedAsync(office, "Teasel");
        var today = office.Clock.Today;
        var (cora, lena) = (await office.ProgramAsync("cora"), await office.ProgramAsync("lena"));
        var cases = $"/api/v1/cases/{about.Reference}";
        var admitted = await cora.SendAsync(
            $"{cases}/readers",
            new
            {
                person = "lena",
                until = today,
                why = "Cover",
            }
        );
        Assert.Equal(201, admitted.Status);
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await lena.GetAsync(cases, Cancel)).StatusCode);
            Assert.Contains(
                about.Reference,
                await lena.GetStringAsync("/api/v1/search?q=teasel", Cancel),
                StringComparison.Ordinal
            );
            office.Clock.GoTo(today.AddDays(1));
            Assert.Equal(HttpStatusCode.NotFound, (await lena.GetAsync(cases, Cancel)).StatusCode);
            Assert.DoesNotContain(
                about.Reference,
                await lena.GetStringAsync("/api/v1/search?q=teasel", Cancel),
                StringComparison.Ordinal
            );
            Assert.Equal(HttpStatusCode.OK, (await cora.GetAsync(cases, Cancel)).StatusCode);
        }
        finally
        {
            office.Clock.GoTo(today);
        }
    }

    /// <summary>To the lead who is not named it is as a case that never was, whatever they ask.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task No_program_gets_at_it(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var about = await SealedAsync(office, "Yarrow");
        var lena = await office.ProgramAsync("lena");

        foreach (
            var part in new[]
            {
                "owner",
                "seal",
                "seal-agreement",
                "seal-lifting",
                "readers",
                "removed-readers",
                "withdrawal",
            }
        )
        {
            var there = await lena.SendAsync($"/api/v1/cases/{about.Reference}/{part}", new { });
            var never = await lena.SendAsync($"/api/v1/cases/{Never}/{part}", new { });
            Assert.Equal((never.Status, never.Json.Code()), (there.Status, there.Json.Code()));
        }

        var cora = await office.ProgramAsync("cora");
        var given = await cora.SendAsync($"/api/v1/cases/{about.Reference}/owner", new { handler = "ben" });
        Assert.Equal((409, "not_a_reader"), (given.Status, given.Json.Code()));
        var second = await cora.SendAsync(
            $"/api/v1/cases/{about.Reference}/seal",
            new { second = "lena", why = "Twice" }
        );
        Assert.Equal((409, "already_sealed"), (second.Status, second.Json.Code()));
    }

    /// <summary>The seal keeps colleagues out, and not the resident whose case it is.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_resident_goes_on_following_it(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await FollowTests.ComplainedAsync(office, named: true);
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Sealing.Begin(c, "amira", "Her husband works here.", "cora", desk.Today),
            "cora"
        );

        var page = await FollowTests.OpenAsync(new Visitor(office.Stranger()), reference, code);

        Assert.Contains(reference, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("ealed", page.Body.TextContent, StringComparison.Ordinal);
    }

    internal static async Task<Case> SealedAsync(Office office, string word)
    {
        var logged = await office.LoggedAsync(summary: $"{word} grows in the gutter");
        return await office.DoAsync(
            logged,
            (c, desk) => Sealing.Begin(c, "amira", "Her husband works here.", "cora", desk.Today),
            "cora"
        );
    }
}
