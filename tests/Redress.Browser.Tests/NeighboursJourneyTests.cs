using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>A neighbour joins a complaint, reads their own letters by a code of their own, and withdraws.</summary>
public sealed class NeighboursJourneyTests(Chromium chromium, TestDatabases databases)
{
    [Theory]
    [ClassData(typeof(OneWay))]
    public async Task Each_gets_the_letter_and_none_sees_who_the_others_are(Device device, bool javaScript, Kind kind)
    {
        await using var mail = new SmtpServer();
        await using var server = await RedressServer.StartAsync(await databases.CreateAsync(kind), mailPort: mail.Port);
        await using var shah = await chromium.VisitAsync(server, device: device, javaScript: javaScript);
        var (reference, hers) = await Residents.ComplainAsync(shah, "Yes", "Mrs Shah", "shah@vale.example");

        await using var lena = await chromium.VisitAsync(server, "lena", device, javaScript);
        await lena.GoAsync($"/cases/{reference}");
        await lena.FollowAsync("Somebody else complains of the same");
        await lena.LookAsync();
        await lena.FillAsync("Name", "Mr Hall");
        await lena.FillAsync("Email", "hall@vale.example");
        await lena.PressAsync("Add them");
        await lena.LookAsync();
        var his = await lena.Page.Locator(".app-access-code").InnerTextAsync();
        Assert.Equal(
            ["hall@vale.example", "shah@vale.example"],
            await Residents.WriteAsync(lena, reference, server, mail)
        );

        await using var hall = await chromium.VisitAsync(server, device: device, javaScript: javaScript);
        await Residents.FollowAsync(hall, reference, his);
        await hall.SeesAsync("You complain together with others.");
        await hall.SeesAsync("the engineer comes on Thursday");
        await hall.SeesNotAsync("Shah");
        await hall.SeesNotAsync("The lift has stood still");
        await hall.LookAsync();
        await Residents.FollowAsync(shah, reference, hers);
        await shah.SeesAsync("The lift has stood still");
        await shah.SeesNotAsync("Hall");

        await lena.GoAsync($"/cases/{reference}/complainant-withdrawal");
        await lena.LookAsync();
        await lena.ChooseAsync("Who withdraws?", "2. Mr Hall");
        await lena.ChooseAsync("How did they say so?", "By phone");
        await lena.FillAsync("Why do they withdraw?", "He moves out.");
        await lena.PressAsync("Record that they withdrew");
        await lena.SeesAsync("They complain no longer. The case goes on for the others.");
        await Residents.FollowAsync(hall, reference, his);
        await hall.IsToldAsync("We know no complaint with this reference and this code. Check both");
    }
}
