namespace Redress.Web.Features.Cases;

/// <summary>Addresses of cases. Imported references may hold anything, so they are escaped.</summary>
internal static class CaseLinks
{
    public static string To(string reference) => $"/cases/{Uri.EscapeDataString(reference)}";

    public static string To(string reference, string part) => $"{To(reference)}/{part}";

    /// <summary>The list of letters that fall due soon.</summary>
    public const string DueSoon = "/cases/due-soon";

    /// <summary>The list of what is asked of somebody, and by them.</summary>
    public const string Asks = "/asks";

    /// <summary>Whether it is a list that a person may go back to once something is done, and nowhere else.</summary>
    public static bool IsList(string? address) =>
        address is not null
        && (address is DueSoon or Asks || address.StartsWith(DueSoon + "?", StringComparison.Ordinal))
        && address.All(letter => letter is > ' ' and < (char)0x7F);

    /// <summary>For the programs of its resident.</summary>
    public static string ResidentsApi(string reference) => $"/api/v1/complaints/{Uri.EscapeDataString(reference)}";

    public static string Api(string reference) => $"/api/v1/cases/{Uri.EscapeDataString(reference)}";
}
