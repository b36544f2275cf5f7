using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Redress.Browser.Tests.Hosting;

/// <summary>
/// Somebody who uses the application by what it says: labels, legends, buttons and links, and never its code. What
/// cannot be found by its words cannot be used by a screen reader either, and fails here.
/// </summary>
internal sealed partial class Walker(IPage page, Device device, bool javaScript) : IAsyncDisposable
{
    private IPage? copy;

    public IPage Page => page;

    /// <summary>The reference of the case whose page this is.</summary>
    public string Reference => new Uri(page.Url).Segments[2].TrimEnd('/');

    /// <summary>How often something was filled in, chosen or pressed: each part of a date is one.</summary>
    public int Inputs { get; private set; }

    public Task GoAsync(string address) => page.GotoAsync(address);

    public Task FillAsync(string label, string text) => InputAsync(Box(label).FillAsync(text));

    public Task SelectAsync(string label, string option) =>
        InputAsync(Label(label).SelectOptionAsync(new SelectOptionValue { Label = option }));

    /// <summary>Beside a person's name stands what helps to choose: their grade, how many cases they have.</summary>
    public async Task SelectPersonAsync(string label, string name)
    {
        var option = Label(label).GetByRole(AriaRole.Option).Filter(new() { HasText = name });
        await SelectAsync(label, (await option.InnerTextAsync()).Trim());
    }

    public Task TickAsync(string label) => InputAsync(Label(label).CheckAsync());

    public Task ChooseAsync(string question, string answer) =>
        InputAsync(Group(question).GetByLabel(answer, new() { Exact = true }).CheckAsync());

    public Task DateAsync(string question, DateOnly day) => DateAsync(question, day.Day, day.Month, day.Year);

    /// <summary>Also a day that is in no calendar.</summary>
    public async Task DateAsync(string question, int day, int month, int year)
    {
        var boxes = Group(question);
        await InputAsync(boxes.GetByLabel("Day").FillAsync($"{day}"));
        await InputAsync(boxes.GetByLabel("Month").FillAsync($"{month}"));
        await InputAsync(boxes.GetByLabel("Year").FillAsync($"{year}"));
    }

    /// <summary>Presses a button and waits for what comes.</summary>
    public Task PressAsync(string button) => ClickAsync(Button(button));

    /// <summary>Goes where a link leads, also one that looks like a button.</summary>
    public Task FollowAsync(string link) => ClickAsync(Link(link).Or(Button(link)));

    public Task SeesAsync(string text) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);

    public Task SeesNotAsync(string text) => Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(text);

    /// <summary>Opens what is folded away, and reads it.</summary>
    public async Task UnfoldAsync(string summary, string text)
    {
        await page.Locator("summary").Filter(new() { HasText = summary }).First.ClickAsync();
        await Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();
    }

    /// <summary>The headings under a heading, from first to last.</summary>
    public Task ReadsAsync(string section, params string[] headings) =>
        Assertions
            .Expect(page.GetByRole(AriaRole.Region, new() { Name = section, Exact = true }).Locator("h3"))
            .ToContainTextAsync(headings);

    /// <summary>What was typed is still there.</summary>
    public Task KeptAsync(string label, string text) => Assertions.Expect(Box(label)).ToHaveValueAsync(text);

    /// <summary>What the page complains of: in its summary, with a link to the field, and in its title.</summary>
    public async Task IsToldAsync(params string[] errors)
    {
        await Assertions.Expect(page.Locator(".govuk-error-summary__list li")).ToHaveTextAsync(errors);
        await Assertions.Expect(page).ToHaveTitleAsync(Error());
        if (javaScript)
        {
            await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        }

        await LookAsync();
    }

    /// <summary>Looks at the page as it stands: it has a title and one heading, is sound, and fits its screen.</summary>
    public async Task LookAsync()
    {
        await Assertions.Expect(page).ToHaveTitleAsync(Titled());
        await Assertions.Expect(page.Locator("h1")).ToHaveCountAsync(1);
        await Accessibility.AssertFitsAsync(page);
        await Accessibility.AssertFocusIsSeenAsync(page);
        await Accessibility.AssertAsync(javaScript ? page : await CopyAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (copy is not null)
        {
            await copy.Context.DisposeAsync();
        }

        await page.Context.DisposeAsync();
    }

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>A box to write in, and not the choice of the same name.</summary>
    public ILocator Box(string label) =>
        Label(label).And(page.Locator("textarea, input:not([type=radio], [type=checkbox])"));

    private ILocator Label(string label) => page.GetByLabel(label, new() { Exact = true });

    private ILocator Group(string legend) => page.GetByRole(AriaRole.Group, new() { Name = legend, Exact = true });

    private Task InputAsync(Task input)
    {
        Inputs++;
        return input;
    }

    /// <summary>Waits for the page that comes, so that nobody looks at the one they left.</summary>
    private async Task ClickAsync(ILocator what)
    {
        var came = new TaskCompletionSource();
        void Come(object? _, IPage page) => came.TrySetResult();
        page.Load += Come;
        await InputAsync(what.First.ClickAsync());
        await came.Task.WaitAsync(Chromium.Most, TestContext.Current.CancellationToken);
        page.Load -= Come;
    }

    /// <summary>
    /// The same page without its scripts, in a browser that runs them: the checker is a script itself, and does not run
    /// where scripts are off.
    /// </summary>
    private async Task<IPage> CopyAsync()
    {
        var size = page.ViewportSize!;
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new() { Width = size.Width, Height = size.Height },
            HasTouch = device != Device.Desk,
        };
        copy ??= await (await page.Context.Browser!.NewContextAsync(options)).NewPageAsync();
        var html = Scripts().Replace(await page.ContentAsync(), "");
        await copy.UnrouteAllAsync();
        await copy.RouteAsync(page.Url, route => route.FulfillAsync(new() { ContentType = "text/html", Body = html }));
        await copy.GotoAsync(page.Url);
        return copy;
    }

    [GeneratedRegex("^Error: ", RegexOptions.None, 1_000)]
    private static partial Regex Error();

    [GeneratedRegex(".+ – .+", RegexOptions.None, 1_000)]
    private static partial Regex Titled();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline, 1_000)]
    private static partial Regex Scripts();
}
