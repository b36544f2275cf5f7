using Redress.Core.Incidents;

namespace Redress.Web.Data;

/// <summary>A part that is hidden now, as its incident's history says: gone once it is shown again.</summary>
public sealed record HiddenPartRow
{
    public required string IncidentId { get; init; }
    public required int Hiding { get; init; }
    public required Part Part { get; init; }

    /// <summary>The one case for which it is hidden; none where it is for all.</summary>
    public string? CaseId { get; init; }

    /// <summary>Only from those without an account.</summary>
    public required bool OutsidersOnly { get; init; }
}
