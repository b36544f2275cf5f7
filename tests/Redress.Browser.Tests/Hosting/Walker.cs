using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Redress.Browser.Tests.Hosting;

/// <summary>
/// Somebody who uses the application by what it says: labels, legends, buttons and links, and never its code. What
/// cannot be found by its words cannot be used by a screen reader either, and fails here.
/// </summary>
internal sealed class Walker(IPage page, Device device, bool javaScript)
{
    /// <summary>Reflow at 400%: what WCAG 1.4.10 asks for.</summary>
    private const int Narrowest = 320;

    public IPage Page => page;

    public Task GoAsync(string address) => page.GotoAsync(address);

    public Task FillAsync(string label, string text) => Label(label).FillAsync(text);

    public Task SelectAsync(string label, string option) =>
        Label(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task TickAsync(string label) => Label(label).CheckAsync();

    public Task ChooseAsync(string question, string answer) =>
        Group(question).GetByLabel(answer, new() { Exact = true }).CheckAsync();

    public Task DateAsync(string question, DateOnly day) => DateAsync(question, day.Day, day.Month, day.Year);

    /// <summary>Also a day that is in no calendar.</summary>
    public async Task DateAsync(string question, int day, int month, int year)
    {
        var boxes = Group(question);
        await boxes.GetByLabel("Day").FillAsync($"{day}");
        await boxes.GetByLabel("Month").FillAsync($"{month}");
        await boxes.GetByLabel("Year").FillAsync($"{year}");
    }

    /// <summary>Presses a button and waits for what comes.</summary>
    public Task PressAsync(string button) => ClickAsync(Button(button));

    /// <summary>Goes where a link leads, also one that looks like a button.</summary>
    public Task FollowAsync(string link) =>
        ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).Or(Button(link)));

    public Task SeesAsync(string text) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);

    /// <summary>What was typed is still there.</summary>
    public Task KeptAsync(string label, string text) => Assertions.Expect(Label(label)).ToHaveValueAsync(text);

    /// <summary>What the page complains of: in its summary, with a link to the field, and in its title.</summary>
    public async Task IsToldAsync(params string[] errors)
    {
        var summary = page.Locator(".govuk-error-summary__list li");
        await Assertions.Expect(summary).ToHaveTextAsync(errors);
        await Assertions
            .Expect(page)
            .ToHaveTitleAsync(new Regex("^Error: ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await LookAsync();
    }

    /// <summary>Looks at the page as it stands: it is sound, and fits its screen and the narrowest.</summary>
    public async Task LookAsync()
    {
        await Accessibility.AssertFitsAsync(page);
        if (device == Device.Phone)
        {
            var size = page.ViewportSize!;
            await page.SetViewportSizeAsync(Narrowest, size.Height);
            await Accessibility.AssertFitsAsync(page);
            await page.SetViewportSizeAsync(size.Width, size.Height);
        }

        // The checker is a script itself and does not run where scripts are off.
        if (javaScript)
        {
            await Accessibility.AssertAsync(page);
        }
    }

    private async Task ClickAsync(ILocator what)
    {
        await what.First.ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    private ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private ILocator Label(string label) => page.GetByLabel(label, new() { Exact = true });

    private ILocator Group(string legend) => page.GetByRole(AriaRole.Group, new() { Name = legend, Exact = true });
}
