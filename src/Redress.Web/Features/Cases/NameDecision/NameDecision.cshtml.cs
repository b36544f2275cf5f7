using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.NameDecision;

/// <summary>The complaint is about a decision of policy or permission: whoever made it has no part in the review.</summary>
[Needs(Act.NameDecision)]
public sealed class NameDecisionModel(CaseDesk desk, CaseViews views, StaffDirectory staff, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public NameDecisionForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds => Choose.From<DecisionKind>(L);

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new() { Kind = Case.DecisionComplainedOf?.Kind, MadeBy = Case.DecisionComplainedOf?.MadeBy };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            NamingDecision.Decide(Case, Form.Request(), Desk.Person.Id, Desk.Rules, Desk.Today),
            NameDecisionForm.FieldOf,
            done: "name_decision.done",
            cancel
        );

    protected override async Task FoundAsync(CancellationToken cancel) =>
        People = [
            new(L["name_decision.made_by.choose"], ""),
            .. (await staff.EverybodyAsync(cancel)).Select(one => new SelectListItem(one.Name, one.Id)),
        ];
}
