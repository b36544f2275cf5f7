using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Redress.Web.Data;

/// <summary>Writes rows to a database in the way that one takes them fastest. Statements are prepared once.</summary>
internal abstract class RowWriter : IDisposable
{
    public static RowWriter To(DbConnection connection) =>
        connection is SqliteConnection sqlite
            ? new SqliteRowWriter(sqlite)
            : new PostgresRowWriter((NpgsqlConnection)connection);

    /// <summary>Writes the rows, at the latest when <see cref="SendAsync"/> is called.</summary>
    public abstract Task WriteAsync(TableSql table, Change change, List<object> rows, CancellationToken cancel);

    /// <summary>Writes whatever is not written yet.</summary>
    public abstract Task SendAsync(CancellationToken cancel);

    /// <summary>Drops whatever is not written yet: the act it belongs to was refused.</summary>
    public abstract void Forget();

    public abstract void Dispose();
}
