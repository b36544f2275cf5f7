using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Redress.Bench.Run;

/// <summary>What an authenticator app shows (RFC 6238).</summary>
internal static class AuthenticatorApp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The six digits of this half minute for a secret in base 32.</summary>
    public static string CodeOf(string secret)
    {
        var step = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // It is what authenticator apps do.
        var hash = HMACSHA1.HashData(Read(secret), step);
#pragma warning restore CA5350
        var four = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return $"{four % 1_000_000:000000}";
    }

    private static byte[] Read(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var letter = Alphabet.IndexOf(secret[bit / 5], StringComparison.Ordinal);
            bytes[bit / 8] |= (byte)(((letter >> (4 - (bit % 5))) & 1) << (7 - (bit % 8)));
        }

        return bytes;
    }
}
