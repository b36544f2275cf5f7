using System.Data.Common;

namespace Redress.Web.Data;

/// <summary>What a database holds, in figures.</summary>
/// <param name="Migration">The last one applied.</param>
/// <param name="Seal">The value of the newest seal; none while nothing was sealed.</param>
/// <param name="Rows">How many rows each table has.</param>
public sealed record DatabaseContents(string Migration, string? Seal, SortedDictionary<string, long> Rows)
{
    internal static async Task<DatabaseContents> ReadAsync(
        DbTransaction snapshot,
        IEnumerable<string> tables,
        CancellationToken cancel
    )
    {
        const string LastMigration = """
            SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" DESC LIMIT 1
            """;
        const string NewestSeal = "SELECT value FROM seals ORDER BY number DESC LIMIT 1";
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            rows.Add(table, (long)(await ValueAsync(snapshot, $"SELECT count(*) FROM \"{table}\"", cancel))!);
        }

        return new DatabaseContents(
            (string)(await ValueAsync(snapshot, LastMigration, cancel))!,
            (string?)await ValueAsync(snapshot, NewestSeal, cancel),
            rows
        );
    }

    /// <exception cref="InvalidDataException">Something else was found than this.</exception>
    public void Expect(DatabaseContents found)
    {
        var different = Rows
            .Keys.Union(found.Rows.Keys, StringComparer.Ordinal)
            .FirstOrDefault(table => Rows.GetValueOrDefault(table, -1) != found.Rows.GetValueOrDefault(table, -1));
        var wrong =
            different is not null ? $"the rows of {different}"
            : Seal != found.Seal ? "the newest seal"
            : Migration != found.Migration ? "the migration"
            : null;
        if (wrong is not null)
        {
            throw new InvalidDataException(
                $"The backup's manifest says otherwise of {wrong} than the database in it. Nothing was restored."
            );
        }
    }

    private static async Task<object?> ValueAsync(DbTransaction snapshot, string sql, CancellationToken cancel)
    {
        await using var command = snapshot.Command(sql);
        // To count a large table takes as long as it takes.
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync(cancel);
    }
}
