namespace Redress.Core.Cases;

/// <summary>
/// What people call a case: eight characters in two groups, for example <c>7K3F-92QX</c>. It is random, so that it
/// tells nothing of when a case came or of how many came before. Imported cases keep the reference they had.
/// </summary>
public static class CaseReference
{
    private const int Letters = 8;

    /// <summary>How many random bytes make a reference.</summary>
    public const int Bytes = 5;

    /// <summary>The reference that these bytes make: 40 bits, five a character.</summary>
    /// <param name="random">Exactly <see cref="Bytes"/> random bytes.</param>
    /// <exception cref="ArgumentException">There are more bytes or fewer.</exception>
    public static string Of(ReadOnlySpan<byte> random) =>
        random.Length == Bytes
            ? ReadableCode.Of(random, Letters)
            : throw new ArgumentException(
                $"A reference is made of {Bytes} bytes, not {random.Length}.",
                nameof(random)
            );

    /// <summary>
    /// A reference as it may have been typed or heard: without case, spaces and hyphens, with O read as 0, and I and L as
    /// 1. None where the text cannot be one; it may still be the reference of an imported case.
    /// </summary>
    public static string? Read(string? typed) => ReadableCode.Read(typed, Letters);

    /// <summary>
    /// Whether a text may be a reference at all: it reads as one of ours, or has a digit, as those of other systems do. A
    /// word of a sentence is none, and need not be asked for.
    /// </summary>
    public static bool MayBe(string typed) => typed.Any(char.IsAsciiDigit) || Read(typed) is not null;
}
