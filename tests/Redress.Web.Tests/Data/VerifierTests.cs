using System.Data.Common;
using Microsoft.Data.Sqlite;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data;

public sealed class VerifierTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Untouched_history_verifies_and_prints_the_newest_seal(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await installation.EventfulAsync();
        var first = await installation.Get<Sealer>().SealAsync(Cancel);
        await installation.LoggedAsync(anonymous: true);
        var second = await installation.Get<Sealer>().SealAsync(Cancel);
        var again = await installation.Get<Sealer>().SealAsync(Cancel);

        var verified = await installation.Get<Verifier>().VerifyAsync(Cancel);

        Assert.Null(verified.Altered);
        Assert.Equal(second, verified.Seal);
        Assert.NotEqual(first, second);
        Assert.Equal(second, again);

        // Three shipped calendars and two cases.
        Assert.Equal(5, verified.StreamCount);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Words_that_are_gone_without_the_event_that_says_so_are_found(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var logged = await installation.LoggedAsync();
        await using var connection = await installation.Database.OpenAsync(Cancel);
        var verifier = installation.Get<Verifier>();

        await ExecuteAsync(
            connection,
            "UPDATE words SET text = NULL, erased_at = '2026-01-01 00:00:00' WHERE id = '1.1'"
        );
        Assert.Equal(new AlteredRow(Streams.Case, logged.Case.Id, 1), (await verifier.VerifyAsync(Cancel)).Altered);

        await ExecuteAsync(connection, "UPDATE words SET erased_at = NULL WHERE id = '1.1'");
        Assert.Equal(new AlteredRow(Streams.Case, logged.Case.Id, 1), (await verifier.VerifyAsync(Cancel)).Altered);
    }

    [Theory]
    [InlineData(Kind.Sqlite, 1000)]
    [InlineData(Kind.Postgres, 150)]
    public async Task Every_tampering_is_found(Kind kind, int tamperings)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await CloseAsync(installation, "2025-12-24", "2025-12-24,2025-12-31");
        for (var number = 0; number < 3; number++)
        {
            await installation.EventfulAsync();
            await installation.LoggedAsync();
        }

        await installation.Get<Sealer>().SealAsync(Cancel);
        await installation.EventfulAsync();
        await installation.Get<Sealer>().SealAsync(Cancel);
        await installation.LoggedAsync();
        await installation.Get<Sealer>().SealAsync(Cancel);

        Assert.Empty(await MissedAsync(installation, tamperings, allSealed: true));
    }

    [Theory]
    [InlineData(Kind.Sqlite, 300)]
    [InlineData(Kind.Postgres, 100)]
    public async Task What_was_not_sealed_yet_is_held_by_its_chain_and_its_neighbours(Kind kind, int tamperings)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await CloseAsync(installation, "2025-12-24", "2025-12-24,2025-12-31");
        await installation.EventfulAsync();
        await installation.LoggedAsync();

        Assert.Empty(await MissedAsync(installation, tamperings, allSealed: false));
    }

    private static async Task<List<string>> MissedAsync(TestInstallation installation, int tamperings, bool allSealed)
    {
        await using var connection = await installation.Database.OpenAsync(Cancel);
        await ForgetTriggersAsync(connection);
        var tampering = new Tampering(connection, seed: 20250414);
        var missed = new List<string>();
        for (var number = 0; number < tamperings; number++)
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancel);
            var (what, where) = await tampering.DoAsync(transaction, allSealed, Cancel);
            var verified = await Verifier.VerifyAsync(transaction, installation.Get<FileStore>(), Cancel);
            if (verified.Altered is null || (where is not null && verified.Altered != where))
            {
                missed.Add($"{number}: {what} at {where}: found {verified.Altered}");
            }

            await transaction.RollbackAsync(Cancel);
        }

        return missed;
    }

    /// <summary>The landlord's closure days, set one after the other.</summary>
    private static async Task CloseAsync(TestInstallation installation, params string[] days)
    {
        foreach (var value in days)
        {
            var signature = new Signature("dan", installation.Clock.GetUtcNow().UtcDateTime);
            await installation.Get<SettingsStore>().SetAsync(SettingKeys.Closures, value, signature, Cancel);
        }
    }

    private static async Task ForgetTriggersAsync(DbConnection connection)
    {
        foreach (var table in new[] { "history", "seals", "seal_heads" })
        {
            await ExecuteAsync(
                connection,
                connection is SqliteConnection
                    ? $"DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete"
                    : $"ALTER TABLE {table} DISABLE TRIGGER ALL"
            );
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
