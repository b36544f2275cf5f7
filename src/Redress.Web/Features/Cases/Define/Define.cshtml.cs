using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Define;

[Needs(Act.DefineCase)]
public sealed class DefineModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public DefineForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new() { Definition = View.Text(Case.Definition), OutcomeSought = View.Text(Case.OutcomeSought) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Definition.Decide(Case, Form.Request(), Desk.Today);
        return await RecordAsync(decision, DefineForm.FieldOf, done: "define.done", cancel);
    }
}
