using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class ShowCaseTests(RedressHosts hosts, TestDatabases databases) : IClassFixture<RedressHosts>
{
    private static readonly DateOnly Tue22Apr = new(2025, 4, 22);

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task It_says_what_is_due_and_why_and_what_to_do_next(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        var page = await amira.OpenAsync($"/cases/{logged.Reference}");

        var next = page.QuerySelector(".app-next")!;
        Assert.Equal("Acknowledge", next.QuerySelector(".app-next__step")!.TextContent);
        // Easter lies between.
        Assert.Contains("by Wednesday 23 April 2025", next.TextContent, StringComparison.Ordinal);
        Assert.Contains("in 5 working days", next.TextContent, StringComparison.Ordinal);
        Assert.Contains("Good Friday", next.QuerySelector(".app-why")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            $"/cases/{logged.Reference}/acknowledgement",
            next.QuerySelector(".govuk-button")!.GetAttribute("href")
        );
        Assert.Contains("Amira Khan", page.QuerySelector(".app-case__who")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_explanation_stands_on_the_page_and_in_the_API()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var page = await (await office.VisitAsync()).OpenAsync($"/cases/{logged.Reference}");
        using var program = await office.ProgramAsync();
        var json = await ReadAsync(program, $"/api/v1/cases/{logged.Reference}");

        var said = page.QuerySelectorAll(".app-duties .govuk-details__text").Select(why => why.TextContent);
        var answered = json.GetProperty("duties")
            .EnumerateArray()
            .Select(duty => duty.GetProperty("explanation").GetString());
        Assert.Equal(answered, said);
    }

    [Fact]
    public async Task History_shows_both_dates_where_something_was_recorded_later()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        await office.DoAsync(
            logged,
            (c, desk) =>
                ContactNote.Decide(c, new(desk.Today, ContactMethod.Phone, ContactResult.Spoke), desk.Today.AddDays(1))
        );
        office.Clock.GoTo(new DateOnly(2025, 4, 15));
        await office.DoAsync(
            logged,
            (c, desk) =>
                ContactNote.Decide(
                    c,
                    new(desk.Today.AddDays(-1), ContactMethod.Phone, ContactResult.NoAnswer),
                    desk.Today
                )
        );
        var page = await (await office.VisitAsync()).OpenAsync($"/cases/{logged.Reference}");
        office.Clock.GoTo(new DateOnly(2025, 4, 14));

        var dates = page.QuerySelectorAll(".moj-timeline__date").Select(date => date.TextContent).ToList();
        Assert.Equal("Monday 14 April 2025, recorded Tuesday 15 April 2025", dates[0]);
        Assert.Equal("Monday 14 April 2025", dates[1]);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_correction_shows_both_days_both_verdicts_and_who_agreed(Kind kind)
    {
        await using var own = new RedressHosts(databases);
        var office = await Office.OpenAsync(own, kind);
        var logged = await office.LoggedAsync();
        office.Clock.GoTo(Tue22Apr);
        await office.DoAsync(
            logged,
            (c, desk) =>
                Acknowledgement.Decide(c, new(desk.Today, Channel.Email, "Dear resident", true), desk.Rules, desk.Today)
        );
        await office.DoAsync(
            logged,
            (c, desk) =>
                Correction.Propose(
                    c,
                    new(CorrectableFact.ReceivedOn, new DateOnly(2025, 4, 7), "Mistyped", "The email itself"),
                    desk.Rules,
                    desk.Today
                )
        );
        var now = await office.CaseAsync(logged);
        await office.DoAsync(now, (c, desk) => Correction.Agree(c, "lena", desk.Today), who: "lena");

        var page = await (await office.VisitAsync()).OpenAsync($"/cases/{logged.Reference}");
        var corrected = page.QuerySelector(".moj-timeline__item")!.TextContent;

        Assert.Contains(
            "Day received corrected from 14 April 2025 to 7 April 2025",
            corrected,
            StringComparison.Ordinal
        );
        Assert.Contains("Proposed by Amira Khan, agreed by Lena Novak", corrected, StringComparison.Ordinal);
        Assert.Contains(
            "Acknowledgement: due 23 April 2025, In time; now due 14 April 2025, Late",
            corrected,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task History_is_given_as_data_and_in_words(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        using var program = await office.ProgramAsync("ada");
        var json = await ReadAsync(program, $"/api/v1/cases/{logged.Reference}/history");

        var events = json.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(
            ["received", "logged", "assigned", "defined"],
            events.Select(e => e.GetProperty("event").GetString())
        );
        Assert.Equal("Complaint received (Phone)", events[0].GetProperty("sentence").GetString());
        Assert.Equal("The lift is broken", events[0].GetProperty("words").GetProperty("1.1").GetString());
        var one = await ReadAsync(program, $"/api/v1/cases/{logged.Reference}/history/2");
        Assert.Equal(events[1].GetRawText(), one.GetRawText());
    }

    /// <summary>Row M26: who, when and what kind, no content.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_administrator_is_told_what_kind_of_thing_happened_and_nothing_of_the_case(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        using var program = await office.ProgramAsync("dan");

        var json = await ReadAsync(program, $"/api/v1/cases/{logged.Reference}/history");

        Assert.All(
            json.GetProperty("events").EnumerateArray(),
            one =>
                Assert.Equal(
                    ["sequence", "event", "version", "on", "recorded_at", "who", "on_behalf_of"],
                    one.EnumerateObject().Select(property => property.Name)
                )
        );
        var first = await ReadAsync(program, $"/api/v1/cases/{logged.Reference}/history/1");
        Assert.Equal("received", first.GetProperty("event").GetString());
        Assert.False(first.TryGetProperty("words", out _));
    }

    [Fact]
    public async Task Case_and_worklist_cost_a_fixed_number_of_queries()
    {
        var counter = new QueryCounter();
        await using var host = new RedressHost(await databases.CreateAsync(Kind.Sqlite));
        await using var counted = host.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.AddSingleton<IInterceptor>(counter))
        );
        var office = await Office.OpenAsync(counted, host.Clock);
        var amira = await office.VisitAsync();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await office.LoggedAsync();
        }

        var logged = await office.LoggedAsync();
        await office.DoAsync(logged, (c, desk) => Points.Raise(c, "No lift", desk.Today));
        await amira.OpenAsync("/cases");

        Assert.Equal(3, await CountAsync("/cases"));
        Assert.Equal(2, await CountAsync("/cases?whose=All&due=Overdue"));
        Assert.Equal(2, await CountAsync("/search?q=since"));
        Assert.Equal(5, await CountAsync($"/cases/{logged.Reference}"));
        Assert.Equal(7, await CountAsync($"/cases/{logged.Reference}/acknowledgement"));

        async Task<int> CountAsync(string address)
        {
            counter.Reset();
            await amira.OpenAsync(address);
            return counter.Count;
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpClient program, string address)
    {
        var text = await program.GetStringAsync(
            new Uri(address, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return JsonDocument.Parse(text).RootElement;
    }
}
