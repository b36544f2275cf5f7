using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Assign;

[Needs(Act.AssignCase)]
public sealed class AssignModel(CaseDesk desk, CaseViews views, StaffDirectory staff, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public AssignForm Form { get; set; } = new();

    private IReadOnlyList<StaffMember> everybody = [];

    /// <summary>Who can be chosen.</summary>
    public IReadOnlyList<SelectListItem> People =>
        [
            new(L["assign.handler.choose"], ""),
            .. everybody.Where(one => !IsBarred(one)).Select(one => AwayWords.Pick(L, staff, one)),
        ];

    /// <summary>Who works on cases and is not offered, because they decided an earlier stage.</summary>
    public IReadOnlyList<string> NotOffered =>
        [.. everybody.Where(one => Deciders.BarredFrom(Case).Contains(one.Id)).Select(one => one.Name)];

    /// <summary>Whether everybody who works on cases here decided an earlier stage.</summary>
    public bool NobodyIsLeft => everybody.All(IsBarred);

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context,
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next
    )
    {
        everybody = await staff.ColleaguesAsync(context.HttpContext.RequestAborted);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new() { Handler = Case.CurrentStage.Handler, Team = Case.CurrentStage.Team };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Assignment.Decide(Case, Form.Request(), Desk.Today);
        return await RecordAsync(decision, AssignForm.FieldOf, done: "assign.done", cancel);
    }

    private bool IsBarred(StaffMember one) => Case.IsAbout(one.Id) || Deciders.BarredFrom(Case).Contains(one.Id);
}
