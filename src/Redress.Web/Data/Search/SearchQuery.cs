using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// What somebody typed, as words to find: all of them, in any order, each from its beginning. Anything can be typed:
/// what is no word is left out. What may be a reference is looked for as <see cref="CaseReference.Read"/> hears it, too.
/// </summary>
internal sealed class SearchQuery
{
    /// <summary>More only narrows down what is one case already.</summary>
    private const int MostWords = 12;

    /// <summary>As much as is read of what was typed.</summary>
    private const int MostTyped = 1_000;

    /// <summary>From so many digits on, a number is taken for the beginning of a telephone number too.</summary>
    private const int LikeANumber = 7;

    private readonly List<Term> terms = [];

    private SearchQuery(string typed)
    {
        var text = FoldedText.Of(typed.Length > MostTyped ? typed[..MostTyped] : typed);
        var spaced = SpacedOut.In(text, LikeANumber).ToDictionary(one => one.First);
        if (spaced.Count == 0 && CaseReference.Read(typed) is { } reference)
        {
            var meant = FoldedText.Of(reference.Replace("-", "", StringComparison.Ordinal));
            terms.Add(new(WordsOf(text, 0, text.Words.Count - 1), WordsOf(meant, 0, 0)[0]));
            return;
        }

        for (var at = 0; at < text.Words.Count && terms.Count < MostWords; at++)
        {
            if (spaced.TryGetValue(at, out var one))
            {
                terms.Add(new(WordsOf(text, one.First, one.Last), one.Joined));
                at = one.Last;
            }
            else
            {
                terms.Add(new(WordsOf(text, at, at)));
            }
        }
    }

    public static SearchQuery Read(string? typed) => new(typed ?? "");

    /// <summary>Nothing was typed that could be found.</summary>
    public bool IsEmpty => terms.Count == 0;

    /// <summary>How many things are looked for.</summary>
    public int Terms => terms.Count;

    /// <summary>For SQLite's FTS5. Words are letters and digits, so there is nothing in them to escape.</summary>
    /// <param name="whole">Whether only whole words are found, and not also what begins so.</param>
    public string Fts5(bool whole) => Write(" AND ", " OR ", word => whole ? $"\"{word}\"" : $"\"{word}\"*");

    /// <summary>For PostgreSQL's tsquery.</summary>
    /// <inheritdoc cref="Fts5"/>
    public string TsQuery(bool whole) => Write(" & ", " | ", word => whole ? $"'{word}'" : $"'{word}':*");

    /// <summary>Whether the word is one that was looked for.</summary>
    public bool Finds(FoldedText text, FoldedWord word) => terms.Exists(term => term.Finds(text, word));

    /// <summary>Whether one of the words stands in the text as it was typed: soon seen, and mostly so where it is found.</summary>
    public bool StandsIn(string text) =>
        terms.Exists(term => Array.Exists(term.Words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>How many of the things looked for are in the text.</summary>
    public int CountIn(FoldedText text) => terms.Count(term => text.Words.Any(word => term.Finds(text, word)));

    private string Write(string and, string or, Func<string, string> quote)
    {
        string All(IEnumerable<string> words) => string.Join(and, words.Select(quote));
        return string.Join(
            and,
            terms.Select(term => term.Joined is { } one ? $"({quote(one)}{or}({All(term.Words)}))" : All(term.Words))
        );
    }

    private static string[] WordsOf(FoldedText text, int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(at => text.Letters(text.Words[at]).ToString())];

    /// <summary>One thing looked for: a word, or what may be written in one word or in several.</summary>
    private sealed record Term(string[] Words, string? Joined = null)
    {
        private const int LongEnough = 3;

        public bool Finds(FoldedText text, FoldedWord word) =>
            Finds(text.Letters(word)) || (text.Tail(word) is { Length: > 0 } tail && Finds(tail));

        private bool Finds(ReadOnlySpan<char> letters)
        {
            foreach (var word in Words)
            {
                if (letters.StartsWith(word))
                {
                    return true;
                }
            }

            return Joined is not null
                && letters.Length >= LongEnough
                && Joined.AsSpan().Contains(letters, StringComparison.Ordinal);
        }
    }
}
