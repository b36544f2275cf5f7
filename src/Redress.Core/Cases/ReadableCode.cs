namespace Redress.Core.Cases;

/// <summary>
/// Codes that people read out and type: letters and figures that are not mistaken for each other (Crockford's base 32), in
/// groups of four.
/// </summary>
internal static class ReadableCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Group = 4;
    private const int BitsOfALetter = 5;

    /// <summary>The code that random bytes make, first bits first.</summary>
    /// <param name="random">At least as many bits as the letters need, five each.</param>
    /// <param name="letters">How many letters, hyphens not counted.</param>
    public static string Of(ReadOnlySpan<byte> random, int letters)
    {
        var text = new char[LengthOf(letters)];
        var at = 0;
        for (var letter = 0; letter < letters; letter++)
        {
            var value = 0;
            for (var bit = letter * BitsOfALetter; bit < (letter + 1) * BitsOfALetter; bit++)
            {
                value = (value << 1) | ((random[bit / 8] >> (7 - (bit % 8))) & 1);
            }

            at = Put(text, at, Alphabet[value]);
        }

        return new string(text);
    }

    /// <summary>
    /// A code as it may have been typed or heard: without case, spaces and hyphens, with O read as 0, and I and L as 1. None
    /// where the text cannot be one.
    /// </summary>
    public static string? Read(string? typed, int letters)
    {
        var text = new char[LengthOf(letters)];
        var at = 0;
        foreach (var letter in typed ?? "")
        {
            if (letter is ' ' or '-' or '\t')
            {
                continue;
            }

            var meant = char.ToUpperInvariant(letter) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var other => other,
            };
            if (at >= text.Length || !Alphabet.Contains(meant))
            {
                return null;
            }

            at = Put(text, at, meant);
        }

        return at == text.Length ? new string(text) : null;
    }

    private static int LengthOf(int letters) => letters + ((letters - 1) / Group);

    /// <summary>Writes a letter, with a hyphen before it where a group begins; where the next is written.</summary>
    private static int Put(char[] text, int at, char letter)
    {
        if (at % (Group + 1) == Group)
        {
            text[at++] = '-';
        }

        text[at] = letter;
        return at + 1;
    }
}
