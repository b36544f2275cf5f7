namespace Redress.Core.Cases;

/// <summary>
/// What people call a case: eight characters in two groups, for example <c>7K3F-92QX</c>. It is random, so that it
/// tells nothing of when a case came or of how many came before. Imported cases keep the reference they had.
/// </summary>
public static class CaseReference
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>How many random bytes make a reference.</summary>
    public const int Bytes = 5;

    /// <summary>The reference that these bytes make: 40 bits, five a character.</summary>
    /// <param name="random">Exactly <see cref="Bytes"/> random bytes.</param>
    public static string Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != Bytes)
        {
            throw new ArgumentException($"A reference is made of {Bytes} bytes, not {random.Length}.", nameof(random));
        }

        ulong bits = 0;
        foreach (var next in random)
        {
            bits = (bits << 8) | next;
        }

        Span<char> text = stackalloc char[9];
        for (var at = 8; at >= 0; at--)
        {
            if (at == 4)
            {
                text[at] = '-';
                continue;
            }

            text[at] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }

        return new string(text);
    }

    /// <summary>
    /// A reference as it may have been typed or heard: without case, spaces and hyphens, with O read as 0, and I and L as
    /// 1. None where the text cannot be one; it may still be the reference of an imported case.
    /// </summary>
    public static string? Read(string? typed)
    {
        Span<char> text = stackalloc char[9];
        text[4] = '-';
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
            if (at > 8 || !Alphabet.Contains(meant))
            {
                return null;
            }

            text[at++] = meant;
            at += at == 4 ? 1 : 0;
        }

        return at == 9 ? new string(text) : null;
    }
}
