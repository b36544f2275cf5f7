namespace Redress.Core.Cases;

/// <summary>
/// What lets somebody without an account into their own case, together with its reference: twelve characters in three
/// groups, for example <c>7K3F-92QX-M4TD</c>. It is shown to them once and never kept as it is.
/// </summary>
public static class AccessCode
{
    private const int Letters = 12;

    /// <summary>How many random bytes make a code.</summary>
    public const int Bytes = 8;

    /// <summary>The code that these bytes make: 60 bits, five a character.</summary>
    /// <param name="random">Exactly <see cref="Bytes"/> random bytes.</param>
    /// <exception cref="ArgumentException">There are more bytes or fewer.</exception>
    public static string Of(ReadOnlySpan<byte> random) =>
        random.Length == Bytes
            ? ReadableCode.Of(random, Letters)
            : throw new ArgumentException($"A code is made of {Bytes} bytes, not {random.Length}.", nameof(random));

    /// <summary>
    /// A code as it may have been typed or heard: without case, spaces and hyphens, with O read as 0, and I and L as 1. None
    /// where the text cannot be one.
    /// </summary>
    public static string? Read(string? typed) => ReadableCode.Read(typed, Letters);
}
