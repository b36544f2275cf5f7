using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Redress.Core;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;

namespace Redress.Web.Demo;

/// <summary>
/// Fernhill Vale Homes: an invented association of 6,000 homes in its second year under the 2024 Code, with a year of
/// cases made by real decisions on past days. Everything is relative to today, so the worklist is always alive.
/// </summary>
public static class DemoLandlord
{
    public const string Name = "Fernhill Vale Homes";

    private const int OrdinaryCases = 270;
    private const int Seed = 2024;
    private const int Homes = 6000;

    /// <summary>What the pages say of whose installation this is, as options of the application.</summary>
    public static IReadOnlyList<string> Configuration { get; } =
    [
        $"--Landlord:Name={Name}",
        "--Landlord:BrandColour=#2f5d50",
        "--Landlord:Phone=01632 960123",
        "--Landlord:Email=complaints@fernhillvale.example",
        "--Mail:From=complaints@fernhillvale.example",
        "--Landlord:Address=Fernhill House, 1 Old Dairy Lane, Fernhill FV1 1AA",
    ];

    private static readonly string[] Procedures = ["fernhill-2022.json", "fernhill-2024.json"];

    /// <summary>
    /// Builds the landlord in an installation that is migrated and otherwise empty. Its cases, and the note that it is
    /// there, are saved all together, so a build that was cut short is done again.
    /// </summary>
    /// <param name="services">The installation's services.</param>
    /// <param name="progress">Called with how many of how many cases are told.</param>
    /// <param name="today">Today. Nothing happens on it or after it.</param>
    /// <param name="cancel">Stops it with nothing but accounts written.</param>
    /// <returns>Whether it was built; false where it is there already, or other data is.</returns>
    public static async Task<bool> BuildAsync(
        IServiceProvider services,
        Action<int, int> progress,
        DateOnly today,
        CancellationToken cancel
    )
    {
        await using var context = services.GetRequiredService<Database>().NewContext();
        if (!await IsFreeAsync(context, cancel))
        {
            return false;
        }

        await WriteProceduresAsync(services.GetRequiredService<Installation>().Procedures, cancel);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await services
            .GetRequiredService<SettingsStore>()
            .SetAsync(
                [
                    (SettingKeys.Procedures, "fernhill-2022,fernhill-2024"),
                    .. Retentions.Select(kept =>
                        ($"{SettingKeys.Retention}/{WireName.Of(kept.Kind)}", $"{kept.Years}")
                    ),
                    (Limit("officer", today), "250"),
                    (Limit("manager", today), "1000"),
                    (Limit("director", today), "10000"),
                ],
                new Signature("demo", now),
                cancel
            );
        // Before the rules are read: who has which grade is among them.
        await DemoStaff.AddAsync(context, today.AddYears(-4), cancel);
        var rules = await services.GetRequiredService<RulesStore>().ReadAsync(cancel);
        await DemoPhoto.KeepAsync(services.GetRequiredService<FileStore>(), cancel);

        var recording = new Recording();
        var told = 0;
        var stories = Stories(rules, today);
        foreach (var story in stories)
        {
            story.SaveTo(recording, services.GetRequiredService<PeopleSaving>());
            progress(++told, stories.Count);
        }

        await AddSettingAsync(context, recording, "homes", $"{Homes}", now, cancel);
        await AddSettingAsync(context, recording, SettingKeys.DemoLandlord, Name, now, cancel);
        await services.GetRequiredService<WriteGate>().RecordAsync(recording, cancel);
        await services.GetRequiredService<Sealer>().SealAsync(cancel);
        return true;
    }

    /// <summary>What it keeps otherwise than most.</summary>
    public static IReadOnlyList<Retention> Retentions { get; } = [new(CaseKind.GeneralEnquiry, 2)];

    /// <summary>The setting of how much a grade settles alone, since the landlord began.</summary>
    private static string Limit(string grade, DateOnly today) =>
        $"{SettingKeys.SettlementLimit}/{grade}/{today.AddYears(-4):yyyy-MM-dd}";

    /// <summary>Whether the installation is this landlord's.</summary>
    public static async Task<bool> IsInAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var context = services.GetRequiredService<Database>().NewContext();
        return await context.Settings.AnyAsync(row => row.Key == SettingKeys.DemoLandlord, cancel);
    }

    /// <summary>All its cases: those every demonstration needs, and an ordinary year of others.</summary>
    internal static IReadOnlyList<Story> Stories(Rules rules, DateOnly today)
    {
        var teller = new StoryTeller(rules, until: today.AddDays(-1));
        var plot = new Plot(teller, DemoStaff.Cast);
        return
        [
            .. new DemoCases(teller, today, Seed).Tell(),
            .. Enumerable
                .Range(1000, OrdinaryCases)
                .Select(number =>
                {
                    var chance = new Chance(Seed, number);
                    return plot.Tell(chance, teller.LastWorkday.AddDays(-chance.Below(365)));
                }),
        ];
    }

    /// <summary>A folder with cases or accounts of its own is somebody's, and stays as it is.</summary>
    private static async Task<bool> IsFreeAsync(RedressContext context, CancellationToken cancel)
    {
        var demo = DemoStaff.All.Select(person => person.Account).ToList();
        return !await context.Cases.AnyAsync(cancel)
            && !await context.Users.AnyAsync(person => !demo.Contains(person.Id), cancel);
    }

    private static async Task WriteProceduresAsync(string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in Procedures)
        {
            await using var shipped = typeof(DemoLandlord).Assembly.GetManifestResourceStream($"demo/{name}")!;
            await using var file = File.Create(Path.Combine(folder, name));
            await shipped.CopyToAsync(file, cancel);
        }
    }

    private static async Task AddSettingAsync(
        RedressContext context,
        Recording recording,
        string key,
        string value,
        DateTime now,
        CancellationToken cancel
    )
    {
        var data = new JsonObject { ["value"] = value }.ToJsonString();
        await context.AppendAsync(recording, (Streams.Settings, key), ("changed", data), new("demo", now), cancel);
        recording.Put(new SettingRow { Key = key, Value = value });
    }
}
