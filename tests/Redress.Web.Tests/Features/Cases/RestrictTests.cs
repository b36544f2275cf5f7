using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;
using static Redress.Web.Tests.Features.Organising;

namespace Redress.Web.Tests.Features.Cases;

public sealed class RestrictTests(RedressHosts hosts, TestDatabases databases) : IClassFixture<RedressHosts>
{
    private static readonly (string, string)[] NoCalls =
    [
        ("Form.NoPhone", "true"),
        ("Form.Conditions", "Please write to Amira Khan."),
        ("Form.Why", "Shouted at four people in two days."),
        ("Form.Tried", "Asked twice, once in writing."),
        ("Form.Equality", "No need is known; a call is not how they are heard."),
    ];

    /// <summary>F116: reason, equality, review day, and somebody else who agrees; D24.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whoever_takes_the_calls_proposes_it_the_lead_agrees_and_the_resident_sees_which_ways_are_open(
        Kind kind
    )
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await FollowTests.ComplainedAsync(office, named: true);
        var home = $"/cases/{reference}";
        var frank = await office.VisitAsync("frank");
        await frank.OpenAsync($"{home}/restriction");
        await frank.SubmitAsync(("Form.NoPhone", "true"));
        Assert.Equal(["Enter what they did"], frank.Errors);
        await frank.SubmitAsync(NoCalls);
        Assert.Empty(frank.Errors);
        Assert.Contains(
            "Nothing changes until somebody else decides",
            frank.Page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Contact is limited", frank.Page.Body.TextContent, StringComparison.Ordinal);
        await frank.OpenAsync($"{home}/restriction/decision");
        Assert.Equal(403, (int)frank.Status);

        var lena = await office.VisitAsync("lena");
        var page = await lena.OpenAsync($"{home}/restriction/decision");
        Assert.Contains("Shouted at four people in two days.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "on your page of this complaint",
            page.QuerySelector("#Form_Letter")!.TextContent,
            StringComparison.Ordinal
        );
        await lena.SubmitAsync(("Form.Answer", "Agree"), ("Form.Leaves", "Sent"), ("Form.Channel", "Letter"));
        Assert.Empty(lena.Errors);

        page = await frank.OpenAsync(home);
        Assert.Contains(
            "No calls",
            page.QuerySelector("[aria-label='Contact is limited']")!.TextContent,
            StringComparison.Ordinal
        );
        var resident = new Visitor(office.Stranger());
        page = await FollowTests.OpenAsync(resident, reference, code);
        var told = page.QuerySelector("[aria-label='How to reach us about this complaint']")!.TextContent;
        Assert.Contains("by letter", told, StringComparison.Ordinal);
        Assert.Contains("Please write to Amira Khan.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("by telephone", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Shouted", page.Body!.TextContent, StringComparison.Ordinal);

        await lena.OpenAsync($"{home}/restriction/end");
        await lena.SubmitAsync(("Form.Reason", "It has been quiet since."));
        Assert.Empty(lena.Errors);
        page = await frank.OpenAsync(home);
        Assert.Null(page.QuerySelector("[aria-label='Contact is limited']"));
        page = await resident.OpenAsync("/follow/complaint");
        Assert.Null(page.QuerySelector("[aria-label='How to reach us about this complaint']"));
    }

    /// <summary>F117: a restriction that leaves no way is refused, on the page and for programs.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task It_leaves_a_way_open_or_is_refused_and_nothing_written_is_lost(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, _) = await FollowTests.ComplainedAsync(office, named: true);
        var amira = await office.VisitAsync("lena");
        await amira.OpenAsync($"/cases/{reference}/restriction");
        var page = await amira.SubmitAsync([
            .. NoCalls,
            ("Form.NoEmail", "true"),
            ("Form.NoPost", "true"),
            ("Form.NotInPerson", "true"),
        ]);
        Assert.StartsWith("Leave one way open", Assert.Single(amira.Errors), StringComparison.Ordinal);
        Assert.Contains(
            "Shouted at four people",
            page.QuerySelector("#Form_Why")!.TextContent,
            StringComparison.Ordinal
        );

        var program = await office.ProgramAsync("lena");
        var address = $"/api/v1/cases/{reference}";
        var all = new
        {
            no_phone = true,
            no_email = true,
            no_post = true,
            not_in_person = true,
            why = "Shouted.",
            tried = "Asked twice.",
            equality = "No need is known.",
            until = $"{office.Clock.Today.AddMonths(3):yyyy-MM-dd}",
        };
        var (status, json, _) = await program.SendAsync($"{address}/restriction-proposals", all);
        Assert.Equal((409, "no_way_left"), (status, json.Code()));
        (status, json, _) = await program.SendAsync(
            $"{address}/restriction-proposals",
            all with
            {
                no_post = false,
                until = $"{office.Clock.Today.AddMonths(13):yyyy-MM-dd}",
            }
        );
        Assert.Equal((409, "review_too_late"), (status, json.Code()));
        (status, _, _) = await program.SendAsync($"{address}/restriction-proposals", all with { no_post = false });
        Assert.Equal(201, status);
        (status, json, _) = await program.SendAsync($"{address}/agreed-restrictions", Letter(office));
        Assert.Equal((409, "proposed_by_themselves"), (status, json.Code()));
        (status, _, _) = await program.SendAsync($"{address}/rejected-restrictions", new { reason = "Too much." });
        Assert.Equal(201, status);
        (status, json, _) = await program.SendAsync($"{address}/lifted-restrictions", new { reason = "Calm." });
        Assert.Equal((409, "not_restricted"), (status, json.Code()));
        Assert.Empty((await office.CaseAsync(reference)).Restrictions);
    }

    /// <summary>F229: the procedure leaves it to a director, who sees no case but this page of it.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Only_whom_the_procedure_names_agrees(Kind kind)
    {
        await using var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        await host
            .Services.GetRequiredService<RulesStore>()
            .ChooseAsync(
                new(CaseKind.Complaint, "halton-2011", host.Clock.Today),
                new Signature("dan", host.Clock.GetUtcNow().UtcDateTime),
                TestContext.Current.CancellationToken
            );
        var office = await Office.OpenAsync(host);
        var (reference, _) = await FollowTests.ComplainedAsync(office, named: true);
        var home = $"/cases/{reference}";
        var frank = await office.VisitAsync("frank");
        await frank.OpenAsync($"{home}/restriction");
        await frank.SubmitAsync(NoCalls);
        Assert.Empty(frank.Errors);

        var lena = await office.VisitAsync("lena");
        var page = await lena.OpenAsync($"{home}/restriction/decision");
        Assert.Contains("Executive Director", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#Form_Letter"));
        var program = await office.ProgramAsync("lena");
        var (status, json, _) = await program.SendAsync($"/api/v1{home}/agreed-restrictions", Letter(office));
        Assert.Equal((409, "below_the_grade"), (status, json.Code()));

        var administrator = await office.ProgramAsync("dan");
        await PostAsync(
            administrator,
            "dan",
            await TeamAsync(administrator, "Board", await UnitAsync(administrator, "House")),
            "director"
        );
        await office.GrantAsync("dan", Role.ServiceDirector);
        var dan = await office.VisitAsync("dan");
        await dan.OpenAsync(home);
        Assert.Equal(403, (int)dan.Status);
        await dan.OpenAsync($"{home}/restriction/decision");
        await dan.SubmitAsync(("Form.Answer", "Agree"), ("Form.Leaves", "Sent"), ("Form.Channel", "Letter"));
        Assert.Empty(dan.Errors);
        Assert.Equal("/", dan.At.AbsolutePath);
        Assert.Single((await office.CaseAsync(reference)).Restrictions);
    }

    private static object Letter(Office office) =>
        new
        {
            letter = "Please write to us.",
            sent_on = $"{office.Clock.Today:yyyy-MM-dd}",
            channel = "letter",
        };
}
