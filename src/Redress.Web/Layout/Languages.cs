using System.Globalization;

namespace Redress.Web.Layout;

/// <summary>The languages that pages are written in, and which way each is read.</summary>
internal static class Languages
{
    public static readonly CultureInfo[] All = [CultureInfo.GetCultureInfo("en-GB")];

    // With invariant globalization a culture does not know its own direction.
    private static readonly HashSet<string> RightToLeft = ["ar", "fa", "he", "ps", "ur"];

    public static string Direction(CultureInfo language) =>
        RightToLeft.Contains(language.TwoLetterISOLanguageName) ? "rtl" : "ltr";
}
