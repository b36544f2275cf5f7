using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>The installation's database, whichever it is: makes contexts and connections to it.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly Func<RedressContext> create;
    private readonly Lazy<IModel> model;
    private readonly NpgsqlDataSource? postgres;
    private readonly string sqlite;

    /// <param name="installation">Where the data is.</param>
    /// <param name="interceptors">What watches every command: a test's counter of queries.</param>
    public Database(Installation installation, IEnumerable<IInterceptor>? interceptors = null)
    {
        model = new Lazy<IModel>(() =>
        {
            using var context = create!();
            return context.Model;
        });
        sqlite = new SqliteConnectionStringBuilder
        {
            DataSource = installation.DatabaseFile,
            DefaultTimeout = SqliteSettings.BusySeconds,
        }.ToString();

        if (installation.PostgresConnection is { } connection)
        {
            // Our statements are few and come often, so the driver may prepare them; and they leave nothing behind in a
            // session that must be reset for whoever has it next. The connection string may say otherwise.
            const string Ours = "Max Auto Prepare=100;Auto Prepare Min Usages=2;No Reset On Close=true";
            postgres = NpgsqlDataSource.Create($"{Ours};{connection}");
            var options = Options<PostgresRedressContext>(interceptors).UseNpgsql(postgres).Options;
            create = new PooledDbContextFactory<PostgresRedressContext>(options).CreateDbContext;
        }
        else
        {
            var options = Options<SqliteRedressContext>(interceptors)
                .AddInterceptors(new SqliteSettings())
                .UseSqlite(sqlite)
                .Options;
            var contexts = new PooledDbContextFactory<SqliteRedressContext>(options);
            create = () =>
            {
                var context = contexts.CreateDbContext();
                context.Turn = Turn;
                return context;
            };
        }
    }

    public bool IsSqlite => postgres is null;

    internal IModel Model => model.Value;

    /// <summary>Whose turn it is to write.</summary>
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>A context as good as new: they are used again, because one costs as much to make as a query to ask.</summary>
    /// <param name="reader">Who it reads for, and sees what they see; none where the program reads by itself.</param>
    /// <param name="time">Which day it is for them.</param>
    public RedressContext NewContext(Func<CurrentPerson?>? reader = null, TimeProvider? time = null)
    {
        var context = create();
        context.ReadFor(reader, time ?? TimeProvider.System);
        return context;
    }

    /// <summary>A context inside somebody's transaction, which reads or migrates. It must not save.</summary>
    internal RedressContext ContextIn(DbTransaction transaction)
    {
        RedressContext context = IsSqlite
            ? new SqliteRedressContext(Options<SqliteRedressContext>([]).UseSqlite(transaction.Connection!).Options)
            : new PostgresRedressContext(
                Options<PostgresRedressContext>([])
                    .UseNpgsql(transaction.Connection!)
                    // To migrate in a transaction of one's own is warned of, as not every database can.
                    .ConfigureWarnings(warn => warn.Ignore(RelationalEventId.MigrationsUserTransactionWarning))
                    .Options
            );
        context.Database.UseTransaction(transaction);
        return context;
    }

    /// <summary>A connection of one's own, outside the pool, for a long reader or the writer.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        if (postgres is not null)
        {
            var opened = await postgres.OpenConnectionAsync(cancel);

            // New words wait in a list that every search reads, and that whoever fills it puts in order. Short, so that
            // neither takes long; see PostgresRowWriter for a load of many.
            await using var list = new NpgsqlCommand("SET gin_pending_list_limit = '256kB'", opened);
            await list.ExecuteNonQueryAsync(cancel);
            return opened;
        }

        var connection = new SqliteConnection(sqlite + ";Pooling=False");
        await connection.OpenAsync(cancel);
        SqliteSettings.Apply(connection);
        return connection;
    }

    /// <summary>
    /// Has PostgreSQL put in order and count what a load of many cases brought. It does so by itself a minute later, but
    /// until then every search goes through all that is new, and a connection that asked something before keeps planning
    /// that anew at every request, for as long as it lives. A table that is still empty is left uncounted: known to be
    /// empty it would be read from end to end, however fast it fills.
    /// </summary>
    public async Task AnalyzeAsync(CancellationToken cancel)
    {
        const string WhatIsFilled = """
            DO $$ BEGIN PERFORM gin_clean_pending_list('ix_case_search_words'); EXECUTE (
                SELECT 'ANALYZE ' || string_agg(format('%I', relname), ', ') FROM pg_class
                WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND pg_relation_size(oid) > 0
            ); END $$
            """;

        // SQLite plans by its indexes alone.
        if (postgres is not null)
        {
            await using var analyze = postgres.CreateCommand(WhatIsFilled);
            await analyze.ExecuteNonQueryAsync(cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Turn.Dispose();
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }
        else
        {
            await using var connection = new SqliteConnection(sqlite);
            SqliteConnection.ClearPool(connection);
        }
    }

    private static DbContextOptionsBuilder<T> Options<T>(IEnumerable<IInterceptor>? interceptors)
        where T : DbContext =>
        new DbContextOptionsBuilder<T>().AddInterceptors(interceptors ?? []).EnableThreadSafetyChecks(false);
}
