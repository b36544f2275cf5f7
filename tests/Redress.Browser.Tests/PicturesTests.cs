using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>
/// The pictures of the documentation, made from the made-up landlord. With REDRESS_PICTURES=DIR they are written there.
/// </summary>
public sealed class PicturesTests(Chromium chromium, TestDatabases databases)
{
    private const int MostBytes = 200_000;

    private const string Heating =
        "The heating has been off since Friday. I have a baby of four months. I rang on Friday and on Sunday.";

    private static readonly string? Folder = Environment.GetEnvironmentVariable("REDRESS_PICTURES");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pictures_of_the_documentation_show_the_product_as_it_is()
    {
        await using var server = await RedressServer.DemoAsync(await databases.CreateAsync(Kind.Sqlite));
        await using var farida = await chromium.VisitAsync(server, "farida");

        await farida.GoAsync("/cases?whose=All");
        await TakeAsync(farida, "worklist", height: 1000);
        await farida.FollowAsync(await DampCaseAsync(farida));
        await farida.UnfoldAsync("Why this date", "working days from");
        await TakeAsync(farida, "case", height: 1000);

        await farida.GoAsync($"{farida.Page.Url}/response");
        await TakeAsync(farida, "answer", height: 1000);
        await farida.Page.GoBackAsync();

        await using var walking = await chromium.VisitAsync(server, "farida", Device.Phone);
        await walking.GoAsync(farida.Page.Url);
        await TakeAsync(walking, "case-phone", height: 844);
        await ShowResidentAsync(server);
        await ShowTeamAsync(server, farida);
    }

    private async Task ShowResidentAsync(RedressServer server)
    {
        await using var resident = await chromium.VisitAsync(server, device: Device.Phone);
        await resident.GoAsync("/complain/what");
        await resident.FillAsync("What has gone wrong?", Heating);
        await TakeAsync(resident, "complain", height: 844);
        var (reference, code) = await SendAsync(server);
        await resident.GoAsync("/follow");
        await resident.FillAsync("Your reference", reference);
        await resident.FillAsync("Your code", code);
        await resident.PressAsync("Show my complaint");
        await TakeAsync(resident, "follow", height: 844);
    }

    /// <summary>The same complaint, as the landlord's own site would send it.</summary>
    private static async Task<(string Reference, string Code)> SendAsync(RedressServer server)
    {
        using var site = new HttpClient { BaseAddress = server.Address };
        site.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        var complaint = new
        {
            summary = Heating,
            outcome_sought = "Somebody to mend it today.",
            anonymous = true,
        };
        using var answer = await site.PostAsJsonAsync("/api/v1/complaints", complaint, Cancel);
        var sent = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return (sent.GetProperty("reference").GetString()!, sent.GetProperty("code").GetString()!);
    }

    private static async Task ShowTeamAsync(RedressServer server, Walker farida)
    {
        await farida.GoAsync("/search?q=lift");
        await TakeAsync(farida, "search", height: 800);
        await farida.GoAsync("/cases/due-soon?whose=All");
        await TakeAsync(farida, "due-soon", height: 900);
        await farida.GoAsync("/search?q=damp proofing left holes");
        var duties = farida.Page.Locator("section[aria-labelledby=duties]");
        await duties.GetByRole(AriaRole.Row).Filter(new() { HasText = "Late" }).Locator("summary").ClickAsync();
        await farida.Page.EvaluateAsync("() => document.activeElement.blur()");
        await KeepAsync("late-extension", await duties.ScreenshotAsync());
        await farida.GoAsync("/calendar");
        await farida.FollowAsync("Add a bank holiday");
        await farida.DateAsync("Which day?", server.Clock.Today.AddDays(7));
        await farida.FillAsync("What is it called?", "Day of national mourning");
        await farida.PressAsync("See what would move");
        await TakeAsync(farida, "late-holiday", height: 1000);
    }

    /// <summary>The damp case that every demonstration begins with.</summary>
    private static Task<string> DampCaseAsync(Walker walker) =>
        walker
            .Page.Locator("main tbody tr")
            .Filter(new() { HasText = "Roisin Abara" })
            .GetByRole(AriaRole.Link)
            .First.InnerTextAsync();

    private static async Task TakeAsync(Walker walker, string name, int height)
    {
        await walker.LookAsync();
        var width = walker.Page.ViewportSize!.Width;
        await walker.Page.SetViewportSizeAsync(width, height);
        await walker.Page.EvaluateAsync("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        await KeepAsync(name, await walker.Page.ScreenshotAsync());
    }

    private static async Task KeepAsync(string name, byte[] picture)
    {
        Assert.InRange(picture.Length, 1, MostBytes);
        if (Folder is not null)
        {
            await File.WriteAllBytesAsync(Path.Combine(Folder, $"{name}.png"), picture, Cancel);
        }
    }
}
