using Microsoft.EntityFrameworkCore;
using Redress.Web.Cli;
using Redress.Web.Data;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Cli;

public sealed class SeedVerbTests(TestDatabases databases)
{
    private const int NeverCounted = -1;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Cases_are_made_sealed_and_counted_by_the_database(Kind kind)
    {
        var installation = await databases.CreateEmptyAsync(kind);

        var ran = await VerbProcess.RunAsync(installation, "seed", "--cases", "20", "--rows-per-case", "8", "--json");

        Assert.Equal(Exit.Done, ran.Exit);
        var seeded = ran.Json;
        Assert.Equal((20, 160), (seeded.GetProperty("cases").GetInt32(), seeded.GetProperty("rows").GetInt32()));
        Assert.True(seeded.GetProperty("seconds").GetDouble() > 0);
        await using var opened = TestInstallation.Over(installation);
        await using var context = opened.Database.NewContext();
        Assert.Equal(20, await context.Cases.CountAsync(Cancel));
        Assert.Equal(160, await context.History.CountAsync(row => row.Stream == Streams.Case, Cancel));
        Assert.Empty(context.Unsealed);
        Assert.Null((await opened.Get<Verifier>().VerifyAsync(Cancel)).Altered);
        if (kind == Kind.Postgres)
        {
            Assert.Equal(20, await CountedAsync(context, "cases"));
            Assert.Equal(NeverCounted, await CountedAsync(context, "idempotency_keys"));
        }
    }

    [Fact]
    public async Task The_same_seed_again_is_refused()
    {
        var installation = await databases.CreateEmptyAsync(Kind.Sqlite);
        await VerbProcess.RunAsync(installation, "seed", "--cases", "3", "--seed", "7");

        var again = await CommandLine.RunAsync("seed", "--cases", "3", "--seed", "7", "--data", installation.Folder);

        Assert.Equal(Exit.BadInput, again.Exit);
        Assert.Contains("--seed: the cases of seed 7 are here already", again.Error, StringComparison.Ordinal);
    }

    /// <summary>As after a power cut between making the tables and filling them.</summary>
    [Fact]
    public async Task An_installation_that_was_never_made_whole_is_refused()
    {
        var installation = await databases.CreateAsync(Kind.Sqlite);

        var refused = await CommandLine.RunAsync("seed", "--cases", "3", "--data", installation.Folder);

        Assert.Equal(Exit.BadInput, refused.Exit);
        Assert.Contains("redress migrate", refused.Error, StringComparison.Ordinal);
    }

    /// <summary>How many rows of a table PostgreSQL plans for.</summary>
    private static Task<int> CountedAsync(RedressContext context, string table) =>
        context
            .Database.SqlQuery<int>($"SELECT reltuples::int AS \"Value\" FROM pg_class WHERE relname = {table}")
            .SingleAsync(Cancel);
}
