using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Redress.Web.Tests.Cli;

public sealed class ServeVerbTests
{
    [Fact(Timeout = 60_000)]
    public async Task It_says_where_it_answers_and_ends_when_told_to()
    {
        var folder = Directory.CreateTempSubdirectory("redress-serve-");
        using var server = Start("serve", "--urls", "http://127.0.0.1:0", "--data", folder.FullName);
        try
        {
            var address = await AddressAsync(server);
            using var http = new HttpClient();

            Assert.StartsWith("http://localhost:", address);
            Assert.Equal(
                "ok",
                await http.GetStringAsync($"{address}/health/live", TestContext.Current.CancellationToken)
            );

            using var stop = Process.Start("kill", ["-TERM", $"{server.Id}"]);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, server.ExitCode);
        }
        finally
        {
            server.Kill();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var ran = await CommandLine.RunAsync("serve", "--urls", $"http://{other.LocalEndpoint}");

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.StartsWith($"redress serve: --urls: cannot answer at http://{other.LocalEndpoint}", ran.Error);
        Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused()
    {
        var ran = await CommandLine.RunAsync("serve", "--urls", "nonsense");

        Assert.Equal(2, ran.Exit);
        Assert.StartsWith("redress serve: --urls: 'nonsense' is not an address", ran.Error);
    }

    private static Process Start(params string[] args) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;

    private static async Task<string> AddressAsync(Process server)
    {
        const string Said = "Redress answers at ";
        while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(Said, StringComparison.Ordinal))
            {
                return line[Said.Length..];
            }
        }

        throw new InvalidOperationException("It ended without saying where it answers.");
    }
}
