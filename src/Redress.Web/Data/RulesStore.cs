using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Redress.Core;
using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Web.Data;

/// <summary>
/// The landlord's rules as decisions need them, kept in memory and read again when something about them changes.
/// </summary>
public sealed class RulesStore(
    Database database,
    CalendarStore calendars,
    ProcedureStore procedures,
    SettingsStore settings
)
{
    /// <summary>The Housing Ombudsman's own minimum, by which a landlord works that names no procedure of its own.</summary>
    private const string Codes = "code-2020,code-2022,code-2024";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private Rules? rules;
    private int changes;

    /// <summary>The rules as last read.</summary>
    public Rules Current => rules ?? throw new InvalidOperationException("The rules have not been read yet.");

    /// <summary>Reads them, at the start and after a calendar, a procedure or their settings changed.</summary>
    public async Task<Rules> ReadAsync(CancellationToken cancel)
    {
        changes = await ChangesAsync(cancel);
        var named = await settings.FindAsync(SettingKeys.Procedures, cancel) ?? Codes;
        var closures = await settings.FindAsync(SettingKeys.Closures, cancel) ?? "";
        return rules = new Rules(
            procedures.All(),
            procedures.Own().Select(procedure => procedure.Id).Concat(List(named)),
            await calendars.AllAsync(cancel)
        )
        {
            Closures = [.. List(closures).Select(Day)],
            Choices = await ChoicesAsync(cancel),
            AcknowledgementNamesHandler =
                await settings.FindAsync(SettingKeys.AcknowledgementNamesHandler, cancel) == bool.TrueString,
        };
    }

    /// <summary>Reads them if anything they are made of was changed, by whomever.</summary>
    public async Task ReadIfChangedAsync(CancellationToken cancel)
    {
        if (await ChangesAsync(cancel) != changes)
        {
            await ReadAsync(cancel);
        }
    }

    /// <summary>Makes the landlord's choice of a procedure. <see cref="ProcedureChoice.Refusal"/> must have had nothing against it.</summary>
    public async Task ChooseAsync(ProcedureChoice choice, Signature signature, CancellationToken cancel)
    {
        var others = Current.Choices.Where(other => (other.Kind, other.From) != (choice.Kind, choice.From));
        var all = others.Append(choice).Select(c => new StoredChoice(WireName.Of(c.Kind), c.ProcedureId, c.From));
        var text = JsonSerializer.Serialize(all.OrderBy(c => c.From), Json);
        await settings.SetAsync(SettingKeys.ProcedureChoices, text, signature, cancel);
        await ReadAsync(cancel);
    }

    private async Task<IReadOnlyList<ProcedureChoice>> ChoicesAsync(CancellationToken cancel)
    {
        var text = await settings.FindAsync(SettingKeys.ProcedureChoices, cancel) ?? "[]";
        return [.. JsonSerializer.Deserialize<List<StoredChoice>>(text, Json)!.Select(Choice)];
    }

    private static ProcedureChoice Choice(StoredChoice stored) =>
        WireName.TryParse<CaseKind>(stored.Kind, out var kind)
            ? new ProcedureChoice(kind, stored.Procedure, stored.From)
            : throw new InvalidDataException($"'{stored.Kind}' is not a kind of case.");

    /// <summary>How often anything they are made of was changed, ever.</summary>
    private async Task<int> ChangesAsync(CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await context.History.CountAsync(
            row => row.Stream == Streams.Settings || row.Stream == Streams.Calendar,
            cancel
        );
    }

    private static string[] List(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record StoredChoice(string Kind, string Procedure, DateOnly From);
}
