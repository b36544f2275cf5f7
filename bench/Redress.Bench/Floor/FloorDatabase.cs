using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Redress.Bench.Floor;

/// <summary>The product's own database, opened by the same drivers with the same promises to keep.</summary>
internal abstract class FloorDatabase
{
    /// <param name="connection">A connection string of PostgreSQL, or a file of SQLite.</param>
    public static FloorDatabase Of(string connection) =>
        connection.Contains('=', StringComparison.Ordinal) ? new OnPostgres(connection) : new OnSqlite(connection);

    public abstract DbConnection Open();

    /// <summary>Does all of it or nothing, and returns once it would survive a power cut.</summary>
    public abstract Task WriteAsync(DbConnection connection, IReadOnlyList<Insert> inserts);

    /// <summary>Statements name their parameters <c>$1</c>, <c>$2</c>, which both drivers understand.</summary>
    public static void Bind(DbCommand command, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    private sealed class OnSqlite(string file) : FloorDatabase
    {
        private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);

        public override DbConnection Open()
        {
            var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            using var settings = connection.CreateCommand();
            settings.CommandText =
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=5000;";
            settings.ExecuteNonQuery();
            return connection;
        }

        // The driver for SQLite has no asynchronous calls of its own.
        public override Task WriteAsync(DbConnection connection, IReadOnlyList<Insert> inserts)
        {
            Write(connection, inserts);
            return Task.CompletedTask;
        }

        private void Write(DbConnection connection, IReadOnlyList<Insert> inserts)
        {
            Prepared(connection, "BEGIN IMMEDIATE", 0).ExecuteNonQuery();
            foreach (var insert in inserts)
            {
                var command = Prepared(connection, insert.Sql, insert.Values.Count);
                Bind(command, insert.Values);
                command.ExecuteNonQuery();
            }

            Prepared(connection, "COMMIT", 0).ExecuteNonQuery();
        }

        private DbCommand Prepared(DbConnection connection, string sql, int parameters)
        {
            if (!prepared.TryGetValue(sql, out var command))
            {
                command = connection.CreateCommand();
                command.CommandText = sql;
                for (var i = 1; i <= parameters; i++)
                {
                    command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
                }

                prepared.Add(sql, command);
            }

            return command;
        }
    }

    private sealed class OnPostgres(string connectionString) : FloorDatabase
    {
        private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString)
            {
                // Each connection is held for good, and a closed one must not keep a database from being copied.
                Pooling = false,
                MaxAutoPrepare = 50,
                AutoPrepareMinUsages = 2,
            }
        );

        public override DbConnection Open() => source.OpenConnection();

        // One round trip: a batch is one transaction.
        public override async Task WriteAsync(DbConnection connection, IReadOnlyList<Insert> inserts)
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)connection);
            foreach (var insert in inserts)
            {
                var command = new NpgsqlBatchCommand(insert.Sql);
                foreach (var value in insert.Values)
                {
                    command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
                }

                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync();
        }
    }
}

internal readonly record struct Insert(string Sql, IReadOnlyList<object?> Values);
