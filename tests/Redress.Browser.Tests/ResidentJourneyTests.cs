using Microsoft.Playwright;
using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Files;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>Somebody without an account, from the first page to their own complaint.</summary>
public sealed class ResidentJourneyTests(Chromium chromium, RedressServers servers) : IClassFixture<RedressServers>
{
    [Theory]
    [ClassData(typeof(WaysDownToTheNarrowest))]
    public async Task A_resident_complains_and_follows_it(Device device, bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        await using var resident = await chromium.VisitAsync(server, device: device, javaScript: javaScript);

        await ComplainAsync(resident);
        var (reference, code) = await SendAsync(resident);
        await FollowAsync(resident, reference, code);
        await LeaveAsync(resident, reference);
    }

    /// <summary>The first question is two presses away.</summary>
    private static async Task ComplainAsync(Walker resident)
    {
        await resident.GoAsync("/");
        await resident.LookAsync();
        await resident.FollowAsync("Make a complaint");
        await resident.LookAsync();
        await resident.FollowAsync("Start");
        await resident.LookAsync();
        await resident.PressAsync("Continue");
        await resident.IsToldAsync("Tell us what has gone wrong");
        await resident.FillAsync("What has gone wrong?", "باورچی خانے میں پھپھوندی ہے۔ There is mould in the kitchen.");
        await resident.PressAsync("Continue");
        await resident.LookAsync();
        await AddPhotoAsync(resident, "mould.jpg");
        await resident.PressAsync("Add these and choose more");
        await resident.SeesAsync("mould.jpg");
        await resident.LookAsync();
        await resident.PressAsync("Continue");
        await resident.PressAsync("Continue");
        await resident.LookAsync();
        await resident.ChooseAsync("Do you want to give your name?", "Yes");
        await resident.PressAsync("Continue");
        await resident.LookAsync();
        await resident.FillAsync("Your name", "Samina Akhtar");
        await resident.PressAsync("Continue");
        await resident.IsToldAsync("Tell us one way to reach you: a phone number, an email address or an address");
        await resident.KeptAsync("Your name", "Samina Akhtar");
        await resident.FillAsync("Phone number", "07700 900123");
        await resident.PressAsync("Continue");
        await resident.SeesAsync("Check what you have written");
        await resident.SeesAsync("There is mould in the kitchen.");
        await resident.SeesAsync("mould.jpg");
        await resident.LookAsync();
    }

    private static async Task<(string Reference, string Code)> SendAsync(Walker resident)
    {
        await resident.PressAsync("Send my complaint");
        await resident.SeesAsync("We have your complaint");
        await resident.LookAsync();
        return (
            await resident.Page.Locator(".app-reference").InnerTextAsync(),
            await resident.Page.Locator(".app-access-code").InnerTextAsync()
        );
    }

    private static async Task FollowAsync(Walker resident, string reference, string code)
    {
        await resident.PressAsync("I have written them down");
        await resident.FollowAsync("Follow a complaint");
        await resident.LookAsync();
        await resident.FillAsync("Your reference", reference);
        await resident.FillAsync("Your code", "0000 0000 0000");
        await resident.PressAsync("Show my complaint");
        await resident.IsToldAsync("We know no complaint with this reference and this code. Check both");
        await resident.FillAsync("Your code", code.ToLowerInvariant());
        await resident.PressAsync("Show my complaint");
        await resident.SeesAsync("We are looking into it");
        await resident.SeesAsync("Lena Novak");
        await resident.UnfoldAsync("Why this date", "Monday 12 May 2025");
        await resident.LookAsync();
        await WriteAsync(resident);
    }

    /// <summary>What they send later stands in order, with its pictures, and is there once.</summary>
    private static async Task WriteAsync(Walker resident)
    {
        await resident.FollowAsync("Send a message or photos");
        await resident.LookAsync();
        await resident.PressAsync("Send");
        await resident.IsToldAsync("Write a message, or choose a photo or another file");
        await resident.FillAsync("Your message", "It has spread to the bedroom.");
        await AddPhotoAsync(resident, "bedroom.jpg");
        await resident.PressAsync("Send");
        await resident.SeesAsync("It has spread to the bedroom.");
        await resident.SeesAsync("bedroom.jpg");
        await resident.LookAsync();
    }

    private static Task AddPhotoAsync(Walker resident, string name) =>
        resident
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "image/jpeg",
                    Buffer = Samples.Jpeg(),
                }
            );

    /// <summary>Going back shows nothing of it.</summary>
    private static async Task LeaveAsync(Walker resident, string reference)
    {
        await resident.FollowAsync("Leave");
        await resident.Page.GoBackAsync();
        await resident.SeesNotAsync(reference);
    }
}
