using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Redress.Core;

/// <summary>How the members of an enumeration are written outside the program: in lower case, words joined by underscores.</summary>
public static class WireName
{
    /// <summary>The name of a member, for example <c>request_next_stage</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>Every name, in order of declaration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Names<T>.InOrder;

    /// <summary>The member of that name. Upper case and other spellings are not accepted.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? name, out T value)
        where T : struct, Enum
    {
        value = default;
        return name is not null && Names<T>.ByName.TryGetValue(name, out value);
    }

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly string[] InOrder =
        [
            .. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName),
        ];

        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>()
            .Zip(InOrder)
            .ToDictionary(pair => pair.First, pair => pair.Second);

        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(
            pair => pair.Value,
            pair => pair.Key,
            StringComparer.Ordinal
        );
    }
}
