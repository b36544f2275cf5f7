using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Asks;

[Needs(Act.Ask)]
public sealed class AskModel(CaseDesk desk, CaseViews views, StaffDirectory staff, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public AskForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        await ListColleaguesAsync(cancel);
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new() { AnswerBy = View.Calendar.TryAdd(Desk.Today, 1, out var tomorrow) ? tomorrow : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        await ListColleaguesAsync(cancel);
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        return await RecordAsync(
            Asking.Decide(Case, Form.Request(), Desk.Today),
            AskForm.FieldOf,
            done: "ask.done",
            cancel
        );
    }

    private async Task ListColleaguesAsync(CancellationToken cancel)
    {
        var all = await staff.ColleaguesAsync(cancel);
        Colleagues =
        [
            new SelectListItem(L["ask.of.nobody"], ""),
            .. all.Where(member => member.Id != Desk.Person.Id)
                .Select(member => new SelectListItem(member.Name, member.Id)),
        ];
    }
}
