using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>Pages that no journey leads through.</summary>
public sealed class OtherPagesTests(Chromium chromium, TestDatabases databases)
{
    [Theory]
    [InlineData(Device.SmallPhone, true)]
    [InlineData(Device.Desk, false)]
    public async Task They_are_sound_for_whoever_opens_them(Device device, bool javaScript)
    {
        await using var server = await RedressServer.DemoAsync(await databases.CreateAsync(Kind.Sqlite));
        await LookAroundAsync(server, null, "/", "/no-such-page", "/report-data", "/report-data/sent");
        await LookAroundAsync(server, "lena", "/settings", "/sign-out");
        await LookAroundAsync(
            server,
            "farida",
            "/",
            "/procedures",
            "/procedures/fernhill-2024",
            "/cases/no-such-case",
            "/staff",
            "/staff/ben/absence",
            "/staff/ben/post",
            "/incidents",
            "/organisation",
            "/organisation/units",
            "/organisation/teams",
            "/organisation/cases"
        );

        async Task LookAroundAsync(RedressServer around, string? who, params string[] addresses)
        {
            await using var walker = await chromium.VisitAsync(around, who, device, javaScript);
            foreach (var address in addresses)
            {
                await walker.GoAsync(address);
                await walker.LookAsync();
            }
        }
    }
}
