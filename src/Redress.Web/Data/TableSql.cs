using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Redress.Web.Data;

/// <summary>What is done with rows of a table.</summary>
internal enum Change
{
    Delete,
    Insert,

    /// <summary>Inserts a row, or replaces the one with its key.</summary>
    Put,
}

/// <summary>
/// The statements a table is written by, alike on both databases. Columns and types are the model's, so that what is
/// written here and what is read through the context cannot drift apart.
/// </summary>
internal sealed class TableSql
{
    private readonly string table;
    private readonly Column[] columns;
    private readonly Column[] key;

    public TableSql(IEntityType entity)
    {
        table = entity.GetTableName()!;
        columns = [.. entity.GetProperties().Select(property => new Column(property))];
        key = [.. columns.Where(column => column.IsKey)];
    }

    /// <summary>The columns whose values a statement takes for each row, in order.</summary>
    public Column[] Columns(Change change) => change == Change.Delete ? key : columns;

    /// <summary>The statement that does it to so many rows, or deletes one, with parameters $1, $2 and so on.</summary>
    public string Statement(Change change, int rows) =>
        change switch
        {
            Change.Delete => Delete(),
            Change.Insert => Insert(rows),
            _ => Put(rows),
        };

    /// <summary>What PostgreSQL takes any number of new rows by.</summary>
    public string Copy => $"COPY {table} ({Names(columns)}) FROM STDIN (FORMAT BINARY)";

    private string Delete() =>
        $"DELETE FROM {table} WHERE {string.Join(" AND ", key.Select((column, at) => $"{column.Name} = ${at + 1}"))}";

    private string Insert(int rows)
    {
        var values = Enumerable.Range(0, rows).Select(row => $"({Placeholders(row * columns.Length)})");
        return $"INSERT INTO {table} ({Names(columns)}) VALUES {string.Join(", ", values)}";
    }

    private string Put(int rows)
    {
        var rest = columns.Except(key).Select(column => $"{column.Name} = excluded.{column.Name}").ToList();
        var action = rest.Count == 0 ? "NOTHING" : $"UPDATE SET {string.Join(", ", rest)}";
        return $"{Insert(rows)} ON CONFLICT ({Names(key)}) DO {action}";
    }

    private string Placeholders(int after) =>
        string.Join(", ", Enumerable.Range(after + 1, columns.Length).Select(number => $"${number}"));

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(column => column.Name));
}
