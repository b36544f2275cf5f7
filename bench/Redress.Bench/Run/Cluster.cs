namespace Redress.Bench.Run;

/// <summary>
/// A PostgreSQL of our own, thrown away afterwards, as durable as it comes: fsync and synchronous_commit stay on.
/// </summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly string folder;
    private readonly int port = Child.FreePort();

    private Cluster(string folder) => this.folder = folder;

    public static async Task<Cluster> StartAsync(string parent)
    {
        var cluster = new Cluster(Path.Combine(parent, "postgresql"));
        Directory.CreateDirectory(cluster.folder);
        if (Environment.UserName == "root")
        {
            // The server refuses to run as root, so it gets a folder and a user of its own.
            await Child.RunAsync("chown", ["postgres", cluster.folder]);
        }

        await RunAsync(
            "initdb",
            "-D",
            cluster.Data,
            "-A",
            "trust",
            "-U",
            "postgres",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-instructions"
        );
        await RunAsync(
            "pg_ctl",
            "-D",
            cluster.Data,
            "-l",
            Path.Combine(cluster.folder, "log"),
            "-w",
            "-o",
            $"-c listen_addresses=127.0.0.1 -c port={cluster.port} -c unix_socket_directories={cluster.folder} "
                + "-c shared_buffers=512MB -c max_wal_size=4GB",
            "start"
        );
        return cluster;
    }

    private string Data => Path.Combine(folder, "data");

    public string Connection(string database) => $"Host=127.0.0.1;Port={port};Username=postgres;Database={database}";

    public Task CreateAsync(string database, string template = "template1") =>
        Child.RunAsync(
            Binary("createdb"),
            ["-h", "127.0.0.1", "-p", $"{port}", "-U", "postgres", "-T", template, database]
        );

    public async ValueTask DisposeAsync() => await RunAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    private static Task<string> RunAsync(string binary, params string[] arguments) =>
        Environment.UserName == "root"
            ? Child.RunAsync(
                "setpriv",
                ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--", Binary(binary), .. arguments]
            )
            : Child.RunAsync(Binary(binary), arguments);

    private static string Binary(string name) =>
        Directory
            .GetDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin", name))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal)
            .LastOrDefault()
        ?? throw new InvalidOperationException($"PostgreSQL's {name} is not installed: apt-get install postgresql");
}
