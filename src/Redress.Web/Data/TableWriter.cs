using Microsoft.EntityFrameworkCore.Metadata;

namespace Redress.Web.Data;

/// <summary>What is to be written to one table.</summary>
/// <param name="entity">The table.</param>
/// <param name="order">The order in which the database takes new rows best; none where it does not matter.</param>
internal sealed class TableWriter(IEntityType entity, Comparison<object>? order = null)
{
    private readonly TableSql sql = new(entity);
    private readonly List<object> toDelete = [];
    private readonly List<object> toInsert = [];
    private readonly List<object> toPut = [];

    public bool HasRows => toDelete.Count + toInsert.Count + toPut.Count > 0;

    public void Delete(object row) => toDelete.Add(row);

    public void Insert(object row) => toInsert.Add(row);

    /// <inheritdoc cref="Change.Put"/>
    public void Put(object row) => toPut.Add(row);

    public void Clear()
    {
        toDelete.Clear();
        toInsert.Clear();
        toPut.Clear();
    }

    /// <summary>Hands over everything.</summary>
    public async Task FlushAsync(RowWriter rows, CancellationToken cancel)
    {
        if (order is not null)
        {
            toInsert.Sort(order);
        }

        await FlushAsync(rows, Change.Delete, toDelete, cancel);
        await FlushAsync(rows, Change.Insert, toInsert, cancel);
        await FlushAsync(rows, Change.Put, toPut, cancel);
    }

    private async Task FlushAsync(RowWriter rows, Change change, List<object> from, CancellationToken cancel)
    {
        if (from.Count > 0)
        {
            await rows.WriteAsync(sql, change, from, cancel);
            from.Clear();
        }
    }
}
