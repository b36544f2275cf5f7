using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Redress.Core.Procedures;

/// <summary>How the members of an enumeration are written in files: <c>EscalationRequested</c> is <c>escalation_requested</c>.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public static class WireName<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    /// <summary>Every name, in the order the enumeration declares them.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "WireName<DutyName>.All reads as what it is.")]
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(value => Names[value])];

    /// <summary>The name of a member.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "WireName<DutyName>.Of(duty) reads as what it is.")]
    public static string Of(T value) => Names[value];

    /// <summary>The member of that exact name; false where there is none.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "WireName<DutyName>.TryParse(text) reads as what it is.")]
    public static bool TryParse(string name, out T value) => Values.TryGetValue(name, out value);
}
