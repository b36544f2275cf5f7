using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Commitments;

[Needs(Act.MakeCommitment)]
public sealed class CommitModel(CaseDesk desk, CaseViews views, StaffDirectory staff, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public CommitForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    /// <summary>What the promise may put right.</summary>
    public IReadOnlyList<SelectListItem> Points =>
        [
            new SelectListItem(L["commit.point.none"], ""),
            .. Case.Points.Select(point => new SelectListItem(
                L["commit.point.option", point.Number, View.Text(point.Text) ?? ""],
                $"{point.Number}"
            )),
        ];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new() { Owner = Case.Owner };
        await ListOwnersAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        await ListOwnersAsync(cancel);
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Core.Cases.Commitments.Make(Case, Form.Request(), Desk.Today);
        return await RecordAsync(decision, CommitForm.FieldOf, done: "commit.done", cancel);
    }

    private async Task ListOwnersAsync(CancellationToken cancel)
    {
        var all = await staff.ColleaguesAsync(cancel);
        Owners =
        [
            new SelectListItem(L["commit.owner.choose"], ""),
            .. all.Select(member => new SelectListItem(member.Name, member.Id)),
        ];
    }
}
