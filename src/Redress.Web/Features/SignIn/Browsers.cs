namespace Redress.Web.Features.SignIn;

/// <summary>What a browser calls itself, in words by which its owner knows it again.</summary>
internal static class Browsers
{
    /// <summary>Most call themselves by each other's names too, so the order counts.</summary>
    private static readonly (string Sign, string Name)[] Programs =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <summary>For example <c>Firefox, Windows</c>; empty where it says neither.</summary>
    public static string NameOf(string userAgent) =>
        string.Join(", ", new[] { Find(Programs, userAgent), Find(Systems, userAgent) }.OfType<string>());

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
