using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Redress.Web.Data;

/// <summary>What an installation can be told about itself.</summary>
public static class SettingKeys
{
    /// <summary>Ids of the procedures that hold for the landlord, now or once, separated by commas.</summary>
    public const string Procedures = "procedures";

    /// <summary>
    /// Begins the keys of the procedures chosen, one for each kind of case and day it applies from, for example
    /// <c>procedure_choice/complaint/2021-04-01</c>: two people who choose at once change two settings.
    /// </summary>
    public const string ProcedureChoice = "procedure_choice";

    /// <summary>
    /// Begins the keys of how many pounds a grade settles alone, one for each grade and day it holds from, for example
    /// <c>settlement_limit/officer/2026-04-01</c>.
    /// </summary>
    public const string SettlementLimit = "settlement_limit";

    /// <summary>Begins the keys of for how many years a kind of case is kept, for example <c>retention/compliment</c>.</summary>
    public const string Retention = "retention";

    /// <summary>Name, colour and contacts of the landlord, as JSON: see <see cref="LandlordDetails"/>.</summary>
    public const string Landlord = "landlord";

    /// <summary><c>True</c> where every acknowledgement names who has the case.</summary>
    public const string AcknowledgementNamesHandler = "acknowledgement_names_handler";

    /// <summary>There, with its name, where the landlord is the one made up for trying the product.</summary>
    public const string DemoLandlord = "demo_landlord";

    /// <summary>The landlord's own closure days, as dates separated by commas. They move its targets only (ruling 1).</summary>
    public const string Closures = "closures";
}

/// <summary>The installation's settings. Each change is in history.</summary>
public sealed class SettingsStore(Database database, WriteGate gate)
{
    public async Task<string?> FindAsync(string key, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await context.Settings.Where(row => row.Key == key).Select(row => row.Value).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The settings whose keys begin with that and a slash.</summary>
    public async Task<IReadOnlyList<SettingRow>> UnderAsync(string prefix, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await context.Settings.AsNoTracking().Where(row => row.Key.StartsWith(prefix + "/")).ToListAsync(cancel);
    }

    public Task SetAsync(string key, string value, Signature signature, CancellationToken cancel) =>
        SetAsync([(key, value)], signature, cancel);

    /// <summary>Sets several, all or none. Those that are so already leave no trace; how many are new is answered.</summary>
    public async Task<int> SetAsync(
        IReadOnlyList<(string Key, string Value)> settings,
        Signature signature,
        CancellationToken cancel
    )
    {
        while (true)
        {
            try
            {
                return await TrySetAsync(settings, signature, cancel);
            }
            catch (ConflictException)
            {
                // Somebody set one of them at the same moment; theirs stands in history, and this comes after it.
            }
        }
    }

    private async Task<int> TrySetAsync(
        IReadOnlyList<(string Key, string Value)> settings,
        Signature signature,
        CancellationToken cancel
    )
    {
        await using var context = database.NewContext();
        var held = await context.Settings.AsNoTracking().ToDictionaryAsync(row => row.Key, row => row.Value, cancel);
        var changed = settings.Where(setting => held.GetValueOrDefault(setting.Key, "") != setting.Value).ToList();
        var recording = new Recording();
        foreach (var (key, value) in changed)
        {
            var data = new JsonObject { ["value"] = value }.ToJsonString();
            await context.AppendAsync(recording, (Streams.Settings, key), ("changed", data), signature, cancel);
            recording.Put(new SettingRow { Key = key, Value = value });
        }

        await gate.RecordAsync(recording, cancel);
        return changed.Count;
    }
}
