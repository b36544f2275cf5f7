using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Erase;

/// <summary>Where it is said that a case must be kept, however old it is.</summary>
[Needs(Act.HoldCase)]
public sealed class PlaceHoldModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public PlaceHoldForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Grounds => Choose.From<HoldGround>(L);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            Erasure.Hold(Case, Form.Ground, Form.Reason, Desk.Today),
            PlaceHoldForm.FieldOf,
            done: "hold.done",
            cancel
        );
}
