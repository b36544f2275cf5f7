using Redress.Browser.Tests.Hosting;
using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;
using static Redress.Web.Tests.Features.Calendars.LateHolidayLandlord;

namespace Redress.Browser.Tests;

/// <summary>The bank holiday of 19 September 2022, announced nine days before.</summary>
public sealed class LateHolidayJourneyTests(Chromium chromium, TestDatabases databases)
{
    [Theory]
    [ClassData(typeof(Ways))]
    public async Task What_would_move_is_seen_first_and_moves_when_confirmed(Device device, bool javaScript, Kind kind)
    {
        await using var server = await RedressServer.StartAsync(await databases.CreateAsync(kind), Sat10Sep);
        var landlord = await AtAsync(server);
        var moves = await landlord.ComplaintAsync(Fri9Sep);
        var stays = await landlord.ComplaintAsync(Fri26Aug, new Acknowledged(Fri26Aug, 1, Channel.Email));
        server.Clock.GoTo(Sat10Sep);
        await using var amira = await chromium.VisitAsync(server, "amira", device, javaScript);
        await using var lena = await chromium.VisitAsync(server, "lena", device, javaScript);

        await lena.GoAsync("/calendar?calendar=england-and-wales&year=2022");
        await lena.LookAsync();
        await lena.FollowAsync("Add a bank holiday");
        await lena.DateAsync("Which day?", Mon19Sep);
        await lena.PressAsync("See what would move");
        await lena.IsToldAsync("Enter what it is called, so that history can say why dates moved");
        await lena.FillAsync("What is it called?", Funeral);
        await lena.PressAsync("See what would move");
        await lena.SeesAsync("1 open clock moves, among 2 open cases.");
        await lena.SeesAsync(moves);
        await lena.SeesNotAsync(stays);
        await lena.SeesAsync("26 September 2022");
        await lena.LookAsync();

        await amira.GoAsync($"/cases/{moves}");
        await amira.SeesNotAsync("26 September 2022");
        await lena.PressAsync("Add the holiday and move these clocks");
        await lena.SeesAsync($"{Funeral} is added. All open cases are counted by edition 3.");
        await lena.LookAsync();

        await lena.GoAsync($"/cases/{moves}");
        await lena.SeesAsync("26 September 2022");
        await lena.SeesAsync($"It adds: {Funeral} on Monday 19 September 2022");
        await lena.LookAsync();
    }
}
