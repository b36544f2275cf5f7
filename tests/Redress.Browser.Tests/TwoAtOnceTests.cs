using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>Two people write in one case at the same time.</summary>
public sealed class TwoAtOnceTests(Chromium chromium, RedressServers servers) : IClassFixture<RedressServers>
{
    [Theory]
    [ClassData(typeof(Ways))]
    public async Task The_second_sees_what_changed_and_keeps_what_they_wrote(Device device, bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        var reference = await server.LoggedAsync(new(2025, 5, 6));
        await using var amira = await chromium.VisitAsync(server, "amira", device, javaScript);
        await using var lena = await chromium.VisitAsync(server, "lena", device, javaScript);
        var (hers, his) = ($"A ramp is wanted. {reference}", $"The lift is mended. {reference}");
        await amira.GoAsync($"/cases/{reference}/points");
        await lena.GoAsync($"/cases/{reference}/contacts");
        await lena.ChooseAsync("What came of it?", "Spoke");
        await lena.FillAsync("What was said (optional)", his);

        await amira.FillAsync("Another point", hers);
        await amira.PressAsync("Add point");
        await amira.SeesAsync("The point is added.");
        await lena.PressAsync("Save");

        await lena.IsToldAsync(
            "Somebody else changed this case while you were writing. Nothing is saved yet: read what changed, then send again"
        );
        await lena.ReadsAsync("Since you opened this page", "Point 1 raised");
        await lena.SeesAsync("by Amira Haddad");
        await lena.SeesAsync(hers);
        await lena.KeptAsync("What was said (optional)", his);
        Assert.Equal(0, await server.RecordedAsync(his));

        await lena.PressAsync("Save");
        await lena.SeesAsync("The contact is noted.");
        Assert.Equal((1, 1), (await server.RecordedAsync(hers), await server.RecordedAsync(his)));
    }
}
