using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Erase;

/// <summary>Where it is said that what a case was held for is over.</summary>
[Needs(Act.HoldCase)]
public sealed class LiftHoldModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public LiftHoldForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Holds =>
        [
            .. Case.Holds.Select(hold => new SelectListItem(
                L["lift_hold.one", L.Word(hold.Placed.Ground), Dates.Long(hold.Placed.On)],
                hold.Number.ToString(CultureInfo.InvariantCulture)
            )),
        ];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            Erasure.Lift(Case, Form.Hold, Form.Reason, Desk.Today),
            LiftHoldForm.FieldOf,
            done: "lift_hold.done",
            cancel
        );
}
