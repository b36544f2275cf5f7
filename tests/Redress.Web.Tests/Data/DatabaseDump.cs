using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data;

/// <summary>A whole database as the SQL that makes it again.</summary>
internal static class DatabaseDump
{
    public static async Task<string> OfAsync(Installation installation) =>
        installation.PostgresConnection is { } postgres
            ? WithoutClientCommands(
                await RunAsync(
                    Path.Combine(PostgresCluster.Binaries(), "pg_dump"),
                    "--inserts",
                    "--rows-per-insert=100",
                    "--no-owner",
                    UriOf(postgres)
                )
            )
            : await RunAsync("sqlite3", installation.DatabaseFile, ".dump");

    /// <summary>Makes the database again in an installation that has none of its own yet.</summary>
    public static async Task RestoreAsync(string sql, Installation installation, CancellationToken cancel)
    {
        if (installation.PostgresConnection is { } postgres)
        {
            await using var server = NpgsqlDataSource.Create(postgres + ";Pooling=false");
            await using var restore = server.CreateCommand(sql);
            await restore.ExecuteNonQueryAsync(cancel);
            return;
        }

        await using var connection = new SqliteConnection($"Data Source={installation.DatabaseFile};Pooling=false");
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Newer versions of the program write commands that only its own client understands.</summary>
    private static string WithoutClientCommands(string dump) =>
        string.Join('\n', dump.Split('\n').Where(line => !line.StartsWith('\\')));

    private static string UriOf(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        return $"postgresql://{parts.Username}@{parts.Host}:{parts.Port}/{parts.Database}";
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed.");
    }
}
