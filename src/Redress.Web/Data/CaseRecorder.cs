using System.Collections.Frozen;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Redress.Web.Data;

/// <summary>
/// The one writer of history and of everything worked out from it, for a single act, an import, the demo and a seed
/// alike. Acts handed over together become few statements.
/// </summary>
internal sealed class CaseRecorder(IModel model, DbConnection connection)
{
    private readonly FrozenDictionary<Type, TableWriter> tables = model
        .GetEntityTypes()
        .Where(entity => entity.ClrType.Namespace == typeof(HistoryRow).Namespace && entity.ClrType != typeof(Person))
        .ToFrozenDictionary(entity => entity.ClrType, entity => new TableWriter(entity, connection));

    private readonly string requests = model.FindEntityType(typeof(IdempotencyKeyRow))!.GetTableName()!;
    private readonly List<TableWriter> inUse = [];

    public async Task WriteAsync(
        IReadOnlyList<Recording> recordings,
        DbTransaction transaction,
        CancellationToken cancel
    )
    {
        HandOver(recordings);

        // PostgreSQL takes all of it in one journey; SQLite, in the process, each statement as it comes.
        await using var batch = connection.CanCreateBatch ? connection.CreateBatch() : null;
        try
        {
            foreach (var table in inUse)
            {
                await table.FlushAsync(transaction, batch, cancel);
            }

            if (batch is { BatchCommands.Count: > 0 })
            {
                batch.Transaction = transaction;
                await batch.ExecuteNonQueryAsync(cancel);
            }
        }
        catch (DbException refused) when (DatabaseErrors.DuplicateIn(refused) is { } table)
        {
            throw table == requests ? new AlreadyDoneException(refused) : new ConflictException(refused);
        }
        finally
        {
            inUse.ForEach(table => table.Clear());
            inUse.Clear();
        }
    }

    private void HandOver(IReadOnlyList<Recording> recordings)
    {
        foreach (var recording in recordings)
        {
            recording.Deleted.ForEach(row => TableOf(row).Delete(row));
            recording.Inserted.ForEach(row => TableOf(row).Insert(row));
            recording.Replaced.ForEach(row => TableOf(row).Put(row));
        }
    }

    private TableWriter TableOf(object row)
    {
        var table = tables[row.GetType()];
        if (!table.HasRows)
        {
            inUse.Add(table);
        }

        return table;
    }
}
