namespace Redress.Web.Features.Cases;

/// <summary>Addresses of cases. Imported references may hold anything, so they are escaped.</summary>
internal static class CaseLinks
{
    public static string To(string reference) => $"/cases/{Uri.EscapeDataString(reference)}";

    public static string To(string reference, string part) => $"{To(reference)}/{part}";

    /// <summary>For the programs of its resident.</summary>
    public static string ResidentsApi(string reference) => $"/api/v1/complaints/{Uri.EscapeDataString(reference)}";

    public static string Api(string reference) => $"/api/v1/cases/{Uri.EscapeDataString(reference)}";
}
