using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Layout;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Settings.EditSettings;

/// <summary>A change of a setting, as history has it.</summary>
public sealed record SettingChange(string Key, string Who, DateOnly On);

/// <summary>How residents know the landlord and reach it, and what its letters always say.</summary>
[Needs(Act.ManageSettings)]
public sealed class EditSettingsModel(
    SettingsStore settings,
    LandlordStore landlord,
    RulesStore rules,
    RedressContext context,
    StaffDirectory staff,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    /// <summary>What people know by these names; an installation keeps more, for itself.</summary>
    private static readonly string[] Known =
    [
        SettingKeys.Landlord,
        SettingKeys.AcknowledgementNamesHandler,
        SettingKeys.Closures,
        SettingKeys.Procedures,
    ];

    /// <summary>How many of the latest changes are shown.</summary>
    private const int Shown = 20;

    [BindProperty]
    public SettingsForm Form { get; set; } = new();

    /// <summary>How many changes there were when the form was made.</summary>
    [BindProperty]
    public int? Seen { get; set; }

    public IReadOnlyList<SettingChange> Changes { get; private set; } = [];

    private IQueryable<HistoryRow> History =>
        context
            .History.AsNoTracking()
            .Where(row => row.Stream == Streams.Settings)
            .Where(row => Known.Contains(row.StreamId) || row.StreamId.StartsWith(SettingKeys.ProcedureChoice + "/"));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = landlord.Current;
        Form = new()
        {
            Name = now.Name,
            Colour = now.BrandColour,
            Phone = now.Phone,
            Email = now.Email,
            Address = now.Address,
            NamesHandler = rules.Current.AcknowledgementNamesHandler,
            Closures = string.Join('\n', rules.Current.Closures.Order().Select(Dates.Short)),
        };
        Seen = await History.CountAsync(cancel);
        await ReadChangesAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            foreach (var (field, refusal) in Form.Refusals())
            {
                ModelState.AddModelError($"Form.{field}", Words(refusal));
            }
        }

        var changes = await History.CountAsync(cancel);
        if (Seen != changes)
        {
            Seen = changes;
            ModelState.AddModelError("", text["settings.changed"]);
        }

        if (!ModelState.IsValid)
        {
            await ReadChangesAsync(cancel);
            return Page();
        }

        var signature = new Signature(person.Id, time.GetUtcNow().UtcDateTime);
        int changed;
        try
        {
            changed = await settings.SetAsync([.. Form.Settings()], signature, cancel);
        }
        catch (BusyException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            ModelState.AddModelError("", text["act.busy"]);
            await ReadChangesAsync(cancel);
            return Page();
        }

        await rules.ReadAsync(CancellationToken.None);
        await landlord.ReadAsync(CancellationToken.None);
        TempData["Done"] = text[changed == 0 ? "settings.unchanged" : "settings.done"].Value;
        return Redirect("/settings");
    }

    private string Words(CannotChangeSettings refusal) =>
        refusal == CannotChangeSettings.TooPale
            ? text[
                Refusals.KeyOf(refusal),
                $"{Math.Floor(LandlordStyle.ContrastWithWhite(Form.Colour!) * 100) / 100:0.0#}"
            ]
            : text[Refusals.KeyOf(refusal)];

    private async Task ReadChangesAsync(CancellationToken cancel)
    {
        await staff.ReadyAsync(cancel);
        var rows = await History
            .OrderByDescending(row => row.RecordedAt)
            .Take(Shown)
            .Select(row => new
            {
                row.StreamId,
                row.Who,
                row.On,
            })
            .ToListAsync(cancel);
        Changes = [.. rows.Select(row => new SettingChange(row.StreamId.Split('/')[0], staff.NameOf(row.Who), row.On))];
    }
}
