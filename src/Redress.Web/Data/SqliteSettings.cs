using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Redress.Web.Data;

/// <summary>
/// What every connection to the SQLite file needs, once each: durable commits, foreign keys, erased means erased, and
/// patience of a few seconds with another process that writes.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    public const int BusySeconds = 5;

    private static readonly ConditionalWeakTable<sqlite3, object> Done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    public static void Apply(SqliteConnection connection)
    {
        // A pooled connection comes back with the settings it had.
        if (!Done.TryAdd(connection.Handle!, connection.Handle!))
        {
            return;
        }

        // The cache, in KiB, is each connection's own; what it has not, the system has in memory once for all of them.
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA busy_timeout = {BusySeconds * 1000};
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = ON;
            PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -6000;
            """;
        command.ExecuteNonQuery();
    }
}
