using System.Diagnostics;
using Redress.Web.Data;

namespace Redress.Web.Tests.Hosting;

/// <summary>The product as it is really run: a process of its own, on a port of its own.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServedProcess(Process process, Uri address, IReadOnlyList<string> faults) =>
        (this.process, Address, Faults) = (process, address, faults);

    public Uri Address { get; }

    /// <summary>What failed before it answered, as its log begins to say it.</summary>
    public IReadOnlyList<string> Faults { get; }

    public static async Task<ServedProcess> StartAsync(
        Installation installation,
        CancellationToken cancel,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(Program).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0", "--data", installation.Folder]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["REDRESS_DATABASE"] = installation.PostgresConnection;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var started = Process.Start(start)!;
        try
        {
            var faults = new List<string>();
            return new(started, await AddressAsync(started, faults, cancel), faults);
        }
        catch
        {
            started.Kill();
            throw;
        }
    }

    /// <summary>It ends at once, whatever it was doing, as when the power goes.</summary>
    public async Task KillAsync(CancellationToken cancel)
    {
        process.Kill();
        await process.WaitForExitAsync(cancel);
    }

    /// <summary>It is asked to end, and ends with this code.</summary>
    public async Task<int> StopAsync(CancellationToken cancel)
    {
        using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        process.Dispose();
    }

    private static async Task<Uri> AddressAsync(Process process, List<string> faults, CancellationToken cancel)
    {
        const string Said = "Redress answers at ";
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith(Said, StringComparison.Ordinal))
            {
                // What it says afterwards is read too, so that it never waits for a reader.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new Uri(line[Said.Length..]);
            }

            if (
                line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal)
            )
            {
                faults.Add(line);
            }
        }

        throw new InvalidOperationException("It ended without saying where it answers.");
    }
}
