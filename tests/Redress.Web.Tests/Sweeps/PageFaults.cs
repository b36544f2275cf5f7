using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Redress.Web.Tests.Sweeps;

/// <summary>What is wrong with a page in ways that no page may be, each in a sentence.</summary>
internal static class PageFaults
{
    private static readonly string[] Pointers = ["aria-describedby", "aria-labelledby", "aria-controls"];

    public static IEnumerable<string> Of(IHtmlDocument page) =>
        [.. Frame(page), .. Headings(page), .. Ids(page), .. Controls(page), .. Forms(page)];

    private static IEnumerable<string> Frame(IHtmlDocument page)
    {
        if (string.IsNullOrWhiteSpace(page.Title?.Split('–')[0]))
        {
            yield return "has no title";
        }

        foreach (var name in new[] { "lang", "dir" })
        {
            if (page.DocumentElement.GetAttribute(name) is null or "")
            {
                yield return $"does not say its {name}";
            }
        }

        if (page.QuerySelectorAll("main").Length != 1)
        {
            yield return "does not have one main part";
        }
    }

    private static IEnumerable<string> Headings(IHtmlDocument page)
    {
        var first = page.QuerySelectorAll("h1");
        if (first.Length != 1)
        {
            yield return $"has {first.Length} h1";
        }
        else if (string.IsNullOrWhiteSpace(first[0].TextContent))
        {
            yield return "has an empty h1";
        }

        var level = 0;
        foreach (var heading in page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6"))
        {
            var own = heading.LocalName[1] - '0';
            if (own > level + 1 && level > 0)
            {
                yield return $"goes from h{level} to h{own} at '{heading.TextContent.Trim()}'";
            }

            level = own;
        }
    }

    private static IEnumerable<string> Ids(IHtmlDocument page)
    {
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
        {
            yield return $"has the id '{twice.Key}' {twice.Count()} times";
        }

        var references = page.QuerySelectorAll("[aria-describedby], [aria-labelledby], [aria-controls]")
            .SelectMany(element => Pointers.Select(element.GetAttribute))
            .SelectMany(value => (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var links = page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]);
        foreach (var missing in references.Concat(links).Except(ids))
        {
            yield return $"points to '{missing}', which is not there";
        }
    }

    private static IEnumerable<string> Controls(IHtmlDocument page)
    {
        var controls = page.QuerySelectorAll("input:not([type=hidden]), select, textarea");
        foreach (var control in controls.Where(control => !IsNamed(page, control)))
        {
            yield return $"has no label for {control.GetAttribute("name") ?? control.OuterHtml}";
        }

        foreach (var button in page.QuerySelectorAll("button, a[href]").Where(it => NameOf(it).Length == 0))
        {
            yield return $"has a {button.LocalName} without words: {button.OuterHtml}";
        }
    }

    private static IEnumerable<string> Forms(IHtmlDocument page) =>
        page
            .Forms.Where(form =>
                form.GetAttribute("method") is { } method
                && method.Equals("post", StringComparison.OrdinalIgnoreCase)
                && form.QuerySelector("input[name=__RequestVerificationToken][value]") is null
            )
            .Select(form => $"has a form without a token: {form.GetAttribute("action")}");

    private static bool IsNamed(IHtmlDocument page, IElement control) =>
        !string.IsNullOrWhiteSpace(control.GetAttribute("aria-label"))
        || control.HasAttribute("aria-labelledby")
        || page.QuerySelectorAll("label")
            .Any(label =>
                !string.IsNullOrWhiteSpace(label.TextContent)
                && ((control.Id is { Length: > 0 } id && label.GetAttribute("for") == id) || label.Contains(control))
            );

    private static string NameOf(IElement element) =>
        (
            element.GetAttribute("aria-label")
            ?? element.TextContent
                + string.Concat(element.QuerySelectorAll("img").Select(image => image.GetAttribute("alt")))
        ).Trim();
}
