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

    private static readonly string? Folder = Environment.GetEnvironmentVariable("REDRESS_PICTURES");

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

        await using var walking = await chromium.VisitAsync(server, "farida", Device.Phone);
        await walking.GoAsync(farida.Page.Url);
        await TakeAsync(walking, "case-phone", height: 844);
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
        var picture = await walker.Page.ScreenshotAsync();
        Assert.InRange(picture.Length, 1, MostBytes);
        if (Folder is not null)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(Folder, $"{name}.png"),
                picture,
                TestContext.Current.CancellationToken
            );
        }
    }
}
