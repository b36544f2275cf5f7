using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.DateMatter;

/// <summary>How old the matter is, and that an old one is accepted all the same. Nothing is refused here.</summary>
[Needs(Act.DateMatter)]
public sealed class DateMatterModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public DateMatterForm Form { get; set; } = new();

    /// <summary>The time bar of the procedure in force when the complaint was received; none where it has none.</summary>
    public TimeBar? Bar => Desk.Rules.Find(Case.Stages[0].ProcedureId)?.TimeBar;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new() { MatterOn = Case.MatterOn, ContactOn = Case.MatterContactOn };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = MatterAge.Decide(Case, Form.Request(), Desk.Rules, Desk.Today);
        return await RecordAsync(decision, DateMatterForm.FieldOf, done: "date_matter.done", cancel);
    }
}
