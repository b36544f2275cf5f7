using System.Net;
using System.Net.Sockets;

namespace Redress.Web.Cli;

internal static class ServeVerb
{
    public static readonly Verb Verb = new(
        "serve [--urls URL]",
        "The web application, until it is told to stop.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        var urls = args.Value("--urls") ?? "http://localhost:5080";
        foreach (var url in urls.Split(';'))
        {
            CheckFree(url);
        }

        await using var app = Program.Build([$"--data={args.DataFolder}", $"--urls={urls}"]);
        await app.StartAsync();
        foreach (var address in app.Urls)
        {
            terminal.Say($"Redress answers at {ByName(address)}");
        }

        await app.WaitForShutdownAsync();
        return Exit.Done;
    }

    /// <summary>A port that is taken is said in one line here, and in thirty by the server.</summary>
    private static void CheckFree(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            var at =
                IPAddress.TryParse(address.Host, out var number) ? number
                : address.Host == "localhost" ? IPAddress.Loopback
                : IPAddress.Any;
            using var probe = new TcpListener(at, address.Port);
            probe.Start();
        }
        catch (FormatException)
        {
            throw new BadInputException($"--urls: '{url}' is not an address; write it as http://localhost:5080");
        }
        catch (SocketException taken)
        {
            throw new BadInputException($"--urls: cannot answer at {url}: {taken.Message}. Choose another port.");
        }
    }

    /// <summary>Passkeys belong to a name, never to a number, so this machine is called by its name.</summary>
    private static string ByName(string address) =>
        address
            .Replace("//127.0.0.1:", "//localhost:", StringComparison.Ordinal)
            .Replace("//[::1]:", "//localhost:", StringComparison.Ordinal);
}
