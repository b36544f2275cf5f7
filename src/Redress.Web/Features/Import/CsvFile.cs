using System.Text.Unicode;
using CsvHelper;
using Redress.Web.Cli;

namespace Redress.Web.Features.Import;

/// <summary>One row of a file: its number, counted from 1 after the header, its line, and its cells by column.</summary>
internal sealed record CsvLine(int Row, int Line, IReadOnlyDictionary<string, string> Cells, int ExtraCells);

/// <summary>
/// Reads a file of comma-separated values as spreadsheets write it: with or without a byte order mark, with either kind of
/// line end, with quoted cells that hold line ends.
/// </summary>
internal static class CsvFile
{
    private const int MostBytesARow = 1 << 20;

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = MostBytesARow,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
    };

    /// <param name="name">What the file is called, for messages.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="columns">The columns it may have.</param>
    /// <exception cref="BadInputException">The file as a whole cannot be read; the message says where.</exception>
    public static IReadOnlyList<CsvLine> Read(string name, byte[] bytes, IReadOnlyList<string> columns)
    {
        CheckText(name, bytes);
        try
        {
            using var reader = CsvReader.Create(bytes, Options);
            reader.ReadHeader();
            var header = Header(name, reader.Headers, columns);
            var rows = new List<CsvLine>();
            while (reader.Read())
            {
                var cells = header.Take(reader.FieldCount).Select((column, at) => (column, reader.GetString(at)));
                rows.Add(
                    new CsvLine(
                        (int)reader.RowNumber,
                        (int)reader.LineNumber,
                        cells.ToDictionary(cell => cell.column, cell => cell.Item2, StringComparer.Ordinal),
                        reader.FieldCount - header.Count
                    )
                );
            }

            return rows;
        }
        catch (CsvFormatException wrong)
        {
            throw new BadInputException($"{name}, line {wrong.LineNumber}: {wrong.Message}");
        }
    }

    private static List<string> Header(string name, IReadOnlyList<string> cells, IReadOnlyList<string> columns)
    {
        if (cells.Count == 0)
        {
            throw new BadInputException($"{name} is empty; its first line must name its columns");
        }

        var header = cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        foreach (var column in header)
        {
            if (!columns.Contains(column))
            {
                throw new BadInputException(
                    $"{name}, line 1: unknown column '{column}'; use {string.Join(", ", columns)}"
                );
            }

            if (header.IndexOf(column) != header.LastIndexOf(column))
            {
                throw new BadInputException($"{name}, line 1: there are two columns '{column}'");
            }
        }

        return header;
    }

    /// <summary>A spreadsheet that saves in an old code page would turn every pound sign into something else.</summary>
    private static void CheckText(string name, byte[] bytes)
    {
        var isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (!isUtf16 && !Utf8.IsValid(bytes))
        {
            throw new BadInputException($"{name} is not text in UTF-8; save it as \"CSV UTF-8\"");
        }
    }
}
