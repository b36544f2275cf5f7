namespace Redress.Web.Features.Incidents;

/// <summary>Addresses of incidents.</summary>
internal static class IncidentLinks
{
    public const string Report = "/report-data";

    public const string Reported = "/report-data/sent";

    public const string List = "/incidents";

    public static string To(string incident) => $"{List}/{incident}";

    public static string To(string incident, string part) => $"{To(incident)}/{part}";
}
