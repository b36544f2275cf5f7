using AngleSharp;
using AngleSharp.Html.Dom;

namespace Redress.Web.Tests.Sweeps;

/// <summary>The sweep over pages sees what it is there to see.</summary>
public sealed class PageFaultsTests
{
    private const string Sound = """
        <html lang="en" dir="ltr"><head><title>Cases – Vale Homes</title></head><body><main><h1>Cases</h1><h2>Open</h2>
        <form method="post"><input type="hidden" name="__RequestVerificationToken" value="t"><label for="a">A</label>
        <input id="a" name="A"><button>Send</button></form><a href="#a">A</a></main></body></html>
        """;

    [Theory]
    [InlineData("Cases – Vale", " – Vale", "has no title")]
    [InlineData("lang=\"en\"", "", "does not say its lang")]
    [InlineData("dir=\"ltr\"", "", "does not say its dir")]
    [InlineData("<h1>Cases</h1>", "", "has 0 h1")]
    [InlineData("<h1>Cases</h1>", "<h1>Cases</h1><h1>More</h1>", "has 2 h1")]
    [InlineData("<h1>Cases</h1>", "<h1> </h1>", "has an empty h1")]
    [InlineData("<h2>Open</h2>", "<h3>Open</h3>", "goes from h1 to h3 at 'Open'")]
    [InlineData("main>", "div>", "does not have one main part")]
    [InlineData("<label for=\"a\">", "<label for=\"b\">", "has no label for A")]
    [InlineData("<label for=\"a\">A</label>", "<label for=\"a\"> </label>", "has no label for A")]
    [InlineData("<h2>", "<h2 id=\"a\">", "has the id 'a' 2 times")]
    [InlineData("#a", "#b", "points to 'b', which is not there")]
    [InlineData("<input id", "<input aria-describedby=\"c\" id", "points to 'c', which is not there")]
    [InlineData("__RequestVerificationToken", "other", "has a form without a token: ")]
    [InlineData("<button>Send", "<button>", "has a button without words: <button></button>")]
    public async Task A_fault_is_named(string sound, string broken, string fault)
    {
        Assert.Empty(PageFaults.Of(await ReadAsync(Sound)));
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        Assert.Contains(fault, PageFaults.Of(await ReadAsync(Sound.Replace(sound, broken, StringComparison.Ordinal))));
    }

    private static async Task<IHtmlDocument> ReadAsync(string html) =>
        (IHtmlDocument)
            await BrowsingContext.New().OpenAsync(reply => reply.Content(html), TestContext.Current.CancellationToken);
}
