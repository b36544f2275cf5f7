namespace Redress.Web.Features.Incidents;

/// <summary>
/// A cell of a file of comma-separated values. What a spreadsheet would take for a formula begins with an apostrophe, by
/// which it is shown as the text it is.
/// </summary>
internal static class CsvCell
{
    private const string Formulas = "=+-@\t\r\n";

    public static string Of(string? value)
    {
        var text = value ?? "";
        var safe = text.AsSpan().TrimStart(' ') is [var first, ..] && Formulas.Contains(first) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Of)) + "\r\n";
}
