using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Redress.Web.Security;

/// <summary>
/// The codes of authenticator apps (RFC 6238): six digits for each half minute, of HMAC-SHA-1, which is the one way that
/// every app knows. Identity checks them too, but does not say which half minute a code was of, so that it could be used
/// again.
/// </summary>
public static class Totp
{
    /// <summary>As many as RFC 4226 recommends.</summary>
    public const int SecretBytes = 20;

    private const int SecondsEach = 30;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The number of the half minute.</summary>
    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / SecondsEach;

    /// <summary>The code of a half minute.</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // What breaks SHA-1 is no help against its HMAC, and apps know no other.
        HMACSHA1.HashData(secret, number, hash);
#pragma warning restore CA5350
        var four = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return $"{four % 1_000_000:000000}";
    }

    /// <summary>
    /// Which half minute the code typed is of: this one, or that before or after, for clocks that go wrong and people who
    /// take their time. None where it is of none of them.
    /// </summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string typed, DateTimeOffset now)
    {
        var read = Encoding.UTF8.GetBytes(string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter))));
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(read, Encoding.ASCII.GetBytes(Code(secret, step))))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The secret as apps take it when it is typed in (RFC 4648, base 32).</summary>
    public static string Base32(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        var (waiting, bits) = (0, 0);
        foreach (var one in secret)
        {
            waiting = (waiting << 8) | one;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(waiting >> (bits - 5)) & 31]);
            }
        }

        return (bits > 0 ? text.Append(Alphabet[(waiting << (5 - bits)) & 31]) : text).ToString();
    }
}
