using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Redress.Core.Calendar;
using Redress.Web.Background;
using Redress.Web.Data;
using Redress.Web.Demo;
using Redress.Web.Outside;

namespace Redress.Web.Cli;

internal static class ServeVerb
{
    public static readonly Verb Verb = new(
        "serve [--urls URL] [--demo]",
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

        // What is wrong in the folder is said in one line here, and in thirty by the server.
        var installation = Installations.Of(args);
        UnfinishedRestore.Refuse(installation);
        _ = new ProcedureStore(installation).Own();

        var demo = args.Has("--demo");
        var mail = Path.Combine(args.DataFolder, "mail");
        string[] landlord = demo
            ? [.. DemoLandlord.Configuration, $"--{MailSettings.Section}:{nameof(MailSettings.Folder)}={mail}"]
            : [];
        await using var app = Program.Build([$"--data={args.DataFolder}", $"--urls={urls}", .. landlord]);
        var readiness = app.Services.GetRequiredService<Readiness>();
        readiness.Await();
        await app.StartAsync();
        if (demo)
        {
            await BuildDemoAsync(app, terminal);
        }

        readiness.Done();
        foreach (var address in app.Urls)
        {
            terminal.Say($"Redress answers at {ByName(address)}");
        }

        await app.WaitForShutdownAsync();
        return Exit.Done;
    }

    private static async Task BuildDemoAsync(WebApplication app, Terminal terminal)
    {
        var today = LondonTime.Today(app.Services.GetRequiredService<TimeProvider>());
        var bar = terminal.Progress("Making up a landlord");
        try
        {
            await DemoLandlord.BuildAsync(app.Services, bar.Report, today, app.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return;
        }

        terminal.Say(
            await DemoLandlord.IsInAsync(app.Services, CancellationToken.None)
                ? DemoStaff.Introduction + MailFolder(app)
                : "This folder holds data of its own, so the demonstration was not added."
        );
    }

    private static string MailFolder(WebApplication app) =>
        $"Letters that leave by email are written to {app.Services.GetRequiredService<IOptions<MailSettings>>().Value.Folder}\n";

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
            // Bound and not listened at: whoever waits for the server must not take this for it.
            using var probe = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(at, address.Port));
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
