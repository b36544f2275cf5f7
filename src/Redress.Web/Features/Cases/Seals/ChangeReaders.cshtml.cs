using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Seals;

/// <summary>Who sees a sealed case: one more, for good or until a day, or one less.</summary>
[Needs(Act.SealCase)]
public sealed class ChangeReadersModel(
    CaseDesk desk,
    CaseViews views,
    StaffDirectory staff,
    IStringLocalizer<Text> text
) : ActPage(desk, views, text)
{
    [BindProperty]
    public ReadersForm Form { get; set; } = new();

    /// <summary>Who works on cases.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            Form.Decide(Case, Desk.Today),
            AdmitForm.FieldOf,
            done: Form.Change == ReaderChange.Admit ? "seal_readers.admitted" : "seal_readers.removed",
            cancel
        );

    protected override async Task FoundAsync(CancellationToken cancel)
    {
        var colleagues = await staff.ColleaguesAsync(cancel);
        People =
        [
            new(L["seal_readers.choose"], ""),
            .. colleagues.Where(one => !Case.IsAbout(one.Id)).Select(one => new SelectListItem(one.Name, one.Id)),
        ];
    }
}
