using System.Text;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// What a file is by its content, whatever it is called and whatever its sender says it is. Types are found by the bytes
/// they must begin with, at their very beginning: a file that begins as one type and holds another is given out as the
/// first, which browsers are told not to second-guess.
/// </summary>
internal static class FileContent
{
    private const int HeadBytes = 4096;

    private static readonly (byte[] Begins, FileType Type)[] Signatures =
    [
        ([0xFF, 0xD8, 0xFF], FileType.Jpeg),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], FileType.Png),
        ([.. "GIF87a"u8], FileType.Gif),
        ([.. "GIF89a"u8], FileType.Gif),
        ([.. "%PDF-"u8], FileType.Pdf),
        ([.. "ID3"u8], FileType.Mp3),
        ([.. "OggS"u8], FileType.Ogg),
    ];

    private static readonly (byte[] Begins, FileFault Fault)[] Refused =
    [
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], FileFault.Active),
        ([0xCA, 0xFE, 0xBA, 0xBE], FileFault.Active),
        ([.. "#!"u8], FileFault.Active),
        ([0xD0, 0xCF, 0x11, 0xE0], FileFault.OldOffice),
        ([.. "Rar!"u8], FileFault.Archive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], FileFault.Archive),
        ([0x1F, 0x8B], FileFault.Archive),
        ([.. "BZh"u8], FileFault.Archive),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], FileFault.Archive),
        ([.. "PK\u0005\u0006"u8], FileFault.Archive),
        ([.. @"{\rtf"u8], FileFault.NotKnown),
    ];

    /// <summary>Brands of the container that photos, films and sound of telephones share.</summary>
    private static readonly Dictionary<string, FileType> Brands = new(StringComparer.Ordinal)
    {
        ["heic"] = FileType.Heic,
        ["heix"] = FileType.Heic,
        ["heim"] = FileType.Heic,
        ["heis"] = FileType.Heic,
        ["mif1"] = FileType.Heic,
        ["isom"] = FileType.Mp4,
        ["iso2"] = FileType.Mp4,
        ["iso4"] = FileType.Mp4,
        ["iso5"] = FileType.Mp4,
        ["iso6"] = FileType.Mp4,
        ["mp41"] = FileType.Mp4,
        ["mp42"] = FileType.Mp4,
        ["avc1"] = FileType.Mp4,
        ["M4V "] = FileType.Mp4,
        ["MSNV"] = FileType.Mp4,
        ["3gp4"] = FileType.Mp4,
        ["3gp5"] = FileType.Mp4,
        ["3gp6"] = FileType.Mp4,
        ["qt  "] = FileType.Mov,
        ["M4A "] = FileType.M4a,
    };

    /// <summary>What text must not hold at its beginning, in small letters: it would be a page, a picture or a script.</summary>
    private static readonly string[] Active =
    [
        "<!doctype",
        "<html",
        "<head",
        "<body",
        "<script",
        "<svg",
        "<iframe",
        "<?xml",
        "<?php",
        "<%",
    ];

    /// <summary>The type, or why the file is refused. The file is read from its beginning.</summary>
    public static (FileType? Type, FileFault? Fault) Of(Stream file)
    {
        file.Position = 0;
        var bytes = new byte[HeadBytes];
        var head = bytes.AsSpan(0, file.ReadAtLeast(bytes, HeadBytes, throwOnEndOfStream: false));
        if (head.IsEmpty)
        {
            return (null, FileFault.Empty);
        }

        foreach (var (begins, type) in Signatures)
        {
            if (head.StartsWith(begins))
            {
                return (type, null);
            }
        }

        foreach (var (begins, fault) in Refused)
        {
            if (head.StartsWith(begins))
            {
                return (null, fault);
            }
        }

        return head.StartsWith("PK\u0003\u0004"u8) ? ZipContent.Of(file)
            : InContainer(head) is { } contained ? (contained, null)
            : IsText(file) ? InText(head)
            : (null, head.StartsWith("MZ"u8) ? FileFault.Active : FileFault.NotKnown);
    }

    private static FileType? InContainer(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 12 && head.StartsWith("RIFF"u8))
        {
            return head[8..12].SequenceEqual("WEBP"u8) ? FileType.Webp
                : head[8..12].SequenceEqual("WAVE"u8) ? FileType.Wav
                : null;
        }

        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
        {
            return Brands.TryGetValue(Encoding.Latin1.GetString(head[8..12]), out var type) ? type : null;
        }

        // Sound without a title begins with a frame: eleven bits set, layer III.
        return head.Length >= 4 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2 ? FileType.Mp3 : null;
    }

    private static (FileType?, FileFault?) InText(ReadOnlySpan<byte> head)
    {
        var begins = Encoding.Latin1.GetString(head).ToLowerInvariant();
        return Active.Any(mark => begins.Contains(mark, StringComparison.Ordinal))
            ? (null, FileFault.Active)
            : (FileType.Text, null);
    }

    /// <summary>No control characters but those that part lines, columns and pages.</summary>
    private static bool IsText(Stream file)
    {
        file.Position = 0;
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = file.Read(chunk)) > 0)
        {
            foreach (var letter in chunk.AsSpan(0, read))
            {
                if (letter is < (byte)' ' and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') or 0x7F)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
