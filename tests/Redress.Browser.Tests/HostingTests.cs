using Microsoft.Playwright;
using Redress.Browser.Tests.Hosting;

namespace Redress.Browser.Tests;

public sealed class HostingTests(Chromium chromium, RedressServer server) : IClassFixture<RedressServer>
{
    [Theory]
    [InlineData(Device.Phone, true)]
    [InlineData(Device.Phone, false)]
    [InlineData(Device.Desk, true)]
    public async Task The_browser_reaches_the_application(Device device, bool javaScript)
    {
        var page = await chromium.OpenAsync(server, "/health/live", device, javaScript);

        await Assertions.Expect(page.Locator("body")).ToHaveTextAsync("ok");
    }
}
