using System.IO.Compression;
using System.Text;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// Tells the documents that are packed files from what is merely packed, and those with macros from those without. Names
/// are read, and of the contents only a short list of types: nothing is unpacked, so nothing can grow.
/// </summary>
internal static class ZipContent
{
    private const int MostEntries = 10_000;
    private const int MostListed = 256 * 1024;
    private const string OpenDocument = "application/vnd.oasis.opendocument.text";

    public static (FileType? Type, FileFault? Fault) Of(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries)
            {
                return (null, FileFault.Archive);
            }

            var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var type = TypeOf(zip, names);
            return type is null ? (null, FileFault.Archive)
                : HasMacros(zip, names) ? (null, FileFault.Macros)
                : (type, null);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or IOException)
        {
            return (null, FileFault.Damaged);
        }
    }

    private static FileType? TypeOf(ZipArchive zip, HashSet<string> names) =>
        names.Contains("[Content_Types].xml") && names.Contains("word/document.xml") ? FileType.Docx
        : names.Contains("[Content_Types].xml") && names.Contains("xl/workbook.xml") ? FileType.Xlsx
        : Begins(zip.GetEntry("mimetype"), OpenDocument.Length + 1) == OpenDocument ? FileType.Odt
        : null;

    private static bool HasMacros(ZipArchive zip, HashSet<string> names) =>
        names.Any(name =>
            name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)
        )
        || Begins(zip.GetEntry("[Content_Types].xml"), MostListed)
            .Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);

    private static string Begins(ZipArchiveEntry? entry, int most)
    {
        if (entry is null)
        {
            return "";
        }

        using var content = entry.Open();
        var bytes = new byte[most];
        return Encoding.UTF8.GetString(bytes, 0, content.ReadAtLeast(bytes, most, throwOnEndOfStream: false));
    }
}
