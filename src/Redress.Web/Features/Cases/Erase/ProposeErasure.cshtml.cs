using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Erase;

/// <summary>Where it is proposed that the words of a case and the names in it go. A second person decides.</summary>
[Needs(Act.ProposeErasure)]
public sealed class ProposeErasureModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public ProposeErasureForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Grounds => Choose.From<ErasureGround>(L);

    /// <summary>The key of the words that say what is still owed, on whatever ground; none where nothing is.</summary>
    public string? InTheWay =>
        Erasure.Fault(Case, ErasureGround.AskedByResident, Desk.Rules, Desk.Today) is { } fault
            ? Refusals.KeyOf(fault)
            : null;

    /// <summary>Until when it is kept, beside the ground that waits for that.</summary>
    public string? HintOf(string ground) =>
        ground == nameof(ErasureGround.RetentionEnded) && Case.ClosedOn is { } closedOn
            ? L["erase.kept_until", Dates.Long(Desk.Rules.RetentionOf(Case.Kind).LastDayKept(closedOn))].Value
            : null;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            Erasure.Propose(Case, Form.Ground, Desk.Rules, Desk.Today),
            ProposeErasureForm.FieldOf,
            done: "erase.proposed",
            cancel
        );
}
