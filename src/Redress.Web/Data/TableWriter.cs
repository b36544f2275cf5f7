using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Redress.Web.Data;

/// <summary>
/// Writes the rows of one table by prepared statements. Columns and types are the model's, so
/// that what is written here and what is read through the context cannot drift apart. The SQL is the same on both
/// databases.
/// </summary>
internal sealed class TableWriter(IEntityType entity, DbConnection connection)
{
    /// <summary>
    /// Few sizes, so that few prepared statements serve any number of rows. Many rows a statement save journeys to
    /// PostgreSQL; SQLite is in the process, and its driver looks for each parameter among all of the statement's.
    /// </summary>
    private readonly int[] rowsAtATime = connection is SqliteConnection ? [1] : [64, 8, 1];

    private readonly TableSql sql = new(entity);
    private readonly List<object> toDelete = [];
    private readonly List<object> toInsert = [];
    private readonly List<object> toPut = [];
    private Statement[]? deletes;
    private Statement[]? inserts;
    private Statement[]? puts;

    public bool HasRows => toDelete.Count + toInsert.Count + toPut.Count > 0;

    public void Delete(object row) => toDelete.Add(row);

    public void Insert(object row) => toInsert.Add(row);

    /// <summary>Inserts the row, or replaces the one with its key.</summary>
    public void Put(object row) => toPut.Add(row);

    public void Clear()
    {
        toDelete.Clear();
        toInsert.Clear();
        toPut.Clear();
    }

    /// <summary>Writes everything handed over, or adds it to the batch if there is one.</summary>
    public async Task FlushAsync(DbTransaction transaction, DbBatch? batch, CancellationToken cancel)
    {
        if (toDelete.Count > 0)
        {
            deletes ??= [new Statement(connection, sql.Delete, sql.Key, 1)];
            await WriteAsync(toDelete, deletes, transaction, batch, cancel);
        }

        if (toInsert.Count > 0)
        {
            inserts ??= [.. rowsAtATime.Select(rows => new Statement(connection, sql.Insert(rows), sql.Columns, rows))];
            await WriteAsync(toInsert, inserts, transaction, batch, cancel);
        }

        if (toPut.Count > 0)
        {
            puts ??= [.. rowsAtATime.Select(rows => new Statement(connection, sql.Put(rows), sql.Columns, rows))];
            await WriteAsync(toPut, puts, transaction, batch, cancel);
        }

        Clear();
    }

    private static async Task WriteAsync(
        List<object> rows,
        Statement[] statements,
        DbTransaction transaction,
        DbBatch? batch,
        CancellationToken cancel
    )
    {
        var done = 0;
        foreach (var statement in statements)
        {
            for (; rows.Count - done >= statement.Rows; done += statement.Rows)
            {
                await statement.WriteAsync(rows, done, transaction, batch, cancel);
            }
        }
    }
}

/// <summary>The statements a table is written by.</summary>
internal sealed class TableSql
{
    private readonly string table;

    public TableSql(IEntityType entity)
    {
        table = entity.GetTableName()!;
        Columns = [.. entity.GetProperties().Select(property => new Column(property))];
        Key = [.. Columns.Where(column => column.IsKey)];
        Delete =
            $"DELETE FROM {table} WHERE {string.Join(" AND ", Key.Select((column, at) => $"{column.Name} = ${at + 1}"))}";
    }

    public Column[] Columns { get; }

    public Column[] Key { get; }

    public string Delete { get; }

    public string Insert(int rows)
    {
        var values = Enumerable.Range(0, rows).Select(row => $"({Placeholders(row * Columns.Length)})");
        return $"INSERT INTO {table} ({Names(Columns)}) VALUES {string.Join(", ", values)}";
    }

    public string Put(int rows)
    {
        var rest = Columns.Except(Key).Select(column => $"{column.Name} = excluded.{column.Name}").ToList();
        var action = rest.Count == 0 ? "NOTHING" : $"UPDATE SET {string.Join(", ", rest)}";
        return $"{Insert(rows)} ON CONFLICT ({Names(Key)}) DO {action}";
    }

    private string Placeholders(int after) =>
        string.Join(", ", Enumerable.Range(after + 1, Columns.Length).Select(number => $"${number}"));

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(column => column.Name));
}
