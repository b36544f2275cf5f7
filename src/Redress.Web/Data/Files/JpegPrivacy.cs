using System.Buffers.Binary;

namespace Redress.Web.Data;

/// <summary>
/// Copies a photo without what the camera wrote beside the picture: where and when it was taken, with what, a smaller
/// copy of it. Which way up it is stays. So does nothing that follows the picture's end.
/// </summary>
internal static class JpegPrivacy
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte FirstRestart = 0xD0;
    private const byte LastRestart = 0xD7;
    private const byte Exif = 0xE1;
    private const byte Colours = 0xE2;
    private const byte Comment = 0xFE;
    private const byte FirstApplication = 0xE0;
    private const byte LastApplication = 0xEF;
    private const byte Adobe = 0xEE;
    private const ushort Orientation = 0x0112;

    /// <summary>Copies the picture; false where it is not one.</summary>
    public static bool Copy(ReadOnlySpan<byte> photo, Stream to)
    {
        var at = 2;
        to.Write([0xFF, StartOfImage]);
        while (at + 4 <= photo.Length)
        {
            if (photo[at] != 0xFF)
            {
                return false;
            }

            var marker = photo[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is StartOfImage or EndOfImage or (>= FirstRestart and <= LastRestart) or 0x00)
            {
                return false;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(photo[(at + 2)..]);
            if (length < 2 || at + 2 + length > photo.Length)
            {
                return false;
            }

            var segment = photo.Slice(at, 2 + length);
            if (marker == Exif && OrientationOf(segment[4..]) is { } way)
            {
                WriteOrientation(to, way);
            }
            else if (IsKept(marker, segment[4..]))
            {
                to.Write(segment);
            }

            at += 2 + length;
            if (marker == StartOfScan)
            {
                var end = EndOfScan(photo, at);
                to.Write(photo[at..end]);
                at = end;
                if (at + 2 > photo.Length || photo[at + 1] == EndOfImage)
                {
                    // What a broken line cut short is shown as far as it came.
                    to.Write([0xFF, EndOfImage]);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>How colours are meant is part of the picture.</summary>
    private static bool IsKept(byte marker, ReadOnlySpan<byte> content) =>
        marker switch
        {
            FirstApplication or Adobe => true,
            Colours => content.StartsWith("ICC_PROFILE\0"u8),
            Comment => false,
            _ => marker is < FirstApplication or > LastApplication,
        };

    /// <summary>The first marker after a scan's data, in which 0xFF stands only before 0 or between its parts.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> photo, int at)
    {
        while (at + 1 < photo.Length)
        {
            if (photo[at] == 0xFF && photo[at + 1] is not (0x00 or 0xFF or (>= FirstRestart and <= LastRestart)))
            {
                return at;
            }

            at++;
        }

        return photo.Length;
    }

    /// <summary>Which way up, 1 to 8; none where it does not say, or is not what it should be.</summary>
    private static byte? OrientationOf(ReadOnlySpan<byte> content)
    {
        if (content.Length < 14 || !content.StartsWith("Exif\0\0"u8))
        {
            return null;
        }

        var tiff = content[6..];
        var little = tiff[0] == (byte)'I';
        var first = Number(tiff[4..], 4, little);
        if (first > tiff.Length - 2)
        {
            return null;
        }

        var entries = tiff[(int)first..];
        var count = (int)Number(entries, 2, little);
        for (var i = 0; i < count && 2 + ((i + 1) * 12) <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + (i * 12), 12);
            if (Number(entry, 2, little) == Orientation)
            {
                return Number(entry[8..], 2, little) is var way and >= 1 and <= 8 ? (byte)way : null;
            }
        }

        return null;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int size, bool little) =>
        (size, little) switch
        {
            (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        };

    private static void WriteOrientation(Stream to, byte way)
    {
        to.Write([0xFF, Exif, 0x00, 0x22]);
        to.Write("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8);
        to.Write([way, 0, 0, 0, 0, 0, 0]);
    }
}
