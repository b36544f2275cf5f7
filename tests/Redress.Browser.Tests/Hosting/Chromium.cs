using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Redress.Browser.Tests.Hosting.Chromium))]

namespace Redress.Browser.Tests.Hosting;

/// <summary>The browser of the machine, started once for all tests. Every visit has its own cookies.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "chromium-headless-shell",
    ];

    /// <summary>How long anything may take, on a machine that is busy with other things too.</summary>
    internal static readonly TimeSpan Most = TimeSpan.FromSeconds(20);

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Most.TotalMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Find(),
                // Containers give the browser neither the rights for its sandbox nor much shared memory.
                Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
            }
        );
    }

    /// <summary>Somebody at the application: signed in where a name is given, else as one who has never been here.</summary>
    internal async Task<Walker> VisitAsync(
        RedressServer server,
        string? who = null,
        Device device = Device.Desk,
        bool javaScript = true
    )
    {
        var context = await browser!.NewContextAsync(
            new()
            {
                BaseURL = server.Address.ToString(),
                Locale = "en-GB",
                TimezoneId = "Europe/London",
                JavaScriptEnabled = javaScript,
                HasTouch = device != Device.Desk,
                ViewportSize = device switch
                {
                    Device.Phone => new() { Width = 390, Height = 844 },
                    Device.SmallPhone => new() { Width = 320, Height = 640 },
                    _ => new() { Width = 1280, Height = 900 },
                },
            }
        );
        context.SetDefaultTimeout((float)Most.TotalMilliseconds);
        if (who is not null)
        {
            await context.AddCookiesAsync([await server.SignedInAsync(who)]);
        }

        return new Walker(await context.NewPageAsync(), device, javaScript);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names
                .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"The browser tests need one of: {string.Join(", ", Names)}.");
    }
}
