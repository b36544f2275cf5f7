using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Seals;

/// <summary>A case is sealed: from then on it exists for those named alone.</summary>
[Needs(Act.SealCase)]
public sealed class SealModel(CaseDesk desk, CaseViews views, StaffDirectory staff, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public SealForm Form { get; set; } = new();

    /// <summary>Who can be asked to agree.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            Form.Decide(Case, Desk.Person.Id, Desk.Today),
            SealForm.FieldOf,
            done: "seal.done",
            cancel
        );

    protected override async Task FoundAsync(CancellationToken cancel)
    {
        var colleagues = await staff.ColleaguesAsync(cancel);
        People =
        [
            new(L["seal.second.choose"], ""),
            .. colleagues
                .Where(one => one.Id != Desk.Person.Id && !Case.IsAbout(one.Id))
                .Select(one => new SelectListItem(one.Name, one.Id)),
        ];
    }
}
