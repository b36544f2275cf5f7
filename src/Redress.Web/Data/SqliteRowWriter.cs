using Microsoft.Data.Sqlite;

namespace Redress.Web.Data;

/// <summary>SQLite is in the process: a statement a row, executed at once, costs no more than many rows a statement.</summary>
internal sealed class SqliteRowWriter(SqliteConnection connection) : RowWriter
{
    private readonly Dictionary<(TableSql, Change), SqliteStatement> statements = [];

    public override Task WriteAsync(TableSql table, Change change, List<object> rows, CancellationToken cancel)
    {
        if (!statements.TryGetValue((table, change), out var statement))
        {
            statement = new SqliteStatement(connection, table.Statement(change, rows: 1), table.Columns(change));
            statements.Add((table, change), statement);
        }

        foreach (var row in rows)
        {
            statement.Execute(row);
        }

        return Task.CompletedTask;
    }

    public override Task SendAsync(CancellationToken cancel) => Task.CompletedTask;

    public override void Forget() { }

    public override void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }
    }
}
