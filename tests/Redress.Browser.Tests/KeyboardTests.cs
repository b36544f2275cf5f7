using Microsoft.Playwright;
using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>A complaint acknowledged without a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium, RedressServers servers) : IClassFixture<RedressServers>
{
    [Theory]
    [ClassData(typeof(ScriptsOnAndOff))]
    public async Task An_acknowledgement_is_recorded_by_keyboard_alone(bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        await using var amira = await chromium.VisitAsync(server, "amira", Device.Desk, javaScript);
        var keys = new Keyboard(amira.Page);
        await amira.GoAsync($"/cases/{await server.LoggedAsync(new(2025, 5, 6))}");

        await keys.PressAsync("Tab");
        await Assertions.Expect(amira.Link("Skip to main content")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await Assertions.Expect(amira.Page.Locator("main :focus")).ToHaveCountAsync(1);

        await keys.TabToAsync(amira.Page.Locator("summary").First);
        await keys.PressAsync("Enter");
        await Assertions.Expect(amira.Page.GetByText("that day not counted").First).ToBeVisibleAsync();
        await keys.TabToAsync(amira.Button("Acknowledge"));
        await keys.PressAsync("Enter");

        var letter = amira.Box("What it says");
        await keys.TabToAsync(letter);
        await keys.TypeAsync("Dear Ms Grewal, the lift.");
        await keys.TabToAsync(amira.Button("Record acknowledgement"));
        await keys.PressAsync("Enter");

        await amira.IsToldAsync("Choose how it was sent");
        await keys.TabToAsync(amira.Link("Choose how it was sent"));
        await keys.PressAsync("Enter");
        var byLetter = amira.Page.GetByRole(AriaRole.Radio, new() { Name = "Letter", Exact = true });
        await Assertions.Expect(byLetter).ToBeFocusedAsync();
        await keys.PressAsync("Space");
        await keys.TabToAsync(amira.Button("Record acknowledgement"));
        await keys.PressAsync("Enter");
        await amira.SeesAsync("The acknowledgement is recorded.");
    }

    private sealed class Keyboard(IPage page)
    {
        /// <summary>More than any page has to stop at.</summary>
        private const int Most = 100;

        public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

        public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

        public async Task TabToAsync(ILocator what)
        {
            await Assertions.Expect(what).ToBeVisibleAsync();
            for (var stop = 0; stop < Most; stop++)
            {
                await PressAsync("Tab");
                if (await what.EvaluateAsync<bool>("it => it === document.activeElement"))
                {
                    return;
                }
            }

            Assert.Fail($"{what} is not reached by {Most} presses of Tab on {page.Url}.");
        }
    }
}
