using System.Buffers;

namespace Redress.Web.Data;

/// <summary>Several words of a text that are one, however they are spaced: a postcode or a number.</summary>
/// <param name="First">The place of its first word among those of the text.</param>
/// <param name="Last">The place of its last.</param>
/// <param name="Joined">The one word they are.</param>
internal readonly record struct SpacedOut(int First, int Last, string Joined)
{
    /// <summary>Telephone numbers have at least nine digits and at most fifteen.</summary>
    public const int WholeNumber = 9;

    private const int LongestNumber = 15;
    private const int LongestGap = 3;
    private static readonly SearchValues<char> InNumbers = SearchValues.Create(" ().-/+\u00A0");

    /// <summary>Every postcode, and every number of so many digits at least.</summary>
    public static IEnumerable<SpacedOut> In(FoldedText text, int digits)
    {
        var most = text.HasDigits ? text.Words.Count : 0;
        for (var at = 0; at < most; at++)
        {
            if (NumberFrom(text, at) is { } number && number.Digits >= digits)
            {
                yield return new(at, number.Last, Dialled(text, at, number.Last));
                at = number.Last;
            }
            else if (PostcodeFrom(text, at) is { } postcode)
            {
                yield return postcode;
                at = postcode.Last;
            }
        }
    }

    /// <summary>Where the first part of a postcode written in one ends; none where the word is no postcode.</summary>
    public static int? OutwardOf(ReadOnlySpan<char> word) =>
        word.Length is >= 5 and <= 7 && IsOutward(word[..^3]) && IsInward(word[^3..]) ? word.Length - 3 : null;

    private static SpacedOut? PostcodeFrom(FoldedText text, int at)
    {
        if (at + 1 >= text.Words.Count)
        {
            return null;
        }

        var (one, next) = (text.Words[at], text.Words[at + 1]);
        return
            IsOutward(text.Letters(one))
            && IsInward(text.Letters(next))
            && text.Between(one, next).Trim(' ').Length == 0
            ? new(at, at + 1, string.Concat(text.Letters(one), text.Letters(next)))
            : null;
    }

    private static (int Last, int Digits)? NumberFrom(FoldedText text, int at)
    {
        var (last, digits) = (at - 1, 0);
        for (var next = at; next < text.Words.Count && IsNumber(text.Letters(text.Words[next])); next++)
        {
            if (next > at && !IsGap(text.Between(text.Words[next - 1], text.Words[next])))
            {
                break;
            }

            digits += text.Words[next].Length;
            last = next;
        }

        return digits is > 0 and <= LongestNumber ? (last, digits) : null;
    }

    /// <summary>The number as it is dialled in this country.</summary>
    private static string Dialled(FoldedText text, int first, int last)
    {
        var digits = "";
        for (var at = first; at <= last; at++)
        {
            digits = string.Concat(digits, text.Letters(text.Words[at]));
        }

        var abroad = text.Before(text.Words[first]) == '+' || digits.StartsWith("00", StringComparison.Ordinal);
        var number = digits.TrimStart('0');
        var isOurs = number.StartsWith("44", StringComparison.Ordinal) && (abroad || number.Length == 12);
        return "0" + (isOurs ? number[2..].TrimStart('0') : number);
    }

    private static bool IsGap(ReadOnlySpan<char> between) =>
        between.Length <= LongestGap && !between.ContainsAnyExcept(InNumbers);

    private static bool IsNumber(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>One or two letters, a digit, and perhaps one more of either.</summary>
    private static bool IsOutward(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 4
        && char.IsAsciiLetter(word[0])
        && (char.IsAsciiDigit(word[1]) ? word.Length <= 3 : char.IsAsciiLetter(word[1]) && IsDigitAt(word, 2));

    private static bool IsDigitAt(ReadOnlySpan<char> word, int at) => word.Length > at && char.IsAsciiDigit(word[at]);

    private static bool IsInward(ReadOnlySpan<char> word) =>
        word.Length == 3 && char.IsAsciiDigit(word[0]) && char.IsAsciiLetter(word[1]) && char.IsAsciiLetter(word[2]);
}
