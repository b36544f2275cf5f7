using Microsoft.Playwright;
using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>A call about a case that exists: from the work list to the note of it, without the mouse being looked for.</summary>
public sealed class CallJourneyTests(Chromium chromium, RedressServers servers) : IClassFixture<RedressServers>
{
    [Theory]
    [ClassData(typeof(WaysDownToTheNarrowest))]
    public async Task A_call_is_logged_in_three_inputs(Device device, bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        var reference = await server.LoggedAsync(new(2025, 5, 6));
        await using var amira = await chromium.VisitAsync(server, "amira", device, javaScript);
        var note = $"Rang about {reference}; rings back at four.";
        await amira.GoAsync("/cases");
        var box = amira.Box("Find a case by reference, name, phone or postcode");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await amira.LookAsync();

        // First input: the reference as it is heard, and Enter.
        await amira.Page.Keyboard.TypeAsync(reference.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        await amira.Page.Keyboard.PressAsync("Enter");
        await amira.Page.WaitForURLAsync($"**/cases/{reference}");

        // Second: what was said. Third: the press that says what came of it.
        await amira.FillAsync("Note a call", note);
        await amira.PressAsync("Voicemail");

        await amira.SeesAsync(note);
        Assert.Equal(1, await server.RecordedAsync(note));
    }

    [Theory]
    [ClassData(typeof(ScriptsOnAndOff))]
    public async Task Several_cases_are_listed_with_the_words_marked_and_none_with_what_to_try(
        bool javaScript,
        Kind kind
    )
    {
        var server = await servers.OnAsync(kind);
        await server.LoggedAsync(new(2025, 5, 6));
        await server.LoggedAsync(new(2025, 5, 7));
        await using var amira = await chromium.VisitAsync(server, "amira", Device.SmallPhone, javaScript);

        await amira.GoAsync("/calendar");
        await amira.FillAsync("Find a case by reference, name, phone or postcode", "WHEELCH lift");
        await amira.PressAsync("Find");
        await Assertions
            .Expect(amira.Page.Locator("mark").Filter(new() { HasText = "wheelchair" }).First)
            .ToBeVisibleAsync();
        await amira.LookAsync();

        await amira.FillAsync("Find a case by reference, name, phone or postcode", "nobody at all");
        await amira.PressAsync("Find");
        await amira.SeesAsync("No case has all of this");
        await amira.LookAsync();
    }
}
