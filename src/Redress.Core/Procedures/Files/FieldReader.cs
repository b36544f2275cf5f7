using System.Globalization;
using Redress.Core.Calendar;

namespace Redress.Core.Procedures.Files;

/// <summary>
/// Reads the fields of one object of a file. A field that is missing or of the wrong type adds an error and answers a
/// stand-in, so that reading goes on and the author sees every error; a file with an error is never used.
/// </summary>
internal sealed class FieldReader
{
    private readonly Shape shape;
    private readonly ErrorList errors;
    private readonly HashSet<string> faulty = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonValue> values = new(StringComparer.Ordinal);

    private FieldReader(int line, string path, Shape shape, ErrorList errors)
    {
        (Line, Path, this.shape, this.errors) = (line, path, shape, errors);
    }

    public int Line { get; }

    public string Path { get; }

    /// <summary>Opens an object, adding an error for every key that is unknown, missing or given twice.</summary>
    public static FieldReader Open(JsonValue value, string path, Shape shape, ErrorList errors)
    {
        var reader = new FieldReader(value.Line, path, shape, errors);
        if (value is not JsonMap map)
        {
            errors.Add(
                value.Line,
                path.Length == 0 ? shape.Name : path,
                $"must be an object: {{ … }} for a {shape.Name}"
            );
            return reader;
        }
        foreach (var member in map.Members)
        {
            if (!shape.Keys.Contains(member.Name, StringComparer.Ordinal))
            {
                var known = string.Join(", ", shape.Keys);
                errors.Add(member.Line, reader.At(member.Name), $"is not a known key here; the keys are {known}");
            }
            else if (!reader.values.TryAdd(member.Name, member.Value))
            {
                errors.Add(member.Line, reader.At(member.Name), "is given twice; keep one");
            }
        }
        foreach (var key in shape.Required.Where(key => !reader.values.ContainsKey(key)))
        {
            errors.Add(value.Line, reader.At(key), $"is missing; add \"{key}\"");
        }
        return reader;
    }

    public string At(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    public bool Has(string key) => Find(key) is not null;

    /// <summary>True where the key is there and nothing wrong with it has been found.</summary>
    public bool IsSound(string key) => Has(key) && !faulty.Contains(key);

    public void Error(string key, string message)
    {
        faulty.Add(key);
        errors.Add(Find(key)?.Line ?? Line, At(key), message);
    }

    public string? TextOrNull(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }
        if (value is JsonText { Text: var text } && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }
        Error(key, "must be text in quotes, and not blank");
        return null;
    }

    public string Text(string key) => TextOrNull(key) ?? "";

    /// <summary>A short name, for example <c>code-2024</c>.</summary>
    public string Name(string key)
    {
        var text = Text(key);
        if (text.Length > 0 && !IsName(text))
        {
            Error(key, $"\"{text}\" must be a short name of lower-case letters, digits, hyphens and underscores");
        }
        return text;
    }

    public bool Flag(string key)
    {
        if (Find(key) is not { } value)
        {
            return false;
        }
        if (value is not JsonFlag flag)
        {
            Error(key, "must be true or false, without quotes");
            return false;
        }
        return flag.Set;
    }

    public int? NumberOrNull(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }
        if (value is not JsonNumber { Whole: { } number })
        {
            Error(key, "must be a whole number, without quotes");
            return null;
        }
        return number;
    }

    public Limit? LimitOrNull(string key)
    {
        if (TextOrNull(key) is not { } text)
        {
            return null;
        }
        if (Calendar.Limit.TryParse(text, out var limit, out var error))
        {
            return limit;
        }
        Error(key, error);
        return null;
    }

    public Limit Limit(string key) => LimitOrNull(key) ?? new Limit(1, LimitUnit.WorkingDays);

    /// <summary>A day; none where the key is absent or null.</summary>
    public DateOnly? DateOrNull(string key)
    {
        if (Find(key) is null or JsonNothing || TextOrNull(key) is not { } text)
        {
            return null;
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }
        Error(key, $"\"{text}\" is not a day; write year, month and day, for example \"2024-04-01\"");
        return null;
    }

    public DateOnly Date(string key)
    {
        if (Find(key) is JsonNothing)
        {
            Error(key, "must be a day, for example \"2024-04-01\"");
        }
        return DateOrNull(key) ?? DateOnly.MinValue;
    }

    public T Choice<T>(string key, T whenAbsent = default)
        where T : struct, Enum
    {
        if (TextOrNull(key) is not { } text)
        {
            return whenAbsent;
        }
        if (WireName.TryParse<T>(text, out var choice))
        {
            return choice;
        }
        Error(key, NotOneOf<T>(text));
        return whenAbsent;
    }

    public IReadOnlyList<T> Choices<T>(string key)
        where T : struct, Enum
    {
        var choices = new List<T>();
        foreach (var (text, line, path) in TextItems(key))
        {
            if (!WireName.TryParse<T>(text, out var choice))
            {
                ItemError(key, line, path, NotOneOf<T>(text));
                continue;
            }
            if (choices.Contains(choice))
            {
                ItemError(key, line, path, $"\"{text}\" is listed twice; keep one");
            }
            choices.Add(choice);
        }
        return choices;
    }

    public IReadOnlyList<string> Texts(string key) => [.. TextItems(key).Select(item => item.Text)];

    /// <summary>A list of short names, each once.</summary>
    public IReadOnlyList<string> Names(string key)
    {
        var names = new List<string>();
        foreach (var (text, line, path) in TextItems(key))
        {
            if (!IsName(text))
            {
                errors.Add(
                    line,
                    path,
                    $"\"{text}\" must be a short name of lower-case letters, digits and underscores"
                );
            }
            else if (names.Contains(text, StringComparer.Ordinal))
            {
                ItemError(key, line, path, $"\"{text}\" is listed twice; keep one");
            }
            names.Add(text);
        }
        return names;
    }

    public FieldReader? Child(string key, Shape child) =>
        Find(key) is { } value ? Open(value, At(key), child, errors) : null;

    public IReadOnlyList<FieldReader> Children(string key, Shape child) =>
        [.. Items(key).Select((item, i) => Open(item, $"{At(key)}[{i}]", child, errors))];

    private JsonValue? Find(string key) =>
        shape.Keys.Contains(key, StringComparer.Ordinal)
            ? values.GetValueOrDefault(key)
            : throw new ArgumentException($"{shape.Name} has no key {key}", nameof(key));

    private IReadOnlyList<JsonValue> Items(string key)
    {
        if (Find(key) is not { } value)
        {
            return [];
        }
        if (value is JsonList list)
        {
            return list.Items;
        }
        Error(key, "must be a list: [ … ]");
        return [];
    }

    private IEnumerable<(string Text, int Line, string Path)> TextItems(string key)
    {
        var items = Items(key);
        for (var i = 0; i < items.Count; i++)
        {
            var path = $"{At(key)}[{i}]";
            if (items[i] is JsonText { Text: var text } && !string.IsNullOrWhiteSpace(text))
            {
                yield return (text, items[i].Line, path);
            }
            else
            {
                ItemError(key, items[i].Line, path, "must be text in quotes, and not blank");
            }
        }
    }

    private void ItemError(string key, int line, string path, string message)
    {
        faulty.Add(key);
        errors.Add(line, path, message);
    }

    private static string NotOneOf<T>(string text)
        where T : struct, Enum => $"\"{text}\" is not one of {string.Join(", ", WireName.All<T>())}";

    private static bool IsName(string text) =>
        char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');
}
