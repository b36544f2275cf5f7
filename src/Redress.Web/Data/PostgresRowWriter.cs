using Npgsql;
using NpgsqlTypes;

namespace Redress.Web.Data;

/// <summary>
/// PostgreSQL is a journey away: what is written together goes in one batch, and many new rows of a table go by COPY,
/// which spares both sides the parameters.
/// </summary>
internal sealed class PostgresRowWriter(NpgsqlConnection connection) : RowWriter
{
    private const int EnoughToCopy = 64;

    /// <summary>Few sizes, so that few prepared statements serve any number of rows.</summary>
    private static readonly int[] RowsAtATime = [64, 8, 1];

    private readonly Dictionary<(TableSql, Change, int), string> statements = [];
    private NpgsqlBatch? batch;

    public override async Task WriteAsync(TableSql table, Change change, List<object> rows, CancellationToken cancel)
    {
        if (change == Change.Insert && rows.Count >= EnoughToCopy)
        {
            // What was handed over before is written before.
            await SendAsync(cancel);
            await CopyAsync(table, rows, cancel);
            return;
        }

        var done = 0;
        foreach (var size in change == Change.Delete ? [1] : RowsAtATime)
        {
            for (; rows.Count - done >= size; done += size)
            {
                Add(table, change, rows.Slice(done, size));
            }
        }
    }

    public override async Task SendAsync(CancellationToken cancel)
    {
        if (batch is null)
        {
            return;
        }

        await using var sent = batch;
        batch = null;
        await sent.ExecuteNonQueryAsync(cancel);
    }

    public override void Forget()
    {
        batch?.Dispose();
        batch = null;
    }

    public override void Dispose() => Forget();

    private async Task CopyAsync(TableSql table, List<object> rows, CancellationToken cancel)
    {
        var columns = table.Columns(Change.Insert);
        if (columns.Any(column => column.PostgresType == NpgsqlDbType.TsVector))
        {
            // What is searched by is put in order for thousands of cases at once, which takes less than half the time.
            await using var list = new NpgsqlCommand("SET LOCAL gin_pending_list_limit = '64MB'", connection);
            await list.ExecuteNonQueryAsync(cancel);
        }

        await using var copy = await connection.BeginBinaryImportAsync(table.Copy, cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var column in columns)
            {
                if (column.ValueIn(row) is { } value)
                {
                    await copy.WriteAsync(value, column.PostgresType, cancel);
                }
                else
                {
                    await copy.WriteNullAsync(cancel);
                }
            }
        }

        await copy.CompleteAsync(cancel);
    }

    private void Add(TableSql table, Change change, List<object> rows)
    {
        if (!statements.TryGetValue((table, change, rows.Count), out var sql))
        {
            sql = table.Statement(change, rows.Count);
            statements.Add((table, change, rows.Count), sql);
        }

        var command = new NpgsqlBatchCommand(sql);
        foreach (var row in rows)
        {
            foreach (var column in table.Columns(change))
            {
                command.Parameters.Add(
                    new NpgsqlParameter
                    {
                        NpgsqlDbType = column.PostgresType,
                        Value = column.ValueIn(row) ?? DBNull.Value,
                    }
                );
            }
        }

        batch ??= new NpgsqlBatch(connection);
        batch.BatchCommands.Add(command);
    }
}
