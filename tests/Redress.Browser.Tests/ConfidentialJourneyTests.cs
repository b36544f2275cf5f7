using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>A resident tells only the complaints team who they are, moves to another address and loses their code.</summary>
public sealed class ConfidentialJourneyTests(Chromium chromium, TestDatabases databases)
{
    [Theory]
    [ClassData(typeof(OneWay))]
    public async Task Only_the_team_knows_and_letters_and_a_new_code_reach_them(
        Device device,
        bool javaScript,
        Kind kind
    )
    {
        await using var mail = new SmtpServer();
        await using var server = await RedressServer.StartAsync(await databases.CreateAsync(kind), mailPort: mail.Port);
        await using var resident = await chromium.VisitAsync(server, device: device, javaScript: javaScript);
        var (reference, lost) = await Residents.ComplainAsync(
            resident,
            "Yes, but only to your complaints team",
            "Zenobia Quill",
            "zenobia@quill.example"
        );

        await using var lena = await chromium.VisitAsync(server, "lena", device, javaScript);
        await lena.GoAsync($"/cases/{reference}/owner");
        await lena.SelectPersonAsync("Officer", "Amira Haddad");
        await lena.PressAsync("Save");
        await lena.SeesAsync("The case has a new owner.");

        await using var amira = await chromium.VisitAsync(server, "amira", device, javaScript);
        await amira.GoAsync($"/cases/{reference}");
        await amira.SeesAsync("Confidential resident");
        await amira.SeesNotAsync("Zenobia");
        Assert.Equal(["zenobia@quill.example"], await Residents.WriteAsync(amira, reference, server, mail));

        await amira.GoAsync($"/cases/{reference}/contact-details");
        await amira.LookAsync();
        await amira.FillAsync("Email", "zq@elsewhere.example");
        await amira.PressAsync("Save");
        await amira.SeesAsync("How to reach them is put right.");
        await amira.SeesNotAsync("elsewhere");
        Assert.Equal(["zq@elsewhere.example"], await Residents.WriteAsync(amira, reference, server, mail));

        await amira.GoAsync($"/cases/{reference}/access-code");
        await amira.LookAsync();
        await amira.PressAsync("Give them a new code");
        await amira.LookAsync();
        var code = await amira.Page.Locator(".app-access-code").InnerTextAsync();
        await Residents.FollowAsync(resident, reference, lost);
        await resident.IsToldAsync("We know no complaint with this reference and this code. Check both");
        await Residents.FollowAsync(resident, reference, code);
        await resident.SeesAsync("the engineer comes on Thursday");
        await resident.LookAsync();

        await lena.GoAsync($"/cases/{reference}/identity");
        await lena.PressAsync("Show who they are");
        await lena.SeesAsync("Zenobia Quill");
        await lena.SeesAsync("zq@elsewhere.example");
        await lena.LookAsync();
        await lena.GoAsync($"/cases/{reference}");
        await lena.SeesAsync("Looked who the confidential resident is");
    }
}
