using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Redress.Web.Tests.Hosting;

/// <summary>
/// A throwaway PostgreSQL server for a test run: started when first asked for, gone with the run. A machine without the
/// server fails the run, because a product that promises two databases is tested on two.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string home;
    private readonly string programs;
    private readonly string connection;

    private PostgresCluster(string home, string programs, int port) =>
        (this.home, this.programs, connection) = (
            home,
            programs,
            // Many installations share the server: none keeps what it once needed for fifty at a time.
            $"Host=127.0.0.1;Port={port};Username=postgres;Include Error Detail=true"
                + ";Connection Idle Lifetime=5;Connection Pruning Interval=2"
        );

    public static async Task<PostgresCluster> StartAsync()
    {
        var binaries = Binaries();
        var folder = (await RunAsync("mktemp", "-d", "/tmp/redress-postgres.XXXXXX")).Trim();
        var data = Path.Combine(folder, "data");
        var port = FreePort();
        await RunAsync(
            Path.Combine(binaries, "initdb"),
            [
                .. "--auth=trust --username=postgres --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions -D".Split(
                    ' '
                ),
                data,
            ]
        );
        await RunAsync(
            Path.Combine(binaries, "pg_ctl"),
            [.. "-w start -D".Split(' '), data, "-l", Path.Combine(folder, "log"), "-o", Options(folder, port)]
        );
        return new PostgresCluster(folder, binaries, port);
    }

    public string ConnectionTo(string database) => $"{connection};Database={database}";

    public async Task CreateAsync(string database, string template = "template1")
    {
        await using var server = NpgsqlDataSource.Create(ConnectionTo("postgres") + ";Pooling=false");
        await using var create = server.CreateCommand($"CREATE DATABASE {database} TEMPLATE {template}");
        await create.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync(
            Path.Combine(programs, "pg_ctl"),
            "-D",
            Path.Combine(home, "data"),
            "-m",
            "immediate",
            "-w",
            "stop"
        );
        await RunAsync("rm", "-rf", home);
    }

    /// <summary>Durability costs time and a throwaway server needs none.</summary>
    private static string Options(string folder, int port) =>
        $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} "
        + "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB -c max_connections=1000";

    /// <summary>The folder of the server's programs.</summary>
    public static string Binaries()
    {
        var named = Environment.GetEnvironmentVariable("PGBIN");
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(version => version, StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return new[] { named }
                .Concat(debian)
                .Concat(path)
                .FirstOrDefault(folder => File.Exists(Path.Combine(folder ?? "", "initdb")))
            ?? throw new InvalidOperationException(
                "These tests need PostgreSQL's server programs and found none. Install them (Debian: apt-get install "
                    + "postgresql) or set PGBIN to the folder that holds initdb."
            );
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The server refuses to run as root, so root steps down to the server's own user, or to nobody.</summary>
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/tmp",
        };
        string[] line = [program, .. arguments];
        if (Environment.UserName == "root")
        {
            var user = (await File.ReadAllTextAsync("/etc/passwd")).Contains("\npostgres:", StringComparison.Ordinal)
                ? "postgres"
                : "nobody";
            line = ["setpriv", $"--reuid={user}", "--clear-groups", "--", .. line];
        }

        start.FileName = line[0];
        foreach (var argument in line[1..])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} failed: {await output}{await error}");
    }
}
