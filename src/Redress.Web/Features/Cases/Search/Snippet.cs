using Redress.Web.Data;
using Redress.Web.Layout.GovUk;

namespace Redress.Web.Features.Cases.Search;

/// <summary>As much of a text as says what was found in it, with the words that were looked for marked.</summary>
internal static class Snippet
{
    private const int Longest = 160;
    private const int BeforeTheFirst = 50;

    public static void Write(Markup markup, SearchQuery query, string? text)
    {
        foreach (var (part, isFound) in Of(query, text ?? ""))
        {
            markup.Raw(isFound ? "<mark>" : "");
            markup.Text(part);
            markup.Raw(isFound ? "</mark>" : "");
        }
    }

    /// <summary>The parts in order: those that were looked for, and what stands between them.</summary>
    public static IEnumerable<(string Part, bool IsFound)> Of(SearchQuery query, string text)
    {
        var folded = FoldedText.Of(text);
        var found = folded.Words.Where(word => query.Finds(folded, word)).ToList();
        var (start, end) = Window(folded.Words, found, text.Length);
        if (start > 0)
        {
            yield return ("… ", false);
        }

        var at = start;
        foreach (var word in found.Where(word => word.Start >= start && word.End <= end))
        {
            yield return (text[at..word.Start], false);
            yield return (text[word.Start..word.End], true);
            at = word.End;
        }

        yield return (text[at..end], false);
        if (end < text.Length)
        {
            yield return (" …", false);
        }
    }

    /// <summary>From a little before the first word found; whole words only.</summary>
    private static (int Start, int End) Window(IReadOnlyList<FoldedWord> words, List<FoldedWord> found, int length)
    {
        if (length <= Longest || words.Count == 0)
        {
            return (0, length);
        }

        var first = found.Count > 0 ? Math.Max(0, found[0].Start - BeforeTheFirst) : 0;
        var start = first == 0 ? 0 : words.First(word => word.Start >= first).Start;
        var most = start + Longest;
        return most >= length
            ? (start, length)
            : (start, words.LastOrDefault(word => word.End <= most && word.End > start, words[^1]).End);
    }
}
