namespace Redress.Web.Cli;

/// <summary>
/// The words after a verb, read by its usage line: <c>[--dry-run]</c> there makes a switch, <c>--from DATE</c> an option
/// with a value, and what is left over are the words that must follow, in that order. <c>--data</c> and <c>--json</c>
/// are understood everywhere.
/// </summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, bool> takesValue = new(StringComparer.Ordinal);
    private readonly List<string> wordNames = [];
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);
    private readonly List<string> words = [];

    private Arguments(string usage)
    {
        var parts = $"{usage} [--data DIR] [--json]".Split(' ');
        for (var i = 1; i < parts.Length; i++)
        {
            var name = parts[i].Trim('[', ']', '(', ')');
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                if (name != "|")
                {
                    wordNames.Add(name);
                }

                continue;
            }

            var ends =
                parts[i][^1] is ']' or ')' || i + 1 == parts.Length || parts[i + 1][0] is '[' or '(' or '|' or '-';
            takesValue[name] = !ends;
            i += ends ? 0 : 1;
        }
    }

    public bool Json => Has("--json");

    /// <summary>Where the installation's data is: <c>data</c> where the command is given, unless another is named.</summary>
    public string DataFolder => Path.GetFullPath(Value("--data") ?? "data");

    public static Arguments Read(string usage, IReadOnlyList<string> args)
    {
        var read = new Arguments(usage);
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                read.words.Add(args[i]);
                continue;
            }

            var cut = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = cut < 0 ? args[i] : args[i][..cut];
            var value = cut < 0 ? null : args[i][(cut + 1)..];
            if (!read.takesValue.TryGetValue(name, out var takesValue))
            {
                throw new UsageException($"{name} is not an option.");
            }

            if (
                takesValue
                && value is null
                && i + 1 < args.Count
                && !args[i + 1].StartsWith("--", StringComparison.Ordinal)
            )
            {
                value = args[++i];
            }

            if (takesValue != value is not null)
            {
                throw new UsageException(takesValue ? $"{name} needs a value." : $"{name} takes no value.");
            }

            if (!read.options.TryAdd(name, value ?? ""))
            {
                throw new UsageException($"{name} was given twice.");
            }
        }

        return read.words.Count <= read.wordNames.Count
            ? read
            : throw new UsageException($"'{read.words[read.wordNames.Count]}' is one word too many.");
    }

    public bool Has(string name) => options.ContainsKey(name);

    public string? Value(string name) => options.GetValueOrDefault(name);

    /// <summary>The value of an option that goes with no other; none where it was not given.</summary>
    public string? ValueAlone(string name) =>
        Value(name) is { } value
        && options.Keys.FirstOrDefault(other => other != name && other is not ("--data" or "--json")) is { } other
            ? throw new UsageException($"{name} does not go with {other}.")
            : Value(name);

    public string Needed(string name) => Value(name) ?? throw new UsageException($"{name} is missing.");

    public string Word(int index) =>
        index < words.Count ? words[index] : throw new UsageException($"{wordNames[index]} is missing.");
}
