using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Points;

/// <summary>The points of a case, and another one.</summary>
[Needs(Act.DecidePoints)]
public sealed class RaisePointModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public RaisePointForm Form { get; set; } = new();

    /// <summary>Points come one after another, so back to where the next is raised.</summary>
    protected override string Then => CaseLinks.To(Case.Reference, "points");

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Core.Cases.Points.Raise(Case, Form.Text, Desk.Today);
        return await RecordAsync(decision, RaisePointForm.FieldOf, done: "raise_point.done", cancel);
    }
}
