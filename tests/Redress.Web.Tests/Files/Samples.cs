using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Redress.Core.Cases;

namespace Redress.Web.Tests.Files;

/// <summary>Files as they come, good and bad, made here so that none need be kept.</summary>
internal static class Samples
{
    /// <summary>A picture of one grey dot, eight by eight, as an encoder wrote it.</summary>
    private static readonly byte[] Dot = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA"
            + "ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1"
            + "AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP"
            + "KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/"
            + "2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQX"
            + "b4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAA"
            + "AAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2g"
            + "AMAwEAAhEDEQA/AKAB/9k="
    );

    public const string Place = "GPS 51.5074 N 0.1278 W";

    /// <summary>A photo that says which way up it is and where it was taken.</summary>
    public static byte[] Jpeg(byte? orientation = 6, string after = "")
    {
        byte[] tiff =
        [
            .. "MM\0*\0\0\0\u0008"u8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            orientation ?? 0,
            0,
            0,
            0,
            0,
            0,
            0,
            .. Encoding.ASCII.GetBytes(Place),
        ];
        return
        [
            .. Dot[..2],
            .. orientation is null ? [] : Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]),
            .. Segment(0xE1, Encoding.ASCII.GetBytes($"http://ns.adobe.com/xap/1.0/\0{Place}")),
            .. Segment(0xED, Encoding.ASCII.GetBytes($"Photoshop 3.0\0{Place}")),
            .. Segment(0xFE, Encoding.ASCII.GetBytes(Place)),
            .. Segment(0xE2, Encoding.ASCII.GetBytes("ICC_PROFILE\0\u0001\u0001colours")),
            .. Segment(0xE2, Encoding.ASCII.GetBytes($"MPF\0{Place}")),
            .. Dot[2..],
            .. Encoding.UTF8.GetBytes(after),
        ];
    }

    public static byte[] Png(uint width = 1) =>
        [
            0x89,
            .. "PNG\r\n\u001a\n"u8,
            .. Chunk("IHDR", [.. BigEndian(width), .. BigEndian(width), 8, 0, 0, 0, 0]),
            .. Chunk("IDAT", Convert.FromBase64String("eJxjaAAAAIIAgQ==")),
            .. Chunk("IEND", []),
        ];

    public static byte[] Gif() => Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public static byte[] Webp() =>
        Convert.FromBase64String(
            "UklGRgYCAABXRUJQVlA4WAoAAAAgAAAABwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggGAAAAFABAJ0BKggACAAFQHwlpAAFjAAA+0AAAA=="
        );

    public static byte[] Wav() => [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, .. new byte[20]];

    public static byte[] Boxed(string brand) =>
        [0, 0, 0, 24, .. Encoding.ASCII.GetBytes($"ftyp{brand}"), .. new byte[40]];

    public static byte[] Pdf(string inside = "") =>
        Encoding.Latin1.GetBytes(
            $"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R{inside}>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        );

    public static byte[] Docx(params IEnumerable<(string Name, string Content)> more) =>
        Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>"), .. more]);

    public static byte[] Xlsx(params IEnumerable<(string Name, string Content)> more) =>
        Zip([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"), .. more]);

    public static byte[] Odt(params IEnumerable<(string Name, string Content)> more) =>
        Zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office/>"), .. more]);

    public static byte[] Zip(params IEnumerable<(string Name, string Content)> entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return packed.ToArray();
    }

    /// <summary>One of every type that is kept.</summary>
    public static byte[] Of(FileType type) =>
        type switch
        {
            FileType.Jpeg => Jpeg(),
            FileType.Png => Png(),
            FileType.Gif => Gif(),
            FileType.Webp => Webp(),
            FileType.Heic => Boxed("heic"),
            FileType.Pdf => Pdf(),
            FileType.Text => [.. "The damp is back.\r\n\tSince Friday.\r\n"u8],
            FileType.Docx => Docx(),
            FileType.Xlsx => Xlsx(),
            FileType.Odt => Odt(),
            FileType.Mp4 => Boxed("isom"),
            FileType.Mov => Boxed("qt  "),
            FileType.Mp3 => [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 10, .. new byte[40]],
            FileType.M4a => Boxed("M4A "),
            FileType.Ogg => [.. "OggS"u8, .. new byte[40]],
            FileType.Wav => Wav(),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Say what such a file looks like."),
        };

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. BigEndian((uint)content.Length), .. named, .. BigEndian(Crc(named))];
    }

    private static byte[] BigEndian(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
