using System.Globalization;

namespace Redress.Core.Cases;

/// <summary>What is wrong with one field of a row, and what to write instead.</summary>
public sealed record ImportError(string Field, string Message);

/// <summary>One row of an import: reads its fields and collects what is wrong with them.</summary>
internal sealed class ImportedRow(IReadOnlyDictionary<string, string> cells)
{
    /// <summary>A reference, a name, a choice.</summary>
    private const int LongestLine = 300;

    private readonly List<ImportError> errors = [];

    public IReadOnlyList<ImportError> Errors => errors;

    public void Wrong(string field, string message) => errors.Add(new ImportError(field, message));

    public string? Text(string field) =>
        cells.TryGetValue(field, out var cell) && !string.IsNullOrWhiteSpace(cell) ? cell.Trim() : null;

    /// <summary>What fits on a line; longer than 300 characters it is wrong.</summary>
    public string? Line(string field)
    {
        var text = Text(field);
        if (text?.Length > LongestLine || text?.Any(char.IsControl) == true)
        {
            Wrong(field, $"This must be one line of {LongestLine} characters or fewer.");
        }

        return text;
    }

    /// <summary>The date, or none where it is missing or wrong; says nothing of what is wrong.</summary>
    public DateOnly? DateIfGood(string field) =>
        DateOnly.TryParseExact(
            Text(field),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;

    public DateOnly? Date(string field)
    {
        var date = DateIfGood(field);
        if (date is null && Text(field) is { } text)
        {
            Wrong(field, $"\"{text}\" is not a date. Write the year, month and day, for example 2025-04-14.");
        }

        return date;
    }

    public bool? Flag(string field)
    {
        switch (Text(field)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "yes" or "true" or "1":
                return true;
            case "no" or "false" or "0":
                return false;
            case var text:
                Wrong(field, $"\"{text}\" is neither yes nor no. Write yes or no.");
                return null;
        }
    }

    public T? Choice<T>(string field)
        where T : struct, Enum
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (WireName.TryParse<T>(text.ToLowerInvariant().Replace(' ', '_').Replace('-', '_'), out var choice))
        {
            return choice;
        }

        Wrong(field, $"\"{text}\" is none of the choices. Write one of: {string.Join(", ", WireName.All<T>())}.");
        return null;
    }
}
