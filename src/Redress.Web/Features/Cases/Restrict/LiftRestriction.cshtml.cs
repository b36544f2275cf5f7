using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Restrict;

/// <summary>Where somebody's contact is limited no more, before the day of review.</summary>
[Needs(Act.LiftRestriction)]
public sealed class LiftRestrictionModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public LiftRestrictionForm Form { get; set; } = new();

    /// <summary>Those whose contact is limited.</summary>
    public IReadOnlyList<SelectListItem> Restricted =>
        [
            .. ComplainantList
                .Of(View, L)
                .Where(one =>
                    Case.Restrictions.Any(held => held.HoldsOn(Desk.Today) && held.Proposed.Person == one.Value)
                ),
        ];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            Restrictions.Lift(Case, Form.Person, Form.Reason, Desk.Today),
            LiftRestrictionForm.FieldOf,
            done: "lift_restriction.done",
            cancel
        );
}
