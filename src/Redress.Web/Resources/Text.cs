using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace Redress.Web.Resources;

/// <summary>
/// Names every text that people read: <c>IStringLocalizer&lt;Text&gt;</c>. The texts are in the .resx files of this
/// folder, one an area, under keys that begin with the area.
/// </summary>
public sealed class Text;

/// <summary>All areas' texts of a language in one dictionary, read once.</summary>
internal sealed class Texts : IStringLocalizer<Text>, IStringLocalizerFactory
{
    private const string Folder = "Redress.Web.Resources.";

    private static readonly ResourceManager[] Areas =
    [
        .. typeof(Texts)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => new ResourceManager(Path.GetFileNameWithoutExtension(name), typeof(Texts).Assembly)),
    ];

    private readonly ConcurrentDictionary<string, FrozenDictionary<string, LocalizedString>> languages = new();

    public LocalizedString this[string name] =>
        Current.TryGetValue(name, out var text) ? text : new LocalizedString(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(CultureInfo.CurrentCulture, this[name].Value, arguments));

    private FrozenDictionary<string, LocalizedString> Current =>
        languages.GetOrAdd(CultureInfo.CurrentUICulture.Name, static name => Read(CultureInfo.GetCultureInfo(name)));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => Current.Values;

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;

    private static FrozenDictionary<string, LocalizedString> Read(CultureInfo language)
    {
        var texts = new Dictionary<string, LocalizedString>(StringComparer.Ordinal);
        foreach (var area in Areas)
        {
            // From the most general language to the most particular, each over the one before.
            foreach (var culture in Ancestors(language))
            {
                foreach (DictionaryEntry entry in Set(area, culture))
                {
                    texts[(string)entry.Key] = new LocalizedString((string)entry.Key, (string)entry.Value!);
                }
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable Set(ResourceManager area, CultureInfo culture) =>
        (IEnumerable?)area.GetResourceSet(culture, createIfNotExists: true, tryParents: false) ?? Array.Empty<object>();

    private static Stack<CultureInfo> Ancestors(CultureInfo language)
    {
        var line = new Stack<CultureInfo>();
        for (var culture = language; !culture.Equals(CultureInfo.InvariantCulture); culture = culture.Parent)
        {
            line.Push(culture);
        }

        line.Push(CultureInfo.InvariantCulture);
        return line;
    }
}
