using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Escalate;

[Needs(Act.Escalate)]
public sealed class EscalateModel(CaseDesk desk, CaseViews views, StaffDirectory staff, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    private IReadOnlyList<StaffMember> colleagues = [];

    [BindProperty]
    public EscalateForm Form { get; set; } = new();

    /// <summary>What the procedure now in force calls the next stage; none where it has no further one.</summary>
    public string? NextStage => Desk.Rules.InForce(Case.Kind, Desk.Today)?.For(Case.Kind)?.Stage(Case.Stage + 1)?.Name;

    /// <summary>The last day of the resident's time to ask, where the procedure sets one.</summary>
    public DutyClock? Window =>
        View.Clocks.LastOrDefault(clock =>
            clock.Duty == DutyName.RequestNextStage && clock.Stage == Case.Stage && clock.CountedFrom is not null
        );

    /// <summary>Who can have the new stage, where the case has no owner.</summary>
    public IReadOnlyList<SelectListItem> People =>
        [
            new(L["assign.handler.choose"], ""),
            .. colleagues
                .Where(one => Escalation.MayHaveNext(Case, one.Id, Desk.Rules, Desk.Today, Desk.Today))
                .Select(one => AwayWords.Pick(L, staff, one)),
        ];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        colleagues = await staff.ColleaguesAsync(cancel);
        Form = new() { On = Desk.Today };
        return await FindAsync(reference, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        colleagues = await staff.ColleaguesAsync(cancel);
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Escalation.Decide(Case, Form.Request(), Desk.Rules, Desk.Today);
        return await RecordAsync(decision, EscalateForm.FieldOf, done: "escalate.done", cancel);
    }
}
