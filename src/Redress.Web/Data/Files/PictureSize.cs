using System.Buffers.Binary;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// How many dots a picture has, as it says itself. A short file may say that it has so many that showing it would take all
/// the memory of whoever opens the case.
/// </summary>
internal static class PictureSize
{
    /// <summary>More than any telephone takes.</summary>
    public const long Most = 250_000_000;

    /// <summary>The number of dots; 0 where it cannot be told.</summary>
    public static long Of(FileType type, ReadOnlySpan<byte> picture) =>
        type switch
        {
            FileType.Png when picture.Length >= 24 => (long)BinaryPrimitives.ReadUInt32BigEndian(picture[16..])
                * BinaryPrimitives.ReadUInt32BigEndian(picture[20..]),
            FileType.Gif when picture.Length >= 10 => (long)BinaryPrimitives.ReadUInt16LittleEndian(picture[6..])
                * BinaryPrimitives.ReadUInt16LittleEndian(picture[8..]),
            FileType.Webp when picture.Length >= 30 && picture[12..].StartsWith("VP8X"u8) => (1L + Three(picture[24..]))
                * (1L + Three(picture[27..])),
            FileType.Jpeg => OfJpeg(picture),
            _ => 0,
        };

    private static long OfJpeg(ReadOnlySpan<byte> photo)
    {
        for (var at = 2; at + 9 < photo.Length; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(photo[(at + 2)..]))
        {
            // The frame's header, of any way of packing; three numbers in between mean something else.
            if (photo[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (long)BinaryPrimitives.ReadUInt16BigEndian(photo[(at + 5)..])
                    * BinaryPrimitives.ReadUInt16BigEndian(photo[(at + 7)..]);
            }
        }

        return 0;
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
