using Redress.Core.Incidents;

namespace Redress.Web.Security;

/// <summary>
/// Which part of the product an address belongs to: one as people open it, or the pattern of one. What belongs to none is
/// never hidden: complaining anew, signing in, one's own account, the rules, and incidents themselves.
/// </summary>
public static class ProductParts
{
    private const string Files = "files";

    public static Part? Of(string address)
    {
        var words = address.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return words is ["api", "v1", .. var rest] ? OfApi(rest) : OfPage(words);
    }

    /// <summary>The reference or the id of the case that an address is about, as it stands there; none where it names none.</summary>
    public static string? CaseIn(string address) =>
        Of(address) is Part.Cases or Part.Documents
        && address.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(IsNoCases).ElementAtOrDefault(1)
            is { } named
            ? Uri.UnescapeDataString(named)
            : null;

    private static bool IsNoCases(string word) => !Is(word, "cases");

    private static Part? OfPage(string[] words) =>
        words switch
        {
            [var first, _, var third, ..] when Is(first, "cases") && Is(third, Files) => Part.Documents,
            [var first, var second, ..] when Is(first, "follow") && Is(second, Files) => Part.Documents,
            [var first, var second, ..] when Is(first, "follow") && !Is(second, "leave") => Part.ResidentPages,
            [var first, ..] => OfFirst(first),
            [] => null,
        };

    private static Part? OfApi(string[] words) =>
        words switch
        {
            [var first, var second, ..] when Is(first, "complaints") && !Is(second, "tokens") => Part.ResidentPages,
            [var first, _, var third, ..] when Is(first, "cases") && Is(third, Files) => Part.Documents,
            [var first, ..] => OfFirst(first),
            [] => null,
        };

    private static Part? OfFirst(string word) =>
        word.ToLowerInvariant() switch
        {
            "cases" or "asks" or "cover" or "views" or "retention" => Part.Cases,
            "search" => Part.Search,
            "letters" or "posted-letters" => Part.Letters,
            "statements" => Part.Statements,
            "staff" or "accounts" or "roles" or "absences" or "organisation" or "units" or "teams" => Part.Staff,
            _ => null,
        };

    private static bool Is(string word, string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);
}
