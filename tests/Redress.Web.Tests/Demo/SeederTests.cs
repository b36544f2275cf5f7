using Microsoft.EntityFrameworkCore;
using Redress.Web.Data;
using Redress.Web.Demo;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Demo;

public sealed class SeederTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_is_seeded_verifies_and_replays(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);

        var seeded = await SeedAsync(installation, cases: 700, seed: 1);

        Assert.Null((await installation.Get<Verifier>().VerifyAsync(Cancel)).Altered);
        Assert.Equal(new Rebuilt(700, Changed: 0), await installation.Get<Rebuilder>().CompareAsync(Cancel));
        Assert.InRange(seeded.Rows / 700.0, 7, 9);
    }

    [Fact]
    public async Task A_seed_makes_the_same_cases_to_the_hash_and_another_makes_others()
    {
        await using var one = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await using var other = await TestInstallation.StartAsync(databases, Kind.Postgres);
        await SeedAsync(one, cases: 60, seed: 4);
        await SeedAsync(other, cases: 60, seed: 4);
        Assert.Equal(await HashesAsync(one), await HashesAsync(other));

        await SeedAsync(one, cases: 60, seed: 5);
        var both = await HashesAsync(one);
        Assert.Equal(both.Count, both.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Rows_a_case_are_exactly_those_asked_for()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);

        var seeded = await SeedAsync(installation, cases: 50, seed: 2, rowsPerCase: 12);

        await using var context = installation.Database.NewContext();
        Assert.Equal(600, seeded.Rows);
        Assert.Equal(50, await context.Cases.CountAsync(row => row.Version == 12, Cancel));
    }

    [Fact]
    public async Task A_seed_that_is_here_already_is_not_sown_twice()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await SeedAsync(installation, cases: 5, seed: 3);

        await Assert.ThrowsAsync<ConflictException>(() => SeedAsync(installation, cases: 5, seed: 3));
    }

    private static Task<Seeded> SeedAsync(TestInstallation installation, int cases, int seed, int? rowsPerCase = null)
    {
        var rules = installation.Get<RulesStore>().Current;
        var seeder = new Seeder(installation.Get<WriteGate>(), rules, installation.Clock.Today);
        return seeder.RunAsync(cases, seed, rowsPerCase, _ => { }, Cancel);
    }

    private static async Task<List<string>> HashesAsync(TestInstallation installation)
    {
        await using var context = installation.Database.NewContext();
        return await context
            .History.Where(row => row.Stream == Streams.Case)
            .OrderBy(row => row.StreamId)
            .ThenBy(row => row.Sequence)
            .Select(row => row.Hash)
            .ToListAsync(Cancel);
    }
}
