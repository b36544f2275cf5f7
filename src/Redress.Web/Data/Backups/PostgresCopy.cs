using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Redress.Web.Data;

/// <summary>
/// Every table as COPY writes it, a file each, all in one snapshot. PostgreSQL's own programs may not be on the machine
/// that runs Redress, and need not be: any PostgreSQL reads these files. Coming back they fill tables that the migrations
/// have just made, in one transaction with them: a restore that is cut short leaves the database as empty as it was.
/// </summary>
internal sealed class PostgresCopy(Database database) : DatabaseCopy
{
    public override string Kind => "postgresql";

    public override async Task<DatabaseContents> TakeAsync(string folder, CancellationToken cancel)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var tables = await PostgresTable.AllAsync(snapshot, cancel);
        foreach (var table in tables)
        {
            await using var file = DurableFile.Create(FileOf(folder, table));
            using var rows = await connection.BeginTextExportAsync($"COPY {table.NameAndColumns} TO STDOUT", cancel);
            await rows.BaseStream.CopyToAsync(file, cancel);
            file.Flush(flushToDisk: true);
        }

        return await DatabaseContents.ReadAsync(snapshot, tables.Select(table => table.Name), cancel);
    }

    public override async Task<bool> IsEmptyAsync(CancellationToken cancel)
    {
        const string AnyTable = """
            SELECT EXISTS (SELECT FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace)
            """;
        await using var connection = await database.OpenAsync(cancel);
        await using var ask = connection.CreateCommand();
        ask.CommandText = AnyTable;
        return await ask.ExecuteScalarAsync(cancel) is false;
    }

    public override async Task RestoreAsync(string folder, DatabaseContents expected, CancellationToken cancel)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await MigrateAsync(transaction, cancel);
        var tables = await PostgresTable.AllAsync(transaction, cancel);
        foreach (var table in tables)
        {
            await FillAsync(table, FileOf(folder, table), transaction, cancel);
        }

        expected.Expect(await DatabaseContents.ReadAsync(transaction, tables.Select(table => table.Name), cancel));
        await transaction.CommitAsync(cancel);
    }

    private static string FileOf(string folder, PostgresTable table) =>
        Path.Combine(folder, "tables", $"{table.Name}.copy");

    private async Task MigrateAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        await using var context = database.ContextIn(transaction);
        // Made first, because to ask a table that is not there would end the transaction.
        await transaction.ExecuteAsync(context.GetService<IHistoryRepository>().GetCreateScript(), cancel);
        await context.Database.MigrateAsync(cancel);
    }

    private static async Task FillAsync(
        PostgresTable table,
        string from,
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        await using (var file = File.OpenRead(from))
        {
            await using var rows = await transaction.Connection!.BeginTextImportAsync(
                $"COPY {table.NameAndColumns} FROM STDIN",
                cancel
            );
            await file.CopyToAsync(rows.BaseStream, cancel);
        }

        foreach (var column in table.Numbered)
        {
            // The next number follows the highest that came back.
            await transaction.ExecuteAsync(
                $"SELECT setval(pg_get_serial_sequence('{table.Name}', '{column}'), max({column})) FROM {table.Name}",
                cancel
            );
        }
    }
}

/// <summary>A table as the database itself knows it, so that none is forgotten.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Whatever is stored in it and not worked out by the database, by name.</param>
/// <param name="Numbered">Columns that the database numbers.</param>
/// <param name="Parents">Tables whose rows must be there before.</param>
internal sealed record PostgresTable(string Name, string[] Columns, string[] Numbered, string[] Parents)
{
    public string NameAndColumns => $"\"{Name}\" ({string.Join(", ", Columns.Select(column => $"\"{column}\""))})";

    /// <summary>All of them but those of the migrations, parents before children.</summary>
    public static async Task<IReadOnlyList<PostgresTable>> AllAsync(DbTransaction snapshot, CancellationToken cancel)
    {
        const string All = """
            SELECT t.relname::text,
                array_agg(c.attname::text ORDER BY c.attname),
                coalesce(array_agg(c.attname::text) FILTER (WHERE c.attidentity <> ''), '{}'),
                ARRAY(
                    SELECT parent.relname::text FROM pg_constraint f JOIN pg_class parent ON parent.oid = f.confrelid
                    WHERE f.contype = 'f' AND f.conrelid = t.oid AND f.confrelid <> t.oid
                )
            FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid
            WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace AND t.relname NOT LIKE '\_\_EF%'
                AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = ''
            GROUP BY t.oid, t.relname
            ORDER BY t.relname
            """;
        var tables = new List<PostgresTable>();
        await using var command = snapshot.Command(All);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            tables.Add(
                new PostgresTable(
                    reader.GetString(0),
                    await reader.GetFieldValueAsync<string[]>(1, cancel),
                    await reader.GetFieldValueAsync<string[]>(2, cancel),
                    await reader.GetFieldValueAsync<string[]>(3, cancel)
                )
            );
        }

        return [.. ParentsFirst(tables)];
    }

    private static IEnumerable<PostgresTable> ParentsFirst(List<PostgresTable> tables)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        while (placed.Count < tables.Count)
        {
            var next = tables.First(table => !placed.Contains(table.Name) && table.Parents.All(placed.Contains));
            placed.Add(next.Name);
            yield return next;
        }
    }
}
