using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.RequestStatement;

/// <summary>Whom the complaint is about is asked for a statement: what they may read is chosen and copied here.</summary>
[Needs(Act.RequestStatement)]
public sealed class RequestStatementModel(
    CaseDesk desk,
    CaseViews views,
    StatementMail mail,
    IStringLocalizer<Text> text
) : ActPage(desk, views, text)
{
    private const int FirstExtracts = 2;

    [BindProperty]
    public RequestStatementForm Form { get; set; } = new();

    /// <summary>Those on whom two people agree.</summary>
    public IReadOnlyList<SelectListItem> People =>
        [.. FairHearing.Subjects(Case).Select(person => new SelectListItem(View.NameOf(person), person))];

    /// <summary>Somebody's name stands in it, and it is asked whether that is meant.</summary>
    public bool GivesAName => Form.ReleasesNames || givesAName;

    /// <summary>The last day on which their answer would be in time.</summary>
    public DateOnly? AnswerBy => View.Calendar.TryAdd(Desk.Today, Statements.WorkingDays, out var due) ? due : null;

    private bool givesAName;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form.Person = People is [var only] ? only.Value : null;
        Form.Support = L["statement.support.usual"];
        Form.Extracts = new string[FirstExtracts];
        return Page();
    }

    /// <summary>Another extract, with all that was written so far.</summary>
    public async Task<IActionResult> OnPostMoreAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        Form.Extracts = [.. Form.Extracts ?? [], ""];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Statements.Ask(Case, Form.Request(View.People), Desk.Rules, Desk.Today);
        givesAName = decision.Refusal == CannotAskStatement.GivesAName;
        var told = true;
        var answer = await RecordAsync(
            decision,
            RequestStatementForm.FieldOf,
            done: "statement.asked",
            async once =>
            {
                await Desk.RecordAsync(View.File, decision.Events, once, cancel: cancel);
                told = await mail.TellAsync(Form.Person!);
            },
            cancel
        );
        if (!told)
        {
            TempData["Done"] = L["statement.asked.tell_them"].Value;
        }

        return answer;
    }
}
