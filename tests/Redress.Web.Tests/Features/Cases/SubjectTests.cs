using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Whom a complaint is about sees nothing of it and has no part in it, whatever their role.</summary>
public sealed class SubjectTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private const string Never = "ZZZZ-ZZZZ";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Named_on_the_phone_she_has_lost_it_and_the_lead_agrees(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync(summary: "Amira shouted at me");
        var (frank, amira, lena) = (
            await office.VisitAsync("frank"),
            await office.VisitAsync(),
            await office.VisitAsync("lena")
        );
        await frank.OpenAsync($"/cases/{logged.Reference}/subject");
        await frank.SubmitAsync();
        Assert.Equal(["Choose whom the complaint is about"], frank.Errors);
        await frank.SubmitAsync(("Form.Person", "amira"));
        Assert.Equal(["Enter what the resident says of them"], frank.Errors);
        var page = await frank.SubmitAsync(("Form.Why", "She says that Amira shouted."));

        // The front line does not read whom it is about, not even on the timeline.
        Assert.Equal($"/cases/{logged.Reference}", frank.At.AbsolutePath);
        Assert.DoesNotContain("as whom the complaint is about", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await office.RowAsync(logged)).OwnerId);
        await amira.OpenAsync($"/cases/{logged.Reference}");
        Assert.Equal(HttpStatusCode.NotFound, amira.Status);

        page = await lena.OpenAsync($"/cases/{logged.Reference}");
        Assert.Contains("The complaint is about Amira Khan.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Named Amira Khan as whom", page.Body.TextContent, StringComparison.Ordinal);
        await lena.OpenAsync($"/cases/{logged.Reference}/subject/decision");
        await lena.SubmitAsync(("Form.Answer", "Clear"));
        Assert.Equal(["Enter why the complaint is not about them"], lena.Errors);
        await lena.SubmitAsync(("Form.Answer", "Confirm"));
        Assert.NotNull(Assert.Single((await office.CaseAsync(logged)).Subjects).ConfirmedOn);
        var rebuilder = office.Services.GetRequiredService<Rebuilder>();
        Assert.Equal(0, (await rebuilder.CompareAsync(Cancel)).Changed);

        await lena.OpenAsync($"/cases/{logged.Reference}/subject/decision");
        await lena.SubmitAsync(("Form.Answer", "Clear"), ("Form.Reason", "It was another Amira."));
        await office.DoAsync(
            await office.CaseAsync(logged),
            (c, desk) => Assignment.Decide(c, new("amira"), desk.Rules, desk.Today),
            "lena"
        );
        await amira.OpenAsync($"/cases/{logged.Reference}");
        Assert.Equal(HttpStatusCode.OK, amira.Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task No_way_makes_it_hers_and_nothing_is_asked_of_her(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var about = await AboutAsync(office, "ben");
        var lena = await office.ProgramAsync("lena");
        var cases = $"/api/v1/cases/{about.Reference}";

        var given = await lena.SendAsync($"{cases}/owner", new { handler = "ben" });
        Assert.Equal((409, "subject_of_the_complaint"), (given.Status, given.Json.Code()));
        var asked = await lena.SendAsync(
            $"{cases}/asks",
            new
            {
                of = "ben",
                what = "Did you?",
                answer_by = office.Clock.Today,
            }
        );
        Assert.Equal((409, "subject_of_the_complaint"), (asked.Status, asked.Json.Code()));
        var handed = await lena.SendAsync(
            "/api/v1/cases/owners",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["cases"] = Only(about.Reference),
                ["to"] = Only("ben"),
                ["tell"] = false,
            }
        );
        Assert.NotEqual("ben", (await office.CaseAsync(about)).Owner);
        Assert.True(handed.Status is 200 or 201 or 409, $"{handed.Status} {handed.Json}");
        var visitor = await office.VisitAsync("lena");
        var page = await visitor.OpenAsync($"/cases/{about.Reference}/owner");
        Assert.Null(page.QuerySelector("#Form_Handler option[value=ben]"));
        var again = await lena.SendAsync($"{cases}/subjects", new { person = "ben", why = "Twice" });
        Assert.Equal((409, "already_named"), (again.Status, again.Json.Code()));
        var unknown = await lena.SendAsync($"{cases}/subjects", new { person = "nobody", why = "Who?" });
        Assert.Equal(400, unknown.Status);
        var alone = await lena.SendAsync($"{cases}/subjects", new { person = "frank", why = "He too." });
        Assert.Equal(201, alone.Status);
        var own = await lena.SendAsync($"{cases}/confirmed-subjects", new { person = "frank" });
        Assert.Equal((409, "needs_a_second_person"), (own.Status, own.Json.Code()));
        Assert.Equal(
            201,
            (await lena.SendAsync($"{cases}/cleared-subjects", new { person = "frank", reason = "Not he." })).Status
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_is_about_them_takes_no_place_among_what_they_find(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var today = office.Clock.Today;
        office.Clock.GoTo(today.AddDays(-9));
        var older = await office.LoggedAsync(summary: "Scornfully, of another");
        office.Clock.GoTo(today);
        for (var newer = 0; newer <= Search.PageSize; newer++)
        {
            await AboutAsync(office, "cora");
        }

        var found = await (await office.ProgramAsync("cora")).GetStringAsync("/api/v1/search?q=scornfully", Cancel);

        Assert.Contains(older.Reference, found, StringComparison.Ordinal);
    }

    /// <summary>As if the case had never been: the same status, headers and body.</summary>
    [Theory]
    [InlineData(Kind.Sqlite, "ben")]
    [InlineData(Kind.Postgres, "ben")]
    [InlineData(Kind.Sqlite, "cora")]
    [InlineData(Kind.Sqlite, "lena")]
    [InlineData(Kind.Postgres, "lena")]
    [InlineData(Kind.Sqlite, "ada")]
    [InlineData(Kind.Sqlite, "frank")]
    public async Task Every_address_of_it_answers_them_as_one_that_never_was(Kind kind, string who)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var about = await AboutAsync(office, who);
        var (pages, api) = ((await office.VisitAsync(who)).Http, await office.ProgramAsync(who));

        foreach (var address in Addresses)
        {
            var http = address.StartsWith("/api", StringComparison.Ordinal) ? api : pages;
            var itself = await AnswerAsync(http, address, about.Reference);
            var never = await AnswerAsync(http, address, Never);
            Assert.Equal(never, itself);
        }

        foreach (var list in Lists)
        {
            var http = list.StartsWith("/api", StringComparison.Ordinal) ? api : pages;
            var text = await http.GetStringAsync(new Uri(list, UriKind.Relative), Cancel);
            Assert.DoesNotContain(about.Reference, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain($"quill{who}", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static readonly string[] Addresses =
    [
        "/cases/{0}",
        "/cases/{0}/messages",
        "/cases/{0}/contacts",
        "/cases/{0}/files/" + "0000000000000000000000000000000000000000000000000000000000000000",
        "/api/v1/cases/{0}",
        "/api/v1/cases/{0}/history",
        "/api/v1/cases/{0}/messages",
    ];

    private static readonly string[] Lists =
    [
        "/",
        "/cases",
        "/cases?whose=unassigned",
        "/api/v1/cases",
        "/search?q=scornfully",
        "/api/v1/search?q=scornfully",
    ];

    private static async Task<(HttpStatusCode Status, string Headers, string Body)> AnswerAsync(
        HttpClient http,
        string address,
        string reference
    )
    {
        var asked = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, reference);
        using var answer = await http.GetAsync(new Uri(asked, UriKind.Relative), Cancel);
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Content-Security-Policy" or "Date"))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}")
            .Order(StringComparer.Ordinal);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        return (
            answer.StatusCode,
            string.Join('\n', headers),
            Anew().Replace(body.Replace(reference, "", StringComparison.Ordinal), "")
        );
    }

    /// <summary>What is made anew for every answer: the script's nonce, and the number of the request.</summary>
    private static System.Text.RegularExpressions.Regex Anew() =>
        new("nonce=\"[^\"]*\"|\"trace_id\":\"[^\"]*\"", default, TimeSpan.FromSeconds(1));

    private static string[] Only(string only) => [only];

    private static async Task<Case> AboutAsync(Office office, string who)
    {
        var logged = await office.LoggedAsync(summary: $"Quill{who} was scornfully spoken to");
        return await office.DoAsync(
            logged,
            (c, desk) => Subjects.Name(c, who, "Scornfully, she says.", desk.Today),
            "amira"
        );
    }
}
