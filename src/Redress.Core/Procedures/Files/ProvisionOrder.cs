using System.Globalization;

namespace Redress.Core.Procedures.Files;

/// <summary>The order of a Code's own numbers: 4.2 before 4.10, and T2 after every plain number.</summary>
internal static class ProvisionOrder
{
    public static IComparer<string> ByNumber { get; } =
        Comparer<string>.Create((one, other) => string.CompareOrdinal(Key(one), Key(other)));

    private static string Key(string number) => string.Join('.', number.Split('.').Select(Padded));

    /// <summary>Leading figures padded, so that comparing letters compares numbers.</summary>
    private static string Padded(string part)
    {
        var figures = string.Concat(part.TakeWhile(char.IsAsciiDigit));
        return figures.Length == 0
            ? part
            : figures.PadLeft(6, '0') + part[figures.Length..].ToLower(CultureInfo.InvariantCulture);
    }
}
