using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Who looked at a case is on record, for good, and those who answer for it can read it (rule D23).</summary>
public sealed class ReadersTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whoever_looks_is_listed_with_when_and_by_what_right(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var (frank, cora) = (await office.VisitAsync("frank"), await office.VisitAsync("cora"));
        await frank.OpenAsync($"/cases/{logged.Reference}");
        await frank.OpenAsync($"/cases/{logged.Reference}");
        await cora.OpenAsync($"/cases/{logged.Reference}/owner");

        var page = await cora.OpenAsync($"/cases/{logged.Reference}/readers");

        var rows = page.QuerySelectorAll("tbody tr")
            .Select(row => string.Join(" | ", row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())))
            .ToList();
        Assert.Single(
            rows,
            "10:00, 14 April 2025 | Frank Lowe | To read it | The front line, where nobody is confidential"
        );
        Assert.Single(
            rows,
            "10:00, 14 April 2025 | Cora Bell | To do something about it | Their role: it sees every case"
        );
        await frank.OpenAsync($"/cases/{logged.Reference}/readers");
        Assert.Equal(HttpStatusCode.Forbidden, frank.Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Coming_back_after_a_quarter_of_an_hour_is_another_look(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var today = office.Clock.Today;
        var cora = await office.ProgramAsync("cora");
        var lena = await office.ProgramAsync("lena");
        try
        {
            await cora.GetAsync(Api(logged), Cancel);
            office.Clock.Advance(TimeSpan.FromMinutes(14));
            await cora.GetAsync(Api(logged), Cancel);
            Assert.Equal(1, await LooksAsync());
            office.Clock.Advance(TimeSpan.FromMinutes(1));
            await cora.GetAsync(Api(logged), Cancel);
            Assert.Equal(2, await LooksAsync());
        }
        finally
        {
            office.Clock.GoTo(today);
        }

        async Task<int> LooksAsync()
        {
            var answer = JsonDocument.Parse(await lena.GetStringAsync($"{Api(logged)}/readings", Cancel));
            return answer
                .RootElement.GetProperty("readings")
                .EnumerateArray()
                .Count(one =>
                    $"{one.GetProperty("who")} {one.GetProperty("for")} {one.GetProperty("by")}"
                    == "cora see_case every"
                );
        }
    }

    /// <summary>Of who would not be known nothing is kept, not even that they looked.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_resident_who_follows_their_case_is_listed_and_an_anonymous_one_is_not(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        foreach (var named in (bool[])[true, false])
        {
            var (reference, code) = await FollowTests.ComplainedAsync(office, named);
            await FollowTests.OpenAsync(new Visitor(office.Stranger()), reference, code);

            var looks = await LooksAsync(office, await office.CaseAsync(reference));

            Assert.Equal(
                named,
                looks.Any(look => look is { Who: CurrentPerson.Resident, By: SeenBy.Code, As: not null })
            );
            Assert.DoesNotContain(looks, look => !named && look.Who == CurrentPerson.Resident);
        }
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Two_nodes_write_of_one_case_and_neither_loses_a_look(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var nodes = Enumerable
            .Range(0, 2)
            .Select(_ => ActivatorUtilities.CreateInstance<Readings>(office.Services))
            .ToArray();
        for (var look = 0; look < 20; look++)
        {
            var reader = new CurrentPerson($"reader{look}", "", new HashSet<Role> { Role.ComplaintsTeam });
            await nodes[look % 2].NoteAsync(reader, logged.Id, Cancel);
        }

        await Task.WhenAll(nodes.Select(node => node.WriteAsync(Cancel)));

        var looks = await LooksAsync(office, logged);
        Assert.Equal(20, looks.Count(look => look.Who.StartsWith("reader", StringComparison.Ordinal)));
        Assert.Null((await office.Services.GetRequiredService<Verifier>().VerifyAsync(Cancel)).Altered);
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_the_next_time()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var database = office.Services.GetRequiredService<Database>();
        using var readings = ActivatorUtilities.CreateInstance<Readings>(office.Services);
        var reader = new CurrentPerson("reader", "", new HashSet<Role> { Role.ComplaintsTeam });
        await readings.NoteAsync(reader, logged.Id, Cancel);
        using var shutdown = new CancellationTokenSource();
        await database.Turn.WaitAsync(Cancel);
        try
        {
            var waits = readings.WriteAsync(shutdown.Token);
            await shutdown.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
        }
        finally
        {
            database.Turn.Release();
        }

        await readings.WriteAsync(Cancel);

        Assert.Single(await LooksAsync(office, logged), look => look.Who == "reader");
    }

    /// <summary>The database refuses to change or delete a row of history; with the guard taken off, verifying finds it.</summary>
    [Fact]
    public async Task A_look_that_is_taken_away_is_missed()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        foreach (var who in (string[])["cora", "lena"])
        {
            await (await office.ProgramAsync(who)).GetAsync(Api(logged), Cancel);
        }

        await LooksAsync(office, logged);
        await office.Services.GetRequiredService<Sealer>().SealAsync(Cancel);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var theirs = context.History.Where(row => row.Stream == Streams.Reading && row.StreamId == logged.Id);
        await Assert.ThrowsAnyAsync<Exception>(() => theirs.ExecuteDeleteAsync(Cancel));
        Assert.True(await theirs.CountAsync(Cancel) >= 2);
    }

    private static string Api(Case of) => $"/api/v1/cases/{of.Reference}";

    private static async Task<IReadOnlyList<Reading>> LooksAsync(Office office, Case at)
    {
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        return await office.Services.GetRequiredService<Readings>().OfAsync(context, at.Id, 500, Cancel);
    }
}
