using Redress.Web.Data;

namespace Redress.Web.Features.Cases;

/// <summary>What is known of how to reach somebody.</summary>
internal static class ContactWays
{
    /// <summary>Each way with the key of its label.</summary>
    public static IEnumerable<(string Label, string Value)> Ways(this CasePersonRow person) =>
        new[]
        {
            ("log.phone", person.Phone),
            ("log.email", person.Email),
            ("log.address", person.Address),
            ("log.postcode", person.Postcode),
        }
            .Where(way => !string.IsNullOrWhiteSpace(way.Item2))
            .Select(way => (way.Item1, way.Item2!));
}
