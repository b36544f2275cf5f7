using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Redress.Core.History;

/// <summary>
/// The chain that makes history prove itself: each row's hash covers everything the row says and the hash of the row
/// before it in its stream, so that a changed, missing or inserted row shows.
/// </summary>
public static class HistoryHash
{
    /// <summary>The hash of one row.</summary>
    /// <param name="previousHash">The hash of the row before it in the stream; none for the first.</param>
    /// <param name="stream">What kind of thing has the history, for example <c>case</c>.</param>
    /// <param name="streamId">Which one.</param>
    /// <param name="sequence">The row's place in the stream, from 1.</param>
    /// <param name="event">The event's name.</param>
    /// <param name="version">The version of the event's form.</param>
    /// <param name="data">The event, as the exact text that is stored.</param>
    /// <param name="on">The day it was true.</param>
    /// <param name="recordedAt">The instant it was recorded, in UTC; anything finer than a microsecond is ignored,
    /// because PostgreSQL does not keep it.</param>
    /// <param name="who">Who recorded it.</param>
    /// <param name="onBehalfOf">For whom, if not for themselves.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(
        string? previousHash,
        string stream,
        string streamId,
        int sequence,
        string @event,
        int version,
        string data,
        DateOnly on,
        DateTime recordedAt,
        string who,
        string? onBehalfOf
    )
    {
        if (recordedAt.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException("History is kept in UTC.", nameof(recordedAt));
        }

        return OfFields([
            previousHash,
            stream,
            streamId,
            $"{sequence}",
            @event,
            $"{version}",
            data,
            $"{on:yyyy-MM-dd}",
            $"{recordedAt:yyyy-MM-ddTHH:mm:ss.ffffff}Z",
            who,
            onBehalfOf,
        ]);
    }

    /// <summary>
    /// SHA-256 over fields, each written as its length in bytes (32 bits, big-endian) and then its UTF-8, so that no
    /// two lists of fields share a form. A missing field has the length -1, which tells it from an empty one.
    /// </summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string OfFields(ReadOnlySpan<string?> fields)
    {
        var size = 0;
        foreach (var field in fields)
        {
            size += sizeof(int) + Encoding.UTF8.GetByteCount(field ?? "");
        }

        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var rest = buffer.AsSpan();
            foreach (var field in fields)
            {
                var length = Encoding.UTF8.GetBytes(field ?? "", rest[sizeof(int)..]);
                BinaryPrimitives.WriteInt32BigEndian(rest, field is null ? -1 : length);
                rest = rest[(sizeof(int) + length)..];
            }

            return Convert.ToHexStringLower(SHA256.HashData(buffer.AsSpan(0, size)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
