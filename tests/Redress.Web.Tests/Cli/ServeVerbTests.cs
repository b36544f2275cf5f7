using System.Net;
using System.Net.Sockets;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Cli;

public sealed class ServeVerbTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task It_says_where_it_answers_and_ends_when_told_to()
    {
        var folder = Directory.CreateTempSubdirectory("redress-serve-");
        try
        {
            await using var server = await ServedProcess.StartAsync(new Installation(folder.FullName), Cancel);
            using var http = new HttpClient { BaseAddress = server.Address };

            Assert.Equal("localhost", server.Address.Host);
            Assert.Empty(server.Faults);
            Assert.Equal("ok", await http.GetStringAsync(new Uri("/health/live", UriKind.Relative), Cancel));
            Assert.Equal(0, await server.StopAsync(Cancel));
        }
        finally
        {
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
}
