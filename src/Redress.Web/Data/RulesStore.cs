using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Redress.Core;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Core.Staff;

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

    private volatile Reading? last;

    /// <summary>The rules as last read.</summary>
    public Rules Current => last?.Rules ?? throw new InvalidOperationException("The rules have not been read yet.");

    /// <summary>Reads them, at the start and after a calendar, a procedure or their settings changed.</summary>
    /// <exception cref="InvalidDataException">A file of the landlord's is not a procedure.</exception>
    public Task<Rules> ReadAsync(CancellationToken cancel) => ReadAsync(procedures.Own(), cancel);

    /// <summary>Reads them without the files that are not procedures, for whoever only looks.</summary>
    /// <returns>What is wrong in the files left out.</returns>
    public async Task<IReadOnlyList<ProcedureError>> ReadSoundAsync(CancellationToken cancel)
    {
        var (sound, errors, _) = procedures.ReadOwn();
        await ReadAsync(sound, cancel);
        return errors;
    }

    private async Task<Rules> ReadAsync(IReadOnlyList<Procedure> own, CancellationToken cancel)
    {
        // Counted first, so that what changes while the rest is read is found out by the next look.
        var changes = await ChangesAsync(cancel);
        var named = await settings.FindAsync(SettingKeys.Procedures, cancel) ?? Codes;
        var closures = await settings.FindAsync(SettingKeys.Closures, cancel) ?? "";
        var rules = new Rules(
            own.Concat(ShippedProcedures.All).DistinctBy(procedure => procedure.Id),
            own.Select(procedure => procedure.Id).Concat(List(named)),
            await calendars.AllAsync(cancel)
        )
        {
            Organisation = await OrganisationStore.ReadAsync(database, cancel),
            Closures = [.. List(closures).Select(Day)],
            Choices = [.. (await settings.UnderAsync(SettingKeys.ProcedureChoice, cancel)).Select(Choice)],
            SettlementLimits = [.. (await settings.UnderAsync(SettingKeys.SettlementLimit, cancel)).Select(Limit)],
            Retentions = [.. (await settings.UnderAsync(SettingKeys.Retention, cancel)).Select(RetentionOf)],
            AcknowledgementNamesHandler =
                await settings.FindAsync(SettingKeys.AcknowledgementNamesHandler, cancel) == bool.TrueString,
        };
        last = new Reading(changes, rules);
        return rules;
    }

    /// <summary>Reads them if anything they are made of was changed, by whomever.</summary>
    public async Task ReadIfChangedAsync(CancellationToken cancel)
    {
        if (await ChangesAsync(cancel) != last?.Changes)
        {
            await ReadAsync(cancel);
        }
    }

    /// <summary>Makes sure that an edition is known which a case names: another node may have added it a moment ago.</summary>
    public Task KnowAsync(string calendarId, int edition, CancellationToken cancel) =>
        Current.Knows(calendarId, edition) ? Task.CompletedTask : ReadAsync(cancel);

    /// <summary>Makes the landlord's choice of a procedure. <see cref="ProcedureChoice.Refusal"/> must have had nothing against it.</summary>
    public async Task ChooseAsync(ProcedureChoice choice, Signature signature, CancellationToken cancel)
    {
        var key = $"{SettingKeys.ProcedureChoice}/{WireName.Of(choice.Kind)}/{choice.From:yyyy-MM-dd}";
        await settings.SetAsync(key, choice.ProcedureId, signature, cancel);
        await ReadAsync(cancel);
    }

    /// <summary>Sets up to what a grade settles a complaint alone, from a day on.</summary>
    public async Task LimitAsync(SettlementLimit limit, Signature signature, CancellationToken cancel)
    {
        var key = $"{SettingKeys.SettlementLimit}/{WireName.Of(limit.Grade)}/{limit.From:yyyy-MM-dd}";
        await settings.SetAsync(key, $"{limit.Pounds}", signature, cancel);
        await ReadAsync(cancel);
    }

    /// <summary>Sets for how many years a kind of case is kept.</summary>
    public async Task KeepAsync(Retention retention, Signature signature, CancellationToken cancel)
    {
        var key = $"{SettingKeys.Retention}/{WireName.Of(retention.Kind)}";
        await settings.SetAsync(key, $"{retention.Years}", signature, cancel);
        await ReadAsync(cancel);
    }

    private static Retention RetentionOf(SettingRow row) =>
        row.Key.Split('/') is [_, var name] && WireName.TryParse<CaseKind>(name, out var kind)
            ? new Retention(kind, int.Parse(row.Value, CultureInfo.InvariantCulture))
            : throw new InvalidDataException($"'{row.Key}' names no kind of case.");

    private static SettlementLimit Limit(SettingRow row) =>
        row.Key.Split('/') is [_, var name, var from] && WireName.TryParse<Grade>(name, out var grade)
            ? new SettlementLimit(grade, int.Parse(row.Value, CultureInfo.InvariantCulture), Day(from))
            : throw new InvalidDataException($"'{row.Key}' names no grade and day.");

    private static ProcedureChoice Choice(SettingRow row) =>
        row.Key.Split('/') is [_, var name, var from] && WireName.TryParse<CaseKind>(name, out var kind)
            ? new ProcedureChoice(kind, row.Value, Day(from))
            : throw new InvalidDataException($"'{row.Key}' names no kind of case and day.");

    /// <summary>How often anything they are made of was changed, ever.</summary>
    private async Task<int> ChangesAsync(CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await context.History.CountAsync(
            row =>
                row.Stream == Streams.Settings || row.Stream == Streams.Calendar || row.Stream == Streams.Organisation,
            cancel
        );
    }

    private static string[] List(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Rules, and how often what they are made of had been changed before they were read: always of one reading.</summary>
    private sealed record Reading(int Changes, Rules Rules);
}
