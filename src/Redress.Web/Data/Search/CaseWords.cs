using System.Text;

namespace Redress.Web.Data;

/// <summary>
/// Every word a case is found by, once: of its reference, its people, and all that was said and written. Words are only
/// added, in the order they came.
/// </summary>
internal sealed class CaseWords
{
    /// <summary>Of a text only so many letters of new words are kept, which a letter of ten pages does not reach.</summary>
    private const int MostOfAText = 10_000;

    /// <summary>
    /// And so many of a case, for which hundreds of letters are not enough: PostgreSQL refuses more than a megabyte, and
    /// a letter may be three bytes. Nobody who writes without end can so stop what is done about their case.
    /// </summary>
    private const int MostOfACase = 300_000;

    /// <summary>Of a telephone number people remember the end.</summary>
    private const int EndOfNumber = 6;

    private readonly StringBuilder words;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private readonly CaseWords? without;

    /// <param name="words">The words known before, as <see cref="ToString"/> gave them.</param>
    /// <param name="without">Words that are left out, wherever they stand.</param>
    public CaseWords(string words, CaseWords? without = null)
    {
        this.words = new StringBuilder(words);
        this.without = without;
        known.UnionWith(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A reference is also found by all of it in one, and by either half.</summary>
    public void AddReference(string reference)
    {
        var folded = Add(reference);
        Keep(string.Concat(folded.Words.Select(word => folded.Letters(word).ToString())));
    }

    public void Add(CasePersonRow person)
    {
        Add(person.Name);
        Add(person.Phone ?? "");
        Add(person.Email ?? "");
        Add(person.Address ?? "");
        Add(person.Postcode ?? "");
    }

    /// <returns>The text, folded.</returns>
    public FoldedText Add(string text)
    {
        var folded = FoldedText.Of(text);
        var most = Math.Min(words.Length + MostOfAText, MostOfACase);
        foreach (var word in folded.Words)
        {
            if (words.Length > most)
            {
                break;
            }

            var letters = folded.Letters(word);
            Keep(letters);
            Keep(folded.Tail(word));
            if (SpacedOut.OutwardOf(letters) is { } outward)
            {
                Keep(letters[..outward]);
                Keep(letters[outward..]);
            }
        }

        foreach (var one in SpacedOut.In(folded, SpacedOut.WholeNumber).TakeWhile(_ => words.Length <= most))
        {
            Keep(one.Joined);
            if (char.IsAsciiDigit(one.Joined[0]))
            {
                Keep(one.Joined.AsSpan()[^EndOfNumber..]);
            }
        }

        return folded;
    }

    /// <summary>Each word and a space.</summary>
    public override string ToString() => words.ToString();

    private void Keep(ReadOnlySpan<char> word)
    {
        if (word.Length > 0 && without?.lookup.Contains(word) is not true && lookup.Add(word))
        {
            words.Append(word).Append(' ');
        }
    }
}
