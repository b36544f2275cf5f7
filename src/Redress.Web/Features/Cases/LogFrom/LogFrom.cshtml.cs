using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.LogFrom;

/// <summary>A new complaint that came up in another case, with its resident and home.</summary>
[Needs(Act.LogCase)]
public sealed class LogFromModel(CaseDesk desk, CaseViews views, StaffDirectory staff, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    private string? made;

    [BindProperty]
    public LogFromForm Form { get; set; } = new();

    /// <summary>Who can have it.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override string Then => made is null ? base.Then : CaseLinks.To(made);

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var everybody = await staff.ColleaguesAsync(context.HttpContext.RequestAborted);
        People = [.. everybody.Select(one => AwayWords.Pick(L, staff, one))];
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        var turned = Case.Kind != CaseKind.Complaint;
        Form = new()
        {
            Summary = turned ? View.Text(Case.Summary) : null,
            ReceivedOn = turned ? Case.ReceivedOn : Desk.Today,
            Channel = turned ? Case.Channel : null,
            Service = Case.Service,
            Category = turned ? Case.Category : null,
            Handler = Desk.Person.Id,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var complaint = await ComplaintFrom.OfAsync(Form, View, Desk, cancel);
        made = complaint.Reference;
        var decision = complaint.Decide(Desk);
        return await RecordAsync(
            decision,
            LogFromForm.FieldOf,
            done: "log_from.done",
            once => complaint.RecordAsync(Desk, decision.Events, once, cancel),
            cancel
        );
    }
}
