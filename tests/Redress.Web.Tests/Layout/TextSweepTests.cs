using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Redress.Web.Resources;

namespace Redress.Web.Tests.Layout;

/// <summary>No page holds words of its own: all are in the resources, so that every page can be put into a language.</summary>
public sealed partial class TextSweepTests
{
    /// <summary>Attributes that people read or hear.</summary>
    private static readonly HashSet<string> Spoken = new(StringComparer.OrdinalIgnoreCase)
    {
        "action-hidden-text",
        "action-text",
        "alt",
        "aria-description",
        "aria-label",
        "card-title",
        "hint",
        "key",
        "label",
        "legend",
        "phase",
        "placeholder",
        "prefix",
        "suffix",
        "summary",
        "title",
    };

    public static TheoryData<string> Views() => [.. ViewCode.Views.Select(view => view.Name)];

    [Theory]
    [MemberData(nameof(Views))]
    public void A_page_holds_no_words(string view)
    {
        var methods = ViewCode.Methods(ViewCode.Views.Single(v => v.Name == view)).ToList();
        var markup = methods.SelectMany(calls =>
            Words(string.Concat(calls.Where(ViewCode.IsLiteral).Select(c => c.Strings[^1])))
        );
        var attributes = methods
            .SelectMany(calls => calls.Where(ViewCode.IsAttribute))
            .Where(call => Spoken.Contains(call.Strings[0]) && HasLetters(call.Strings[1]))
            .Select(call => $"{call.Strings[0]}=\"{call.Strings[1]}\"");
        var titles = methods
            .SelectMany(calls => calls)
            .Where(call => call.Method.Name == "set_Item" && call.Strings is ["Title", _])
            .Select(call => $"the title \"{call.Strings[1]}\"");

        Assert.Empty(markup.Concat(attributes).Concat(titles));
    }

    [Fact]
    public void Every_text_that_the_code_names_is_there()
    {
        using var host = new EmptyHost();
        var text = host.Services.GetRequiredService<IStringLocalizer<Text>>();
        var known = text.GetAllStrings().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var areas = known.Select(name => name.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var named = typeof(Program)
            .Assembly.GetTypes()
            .Where(type => !type.IsNested)
            .SelectMany(ViewCode.Methods)
            .SelectMany(calls => calls)
            .SelectMany(call => call.Strings)
            .Where(name => Key().IsMatch(name) && areas.Contains(name.Split('.')[0]));

        Assert.Empty(named.Except(known));
    }

    [Fact]
    public void A_text_is_named_once()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src/Redress.Web/Resources"), "*.resx");
        var names = files
            .Where(file => Path.GetFileName(file).Count(c => c == '.') == 1)
            .SelectMany(file => System.Xml.Linq.XDocument.Load(file).Descendants("data"))
            .Select(data => data.Attribute("name")!.Value);

        Assert.Empty(names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void A_language_without_a_text_has_it_from_the_general_language()
    {
        using var host = new EmptyHost();
        var text = host.Services.GetRequiredService<IStringLocalizer<Text>>();
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("cy-GB");
            Assert.Equal("Back", text["govuk.back"]);
            Assert.True(text["govuk.no_such_text"].ResourceNotFound);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static IEnumerable<string> Words(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        var texts = document
            .All.Where(e => e.LocalName is not ("script" or "style"))
            .SelectMany(e => e.ChildNodes.OfType<IText>())
            .Select(text => text.Data.Trim())
            .Where(HasLetters);
        var attributes = document
            .All.SelectMany(element => element.Attributes)
            .Where(attribute => Spoken.Contains(attribute.Name) && HasLetters(attribute.Value))
            .Select(attribute => $"{attribute.Name}=\"{attribute.Value}\"");
        return texts.Concat(attributes);
    }

    private static bool HasLetters(string text) => text.Any(char.IsLetter);

    [GeneratedRegex(@"^[a-z_]+(\.[a-z0-9_]+)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Key();
}
