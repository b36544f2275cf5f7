using System.Globalization;
using System.Text;

namespace Redress.Web.Data;

/// <summary>A word of a text, where it stands in the text, and where its letters are among the folded ones.</summary>
/// <param name="At">Where its folded letters begin.</param>
/// <param name="Length">How many folded letters it has.</param>
/// <param name="Tail">How many of them come before its last apostrophe; 0 where it has none.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends in the text, that character not included.</param>
internal readonly record struct FoldedWord(int At, int Length, int Tail, int Start, int End);

/// <summary>
/// The words of a text as they are searched by, on both databases alike: without case, accents and apostrophes, digits of
/// every script as 0 to 9.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>What goes on longer is known by its beginning.</summary>
    private const int LongestWord = 40;

    /// <summary>About, with the space after it.</summary>
    private const int CharactersAWord = 5;

    private const string Apostrophes = "'`´’‘ʼʻ′＇";

    private readonly string text;
    private readonly char[] letters;
    private readonly List<FoldedWord> words;
    private int length;

    private FoldedText(string text)
    {
        this.text = text;

        // A letter becomes two at most.
        letters = GC.AllocateUninitializedArray<char>(2 * text.Length);
        words = new(1 + (text.Length / CharactersAWord));
    }

    public IReadOnlyList<FoldedWord> Words => words;

    public static FoldedText Of(string text)
    {
        var folded = new FoldedText(text);
        folded.Read();
        return folded;
    }

    public bool HasDigits => letters.AsSpan(0, length).ContainsAnyInRange('0', '9');

    public ReadOnlySpan<char> Letters(FoldedWord word) => letters.AsSpan(word.At, word.Length);

    /// <summary>What follows the last apostrophe: of O'Brien, brien. Nothing where that is no word of its own.</summary>
    public ReadOnlySpan<char> Tail(FoldedWord word) =>
        word.Tail > 0 && word.Length - word.Tail > 2 ? Letters(word)[word.Tail..] : [];

    /// <summary>What stands between a word and the next.</summary>
    public ReadOnlySpan<char> Between(FoldedWord one, FoldedWord next) => text.AsSpan(one.End, next.Start - one.End);

    /// <summary>What stands right before a word.</summary>
    public char Before(FoldedWord word) => word.Start > 0 ? text[word.Start - 1] : ' ';

    private void Read()
    {
        var at = 0;
        while (at < text.Length)
        {
            var (start, first, tail) = (at, length, 0);
            var before = first;
            while (at < text.Length && Take(at, isInside: at > start) is > 0 and var taken)
            {
                tail = length == before && Apostrophes.Contains(text[at]) ? length - first : tail;
                before = length = Math.Min(length, first + LongestWord);
                at += taken;
            }

            if (length > first)
            {
                words.Add(new FoldedWord(first, length - first, tail, start, at));
            }

            at += at < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1;
        }
    }

    /// <summary>Folds the character there, if it belongs to a word.</summary>
    /// <returns>How long it is in the text; 0 where it stands between words.</returns>
    private int Take(int at, bool isInside)
    {
        var character = text[at];
        if (char.IsAsciiLetterOrDigit(character))
        {
            letters[length++] = char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;
            return 1;
        }

        if (character == ' ')
        {
            return 0;
        }

        if (Apostrophes.Contains(character))
        {
            return isInside && at + 1 < text.Length && char.IsLetter(text[at + 1]) ? 1 : 0;
        }

        return character > '\x7F' && Rune.TryGetRuneAt(text, at, out var rune) ? Take(rune, isInside) : 0;
    }

    private int Take(Rune rune, bool isInside)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            // Accents and vowel signs, and marks that only say how letters join.
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                return isInside ? rune.Utf16SequenceLength : 0;
            case UnicodeCategory.DecimalDigitNumber:
                letters[length++] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(rune.ToString(), 0));
                return rune.Utf16SequenceLength;
            case UnicodeCategory.SpacingCombiningMark:
            case UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber:
                break;
            default:
                if (!Rune.IsLetter(rune))
                {
                    return 0;
                }

                break;
        }

        var lower = Rune.ToLowerInvariant(rune);
        if (lower.IsBmp && PlainLetters.Of((char)lower.Value) is { } plain)
        {
            plain.CopyTo(letters.AsSpan(length));
            length += plain.Length;
        }
        else
        {
            length += lower.EncodeToUtf16(letters.AsSpan(length));
        }

        return rune.Utf16SequenceLength;
    }
}
