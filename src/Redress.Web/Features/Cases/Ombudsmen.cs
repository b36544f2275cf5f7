using Redress.Core.Cases;
using Redress.Web.Layout;

namespace Redress.Web.Features.Cases;

/// <summary>How a resident reaches an ombudsman.</summary>
internal sealed record OmbudsmanDetails(string Name, string? Phone, string? Website);

/// <summary>The ombudsmen whose details the letters of a case carry.</summary>
internal static class Ombudsmen
{
    /// <summary>For allocations under a council's scheme and homelessness (ruling 9).</summary>
    private static readonly OmbudsmanDetails LocalGovernment = new(
        "the Local Government and Social Care Ombudsman",
        "0300 061 0614",
        "https://www.lgo.org.uk"
    );

    public static IEnumerable<OmbudsmanDetails> Of(Ombudsman whose, LandlordSettings landlord)
    {
        if (whose != Ombudsman.LocalGovernment)
        {
            yield return new(landlord.OmbudsmanName, landlord.OmbudsmanPhone, landlord.OmbudsmanWebsite);
        }

        if (whose != Ombudsman.Housing)
        {
            yield return LocalGovernment;
        }
    }
}
