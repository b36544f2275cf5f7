using Microsoft.Data.Sqlite;

namespace Redress.Web.Data;

/// <summary>
/// SQLite copies itself page by page, in one reading transaction that stops no writer. VACUUM INTO would write a smaller
/// file, but it may number rows anew, works for longer, and would hide a damaged page until somebody needs it.
/// </summary>
internal sealed class SqliteCopy(Installation installation, Database database) : DatabaseCopy
{
    private static readonly string FileName = Path.GetFileName(new Installation("").DatabaseFile);

    public override string Kind => "sqlite";

    public override async Task<DatabaseContents> TakeAsync(string folder, CancellationToken cancel)
    {
        await using var copy = Connection(Path.Combine(folder, FileName), SqliteOpenMode.ReadWriteCreate);
        await copy.OpenAsync(cancel);
        await using (var source = (SqliteConnection)await database.OpenAsync(cancel))
        {
            source.BackupDatabase(copy);
        }

        // One file, with no write-ahead log beside it.
        await ValueAsync(copy, "PRAGMA journal_mode = DELETE", cancel);
        if (await ValueAsync(copy, "PRAGMA integrity_check(1)", cancel) is var said && said is not "ok")
        {
            throw new InvalidDataException(
                $"{installation.DatabaseFile}: SQLite finds it damaged: {said}. Keep the backups you have."
            );
        }

        return await ContentsAsync(copy, cancel);
    }

    /// <summary>The folder, which holds nothing, would hold the database.</summary>
    public override Task<bool> IsEmptyAsync(CancellationToken cancel) => Task.FromResult(true);

    public override async Task RestoreAsync(string folder, DatabaseContents expected, CancellationToken cancel)
    {
        var file = Path.Combine(folder, FileName);
        await using (var copy = Connection(file, SqliteOpenMode.ReadOnly))
        {
            await copy.OpenAsync(cancel);
            expected.Expect(await ContentsAsync(copy, cancel));
        }

        await DurableFile.CopyAsync(file, installation.DatabaseFile, cancel);
    }

    private static SqliteConnection Connection(string file, SqliteOpenMode mode) =>
        new(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );

    private static async Task<DatabaseContents> ContentsAsync(SqliteConnection copy, CancellationToken cancel)
    {
        const string Tables = """
            SELECT name FROM sqlite_schema
            WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE '\_\_EF%' ESCAPE '\'
            """;
        await using var snapshot = copy.BeginTransaction(deferred: true);
        var tables = new List<string>();
        await using (var command = snapshot.Command(Tables))
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                tables.Add(reader.GetString(0));
            }
        }

        return await DatabaseContents.ReadAsync(snapshot, tables, cancel);
    }

    private static async Task<object?> ValueAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel);
    }
}
