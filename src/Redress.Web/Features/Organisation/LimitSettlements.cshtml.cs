using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Staff;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Organisation;

/// <summary>Up to how much each grade settles a complaint alone.</summary>
[Needs(Act.ManageOrganisation)]
public sealed class LimitSettlementsModel(
    RulesStore rules,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    [BindProperty]
    public LimitForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Grades =>
        [new(text["organisation.limit.grade.choose"], ""), .. Choose.From<Grade>(text)];

    /// <summary>Every limit set, also for a day to come, the lowest grade and the first day first.</summary>
    public IReadOnlyList<SettlementLimit> Limits =>
        [.. rules.Current.SettlementLimits.OrderBy(limit => limit.Grade).ThenBy(limit => limit.From)];

    public void OnGet() => Form.From = LondonTime.Today(time);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await rules.LimitAsync(Form.Limit(), new Signature(person.Id, time.GetUtcNow().UtcDateTime), cancel);
        TempData["Done"] = text["organisation.limit.saved"].Value;
        return Redirect("/organisation/limits");
    }
}
