using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Classify;

[Needs(Act.ClassifyCase)]
public sealed class ClassifyModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public ClassifyForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new()
        {
            Service = Case.Service,
            Category = Case.Category,
            Tenure = Case.Tenure,
            Ombudsman = Case.Ombudsman,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Classification.Decide(Form.Request(Case), Desk.Today);
        return await RecordAsync(decision, _ => nameof(Form.Category), done: "classify.done", cancel);
    }
}
