using System.Collections.Frozen;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Redress.Web.Data;

/// <summary>
/// The one writer of history and of everything worked out from it, for a single act, an import, the demo and a seed
/// alike. Acts handed over together become few statements.
/// </summary>
internal sealed class CaseRecorder(IModel model, DbConnection connection) : IDisposable
{
    private readonly FrozenDictionary<Type, TableWriter> tables = model
        .GetEntityTypes()
        .Where(entity => entity.ClrType.Namespace == typeof(HistoryRow).Namespace && entity.ClrType != typeof(Person))
        .ToFrozenDictionary(
            entity => entity.ClrType,
            entity => new TableWriter(entity, entity.ClrType == typeof(CaseSearchRow) ? ByNumber : null)
        );

    private readonly RowWriter rows = RowWriter.To(connection);
    private readonly string requests = model.FindEntityType(typeof(IdempotencyKeyRow))!.GetTableName()!;
    private readonly List<TableWriter> inUse = [];

    /// <summary>Writes all of it, in the transaction that the connection is in.</summary>
    public async Task WriteAsync(IReadOnlyList<Recording> recordings, CancellationToken cancel)
    {
        try
        {
            HandOver(recordings);
            foreach (var table in inUse)
            {
                await table.FlushAsync(rows, cancel);
            }

            await rows.SendAsync(cancel);
        }
        catch (DbException refused) when (DatabaseErrors.DuplicateIn(refused) is { } table)
        {
            throw table == requests ? new AlreadyDoneException(refused) : new ConflictException(refused);
        }
        finally
        {
            inUse.ForEach(table => table.Clear());
            inUse.Clear();
            rows.Forget();
        }
    }

    public void Dispose() => rows.Dispose();

    private void HandOver(IReadOnlyList<Recording> recordings)
    {
        foreach (var recording in recordings)
        {
            recording.Deleted.ForEach(row => TableOf(row).Delete(row));
            recording.Inserted.ForEach(row => TableOf(row).Insert(row));
            recording.Replaced.ForEach(row => TableOf(row).Put(row));
        }
    }

    /// <summary>A row whose number is lower than the last makes SQLite's index write out all it has in memory.</summary>
    private static int ByNumber(object one, object other) =>
        ((CaseSearchRow)one).Number.CompareTo(((CaseSearchRow)other).Number);

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
