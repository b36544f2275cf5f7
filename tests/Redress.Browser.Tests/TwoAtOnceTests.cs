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
        await using var ben = await chromium.VisitAsync(server, "ben", device, javaScript);
        var (hers, his) = ($"A ramp is wanted. {reference}", $"The lift is mended. {reference}");
        await amira.GoAsync($"/cases/{reference}/points");
        await ben.GoAsync($"/cases/{reference}/contacts");
        await ben.ChooseAsync("What came of it?", "Spoke");
        await ben.FillAsync("What was said (optional)", his);

        await amira.FillAsync("Another point", hers);
        await amira.PressAsync("Add point");
        await amira.SeesAsync("The point is added.");
        await ben.PressAsync("Save");

        await ben.IsToldAsync(
            "Somebody else changed this case while you were writing. Nothing is saved yet: read what changed, then send again"
        );
        await ben.ReadsAsync("Since you opened this page", "Point 1 raised");
        await ben.SeesAsync("by Amira Haddad");
        await ben.SeesAsync(hers);
        await ben.KeptAsync("What was said (optional)", his);
        Assert.Equal(0, await server.RecordedAsync(his));

        await ben.PressAsync("Save");
        await ben.SeesAsync("The contact is noted.");
        Assert.Equal((1, 1), (await server.RecordedAsync(hers), await server.RecordedAsync(his)));
    }
}
