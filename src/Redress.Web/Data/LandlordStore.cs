using System.Text.Json;
using Microsoft.Extensions.Options;
using Redress.Web.Layout;

namespace Redress.Web.Data;

/// <summary>What the landlord says about itself on the settings page; it goes before the configuration.</summary>
/// <remarks>The colour is written <c>#rrggbb</c>.</remarks>
public sealed record LandlordDetails(string Name, string Colour, string? Phone, string? Email, string? Address);

/// <summary>Whose installation this is, kept in memory because every page says it. Each change is in history.</summary>
public sealed class LandlordStore(IOptions<LandlordSettings> configured, SettingsStore settings)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private LandlordSettings? changed;

    /// <summary>As last read; as configured until then.</summary>
    public LandlordSettings Current => changed ?? configured.Value;

    /// <summary>Reads it again, at the start and after it changed.</summary>
    public async Task ReadAsync(CancellationToken cancel)
    {
        if (await settings.FindAsync(SettingKeys.Landlord, cancel) is { } text)
        {
            changed = With(JsonSerializer.Deserialize<LandlordDetails>(text, Json)!);
        }
    }

    /// <summary>The setting that holds these details.</summary>
    public static (string Key, string Value) Setting(LandlordDetails details) =>
        (SettingKeys.Landlord, JsonSerializer.Serialize(details, Json));

    private LandlordSettings With(LandlordDetails details) =>
        new()
        {
            Name = details.Name,
            BrandColour = details.Colour,
            Phone = details.Phone,
            Email = details.Email,
            Address = details.Address,
            LogoPath = configured.Value.LogoPath,
            OmbudsmanName = configured.Value.OmbudsmanName,
            OmbudsmanPhone = configured.Value.OmbudsmanPhone,
            OmbudsmanWebsite = configured.Value.OmbudsmanWebsite,
        };
}
