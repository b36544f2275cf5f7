using Microsoft.Playwright;
using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>What is due today: by urgency, mine and everybody's.</summary>
public sealed class WorklistJourneyTests(Chromium chromium, RedressServers servers) : IClassFixture<RedressServers>
{
    [Theory]
    [ClassData(typeof(WaysDownToTheNarrowest))]
    public async Task The_most_urgent_comes_first_and_leads_to_its_case(Device device, bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        var calm = await server.LoggedAsync(new(2025, 5, 12), owner: "ben");
        var late = await server.LoggedAsync(new(2025, 4, 14), owner: "ben");
        var soon = await server.LoggedAsync(new(2025, 5, 6), owner: "ben");
        await using var ben = await chromium.VisitAsync(server, "ben", device, javaScript);

        await ben.GoAsync("/cases");
        await ben.LookAsync();
        var mine = await ListedAsync(ben);
        Assert.Equal([late, soon, calm], mine.Keys.Intersect([late, soon, calm]));
        Assert.Contains("12 working days late", mine[late], StringComparison.Ordinal);
        Assert.Contains("in 1 working day", mine[soon], StringComparison.Ordinal);
        Assert.Contains("in 5 working days", mine[calm], StringComparison.Ordinal);

        await ben.SelectAsync("Due", "Overdue");
        await ben.PressAsync("Show");
        var overdue = await ListedAsync(ben);
        Assert.Contains(late, overdue.Keys);
        Assert.DoesNotContain(soon, overdue.Keys);
        var figure = ben.Page.Locator(".app-figures a[aria-current]");
        await Assertions.Expect(figure).ToHaveTextAsync($"{overdue.Count} Overdue");

        await ben.FollowAsync("Nobody’s yet");
        await ben.SeesAsync("No cases here.");
        await ben.LookAsync();
        await ben.FollowAsync("Everybody’s");
        Assert.Contains("Ben Ashdown", (await ListedAsync(ben))[late], StringComparison.Ordinal);
        await ben.LookAsync();
        await ben.FollowAsync(late);
        await ben.SeesAsync("12 working days late");
    }

    /// <summary>The rows of the list by reference, from first to last.</summary>
    private static async Task<OrderedDictionary<string, string>> ListedAsync(Walker walker)
    {
        var rows = walker.Page.Locator("main tbody tr");
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
        var listed = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in await rows.AllAsync())
        {
            listed.Add(await row.GetByRole(AriaRole.Link).InnerTextAsync(), await row.InnerTextAsync());
        }

        return listed;
    }
}
