using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Redress.Browser.Tests.Hosting;

/// <summary>What somebody holds in their hand or has on their desk.</summary>
public enum Device
{
    Phone,
    Desk,
}

/// <summary>The browser of the machine, started once for all tests. Every page has its own cookies.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "chromium-headless-shell",
    ];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
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

    /// <summary>A page as a person who has never been here sees it.</summary>
    public async Task<IPage> OpenAsync(
        RedressServer server,
        string path,
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
                HasTouch = device == Device.Phone,
                ViewportSize =
                    device == Device.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
            }
        );
        context.SetDefaultTimeout(10_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
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

/// <summary>WCAG 2.2 AA as far as a machine can tell.</summary>
public static class Accessibility
{
    private static readonly AxeRunOptions Wcag22Aa = new()
    {
        RunOnly = new()
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    public static async Task AssertAsync(IPage page)
    {
        var found = await page.RunAxe(Wcag22Aa);
        Assert.True(
            found.Violations.Length == 0,
            $"{page.Url}:\n"
                + string.Join(
                    "\n",
                    found.Violations.Select(rule =>
                        $"{rule.Id}: {rule.Help}\n  {string.Join("\n  ", rule.Nodes.Select(node => node.Html))}"
                    )
                )
        );
    }
}
