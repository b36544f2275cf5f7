using Redress.Core.Incidents;
using Redress.Web.Data;

namespace Redress.Web.Features.Incidents;

/// <summary>What is asked of the list of looks; what is left out is taken from the incident.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Case">The reference of the one case; empty for every case.</param>
/// <param name="By">Whose looks.</param>
public sealed record LooksQuery(DateOnly? From, DateOnly? Until, string? Case, Lookers? By)
{
    /// <summary>From the day it was seen until today; of the case and the people that the place it was seen at tells of.</summary>
    public LooksQuery Of(Incident incident, string? reference, DateOnly today) =>
        new(
            From ?? incident.Report.SeenOn,
            Until ?? today,
            Case ?? reference,
            By
                ?? incident.Report.Part switch
                {
                    Part.ResidentPages => Lookers.Residents,
                    Part.Cases or Part.Search or Part.Letters => Lookers.Staff,
                    _ => Lookers.Everybody,
                }
        );

    /// <summary>The address of all of them as a file.</summary>
    public string Address(string incident) =>
        IncidentLinks.To(incident, "looks")
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["from"] = $"{From:yyyy-MM-dd}",
                ["until"] = $"{Until:yyyy-MM-dd}",
                ["case"] = Case ?? "",
                ["by"] = By is { } by ? Core.WireName.Of(by) : null,
            }.Where(part => part.Value is not null)
        );
}
