using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Redress.Web.Layout;

/// <summary>Whose installation this is, and how people reach them. Section <c>Landlord</c> of the configuration.</summary>
public sealed class LandlordSettings
{
    public const string Section = "Landlord";

    public string Name { get; set; } = "Your landlord";

    /// <summary>An image file, shown in place of the name; the name becomes its alternative text.</summary>
    public string? LogoPath { get; set; }

    /// <summary>As <c>#rrggbb</c>. Text on it is black or white, whichever reads better.</summary>
    public string BrandColour { get; set; } = "#1b4965";

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    /// <summary>The ombudsman whom residents of this landlord's nation can go to.</summary>
    public string OmbudsmanName { get; set; } = "the Housing Ombudsman Service";

    public string? OmbudsmanPhone { get; set; } = "0300 111 3000";

    public string? OmbudsmanWebsite { get; set; } = "https://www.housing-ombudsman.org.uk";
}

internal sealed partial class LandlordSettingsCheck : IValidateOptions<LandlordSettings>
{
    public ValidateOptionsResult Validate(string? name, LandlordSettings options)
    {
        if (string.IsNullOrWhiteSpace(options.Name))
        {
            return ValidateOptionsResult.Fail("Landlord:Name is empty: enter the name residents know the landlord by.");
        }

        if (!HexColour().IsMatch(options.BrandColour))
        {
            return ValidateOptionsResult.Fail(
                $"Landlord:BrandColour is '{options.BrandColour}': enter # and six hexadecimal digits, such as #1b4965."
            );
        }

        return options.LogoPath is { } logo && !File.Exists(logo)
            ? ValidateOptionsResult.Fail($"Landlord:LogoPath is '{logo}', and there is no such file.")
            : ValidateOptionsResult.Success;
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex HexColour();
}
