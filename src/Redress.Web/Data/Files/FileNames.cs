using System.Globalization;
using System.Text;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// Makes a file's name safe to show and to save under, on any system: nothing in it that cannot be seen, turns the
/// reading round, leads elsewhere or means something to a system; and it ends as files of its type do.
/// </summary>
internal static class FileNames
{
    private const int MostBytes = 150;
    private const string Joiners = "\u200C\u200D";
    private const string NotInNames = "<>:\"|?*/\\";

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Numbered("COM"), .. Numbered("LPT")],
        StringComparer.OrdinalIgnoreCase
    );

    public static string Clean(string? sent, FileType type)
    {
        var form = FileForms.Of(type);
        var last = (sent ?? "").Split('/', '\\')[^1];
        var name = Visible(last).Trim(' ', '.', '-', '~');
        var stem = form.Ends(name) ? Path.GetFileNameWithoutExtension(name).TrimEnd(' ', '.') : name;
        var extension = form.Ends(name) ? Path.GetExtension(name) : form.Extension;
        stem = Cut(stem, MostBytes - extension.Length).TrimEnd(' ', '.');
        var kept = stem.Length == 0 ? "file" : stem;
        return (Reserved.Contains(kept.Split('.')[0]) ? $"_{kept}" : kept) + extension;
    }

    /// <summary>Letters, figures and signs that are seen; the two joiners are part of how some scripts are written.</summary>
    private static string Visible(string name)
    {
        var seen = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var kept = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned => false,
                UnicodeCategory.Format => rune.IsBmp && Joiners.Contains((char)rune.Value, StringComparison.Ordinal),
                _ => rune != Rune.ReplacementChar,
            };
            if (kept)
            {
                var space = Rune.IsWhiteSpace(rune);
                var unsafeSign = rune.IsBmp && NotInNames.Contains((char)rune.Value, StringComparison.Ordinal);
                seen.Append(
                    space ? " "
                    : unsafeSign ? "_"
                    : rune.ToString()
                );
            }
        }

        return seen.ToString();
    }

    private static string Cut(string name, int most)
    {
        var bytes = 0;
        var end = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > most)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return name[..end];
    }

    private static IEnumerable<string> Numbered(string port) => Enumerable.Range(1, 9).Select(n => $"{port}{n}");
}
