using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Redress.Bench.Run;

/// <summary>A process of ours: a server under measurement, the load beside it, or a command that ends by itself.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private Child(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => error.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasExited => process.HasExited;

    public static Child Start(string program, IEnumerable<string> arguments, string? database = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("REDRESS_DATABASE");
        if (database is not null)
        {
            start.Environment["REDRESS_DATABASE"] = database;
        }

        return new Child(Process.Start(start)!);
    }

    /// <summary>Runs a command to its end and returns what it said on standard output.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string? database = null)
    {
        await using var child = Start(program, arguments, database);
        await child.process.WaitForExitAsync();
        return child.process.ExitCode == 0 ? $"{child.output}" : throw await child.FailureAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Memory that is the process's own and in no file, in megabytes (millions of bytes).</summary>
    public async Task<double> AnonymousMegabytesAsync()
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{process.Id}/smaps_rollup");
        var anonymous = lines.Single(line => line.StartsWith("Anonymous:", StringComparison.Ordinal));
        return long.Parse(anonymous.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            * 1024
            / 1e6;
    }

    public async Task<InvalidOperationException> FailureAsync()
    {
        await process.WaitForExitAsync();
        return new InvalidOperationException(
            $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ended with code "
                + $"{process.ExitCode}.\n{output}{error}"
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}
