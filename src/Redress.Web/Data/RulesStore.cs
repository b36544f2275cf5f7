using System.Globalization;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// The landlord's rules as decisions need them, kept in memory and read again when something about them changes.
/// </summary>
public sealed class RulesStore(CalendarStore calendars, ProcedureStore procedures, SettingsStore settings)
{
    /// <summary>The Housing Ombudsman's own minimum, by which a landlord works that names no procedure of its own.</summary>
    private const string Codes = "code-2020,code-2022,code-2024";

    private Rules? rules;

    /// <summary>The rules as last read.</summary>
    public Rules Current => rules ?? throw new InvalidOperationException("The rules have not been read yet.");

    /// <summary>Reads them, at the start and after a calendar, a procedure or their settings changed.</summary>
    public async Task<Rules> ReadAsync(CancellationToken cancel)
    {
        var named = await settings.FindAsync(SettingKeys.OwnProcedures, cancel) ?? Codes;
        var closures = await settings.FindAsync(SettingKeys.Closures, cancel) ?? "";
        return rules = new Rules(
            procedures.All(),
            procedures.Own().Select(procedure => procedure.Id).Concat(List(named)),
            await calendars.AllAsync(cancel)
        )
        {
            Closures =
            [
                .. List(closures).Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ],
        };
    }

    private static string[] List(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
