using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data;

public sealed class MigrationTests(TestDatabases databases)
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_model_has_no_change_that_no_migration_knows(Kind kind)
    {
        await using var database = new Database(await databases.CreateAsync(kind));
        await using var context = database.NewContext();

        Assert.False(context.Database.HasPendingModelChanges(), "Run eng/migrate NAME.");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task After_every_migration_history_and_seals_refuse_to_be_changed(Kind kind)
    {
        await using var database = new Database(await databases.CreateAsync(kind));
        await using var context = database.NewContext();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO history (stream, stream_id, sequence, event, version, data, "on", recorded_at, who, hash)
            VALUES ('settings', 'x', 1, 'changed', 1, '{"{}"}', {new DateOnly(
                2026,
                3,
                2
            )}, {DateTime.UnixEpoch}, 'a', 'h')
            """,
            TestContext.Current.CancellationToken
        );
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO seals (number, sealed_at, heads, previous, value) VALUES (1, {DateTime.UnixEpoch}, 1, '', 'v')",
            TestContext.Current.CancellationToken
        );
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO seal_heads (seal, stream, stream_id, sequence, hash) VALUES (1, 'settings', 'x', 1, 'h')",
            TestContext.Current.CancellationToken
        );

        foreach (var (table, column) in new[] { ("history", "who"), ("seals", "value"), ("seal_heads", "hash") })
        {
            await RefusesAsync(context, $"UPDATE {table} SET {column} = 'someone else'", table);
            await RefusesAsync(context, $"DELETE FROM {table}", table);
        }
    }

    private static async Task RefusesAsync(RedressContext context, string sql, string table)
    {
        var refusal = await Assert.ThrowsAnyAsync<DbException>(() =>
            context.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken)
        );
        Assert.Contains($"{table} is never changed", refusal.Message, StringComparison.Ordinal);
    }
}
