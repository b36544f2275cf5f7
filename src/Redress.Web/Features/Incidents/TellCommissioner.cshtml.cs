using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Incidents;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>What page and API ask about telling the Information Commissioner.</summary>
public sealed class CommissionerForm
{
    [Display(Name = "commissioner.needed")]
    [Required(ErrorMessage = "commissioner.needed.missing")]
    public bool? Told { get; set; }

    [Display(Name = "commissioner.on")]
    public DateOnly? On { get; set; }

    [Display(Name = "commissioner.why_not")]
    [Words(5_000)]
    public string? WhyNot { get; set; }

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotTellCommissioner refusal) =>
        refusal switch
        {
            CannotTellCommissioner.NoReason => nameof(WhyNot),
            CannotTellCommissioner.ToldAlready => nameof(Told),
            _ => nameof(On),
        };
}

/// <summary>It is recorded that the Information Commissioner was told, or why they need not be.</summary>
[Needs(Act.HandleIncidents)]
public sealed class TellCommissionerModel(
    IncidentStore incidents,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Incident { get; set; } = "";

    [BindProperty]
    public CommissionerForm Form { get; set; } = new();

    public Incident One { get; private set; } = null!;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Form.On = LondonTime.Today(time);
        return await FindAsync(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (Form is { Told: true, On: null } && ModelState.IsValid)
        {
            ModelState.AddModelError("Form.On", text["commissioner.on.missing"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var refusal = await incidents.DecideAsync<CannotTellCommissioner>(
            Incident,
            one =>
                TellingTheCommissioner.Decide(
                    one,
                    Form.Told!.Value ? Form.On : null,
                    Form.WhyNot,
                    LondonTime.Today(time)
                ),
            person,
            cancel
        );
        if (refusal is { } no)
        {
            ModelState.AddModelError($"Form.{CommissionerForm.FieldOf(no)}", text[Refusals.KeyOf(no)]);
            return Page();
        }

        TempData["Done"] = text["commissioner.done"].Value;
        return Redirect(IncidentLinks.To(Incident));
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await incidents.FindAsync(Incident, cancel) is not { } found)
        {
            return false;
        }

        One = found.Incident;
        return true;
    }
}
