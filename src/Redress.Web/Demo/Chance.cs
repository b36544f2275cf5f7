using System.Buffers.Binary;
using Redress.Core.Cases;

namespace Redress.Web.Demo;

/// <summary>
/// What is left to chance in one story. It comes from a seed and the story's number, so that the same seed tells the same
/// stories, salts and hashes included, in whatever order they are told.
/// </summary>
internal sealed class Chance(int seed, int number)
{
    private readonly Random random = new(unchecked((seed * 486_187_739) ^ (number * 16_777_619)));

    /// <summary>Differs from that of every other story of the seed: an odd factor maps no two numbers to one.</summary>
    public string Reference()
    {
        var bits = unchecked(((ulong)number * 0x9E37_79B9_7F4A_7C15) + ((ulong)seed * 0xD1B5_4A32_D192_ED03));
        return CaseReference.Of(BitConverter.GetBytes(bits).AsSpan(0, CaseReference.Bytes));
    }

    /// <summary>In order of time, as <c>Ids.New</c> makes them, or in none where no instant is given.</summary>
    public string Id(DateTime? at = null)
    {
        Span<byte> id = stackalloc byte[16];
        random.NextBytes(id);
        if (at is { } instant)
        {
            var milliseconds = new DateTimeOffset(instant).ToUnixTimeMilliseconds();
            Span<byte> time = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(time, milliseconds);
            time[2..].CopyTo(id);
        }

        return Convert.ToHexStringLower(id);
    }

    public void Salt(Span<byte> salt) => random.NextBytes(salt);

    public int Below(int limit) => random.Next(limit);

    /// <summary>From the first to the last, both included.</summary>
    public int Between(int first, int last) => random.Next(first, last + 1);

    public bool OneIn(int times) => random.Next(times) == 0;

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
