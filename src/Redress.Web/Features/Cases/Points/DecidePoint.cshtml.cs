using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Points;

[Needs(Act.DecidePoints)]
public sealed class DecidePointModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public DecidePointForm Form { get; set; } = new();

    public Point Point => Case.Points[Form.Point!.Value - 1];

    protected override string Then => CaseLinks.To(Case.Reference, "points");

    protected override bool Decides => true;

    public async Task<IActionResult> OnGetAsync(string reference, int point, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel) || point < 1 || point > Case.Points.Count)
        {
            return NotFound();
        }

        var decided = Case.Points[point - 1];
        Form = new()
        {
            Point = point,
            Finding = decided.Finding,
            Reason = View.Text(decided.Reason),
            Remedy = View.Text(decided.Remedy),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, int point, CancellationToken cancel)
    {
        Form.Point = point;
        var instead = await FindToActAsync(reference, cancel);
        if (View is null || point < 1 || point > Case.Points.Count)
        {
            return NotFound();
        }

        if (instead is not null)
        {
            return instead;
        }

        var decision = Core.Cases.Points.Decide(Case, Form.Request(), Desk.Person.Id, Desk.Rules, Desk.Today);
        return await RecordAsync(decision, DecidePointForm.FieldOf, done: "decide_point.done", cancel);
    }
}
