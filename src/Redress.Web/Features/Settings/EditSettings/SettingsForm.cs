using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Redress.Web.Data;
using Redress.Web.Layout;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Settings.EditSettings;

/// <summary>Why settings cannot be saved.</summary>
public enum CannotChangeSettings
{
    /// <summary>The landlord has no name.</summary>
    NoName,

    /// <summary>The colour is not written as # and six hexadecimal digits.</summary>
    NotAColour,

    /// <summary>White on the colour, or the colour on white, cannot be read by everybody (WCAG 2.2, 1.4.3).</summary>
    TooPale,

    /// <summary>The email address has no @.</summary>
    NotAnEmail,

    /// <summary>A closure day is not a date.</summary>
    NotADay,
}

/// <summary>What the settings page asks.</summary>
public sealed partial class SettingsForm
{
    /// <summary>Least contrast of text with what is behind it (WCAG 2.2, 1.4.3).</summary>
    public const double LeastContrast = 4.5;

    [Display(Name = "settings.name")]
    [Line]
    public string? Name { get; set; }

    [Display(Name = "settings.colour")]
    [Line]
    public string? Colour { get; set; }

    [Display(Name = "settings.phone")]
    [Line]
    public string? Phone { get; set; }

    [Display(Name = "settings.email")]
    [Line]
    public string? Email { get; set; }

    [Display(Name = "settings.address")]
    [Words(1000)]
    public string? Address { get; set; }

    [Display(Name = "settings.names_handler")]
    public bool NamesHandler { get; set; }

    [Display(Name = "settings.closures")]
    [Words(10_000)]
    public string? Closures { get; set; }

    /// <summary>Everything that is wrong, each with its field.</summary>
    public IEnumerable<(string Field, CannotChangeSettings Refusal)> Refusals()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return (nameof(Name), CannotChangeSettings.NoName);
        }

        if (!HexColour().IsMatch(Colour ?? ""))
        {
            yield return (nameof(Colour), CannotChangeSettings.NotAColour);
        }
        else if (LandlordStyle.ContrastWithWhite(Colour!) < LeastContrast)
        {
            yield return (nameof(Colour), CannotChangeSettings.TooPale);
        }

        if (!string.IsNullOrWhiteSpace(Email) && !Email.Contains('@', StringComparison.Ordinal))
        {
            yield return (nameof(Email), CannotChangeSettings.NotAnEmail);
        }

        if (ClosureLines.Any(line => Day(line) is null))
        {
            yield return (nameof(Closures), CannotChangeSettings.NotADay);
        }
    }

    /// <summary>What is to be stored. Nothing may be refused.</summary>
    public IEnumerable<(string Key, string Value)> Settings()
    {
        var details = new LandlordDetails(
            Name!.Trim(),
            Colour!.ToLowerInvariant(),
            Kept(Phone),
            Kept(Email),
            Kept(Address)
        );
        yield return LandlordStore.Setting(details);
        yield return (SettingKeys.AcknowledgementNamesHandler, NamesHandler ? bool.TrueString : "");
        var days = ClosureLines.Select(line => Day(line)!.Value).Distinct().Order();
        yield return (SettingKeys.Closures, string.Join(',', days.Select(day => day.ToString("yyyy-MM-dd"))));
    }

    private IEnumerable<string> ClosureLines =>
        (Closures ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As <c>24/12/2026</c>, <c>24 December 2026</c> or <c>2026-12-24</c>.</summary>
    private static DateOnly? Day(string line) =>
        DateOnly.TryParseExact(
            line,
            ["d/M/yyyy", "d MMMM yyyy", "yyyy-MM-dd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex HexColour();
}
