using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.CorrectAnswer;

[Needs(Act.CorrectAnswer)]
public sealed class CorrectAnswerModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    IStringLocalizer<Text> text
) : LetterPage(desk, views, outbox, text)
{
    [BindProperty]
    public CorrectAnswerForm Form { get; set; } = new();

    /// <summary>The stage whose answer is corrected; none where none is answered.</summary>
    public StageRecord? Answered => AnswerArrival.StageOf(Case);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new()
        {
            SentOn = Desk.Today,
            Leaves = Way.First,
            Letter = letters.AnswerCorrection(View),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = AnswerCorrection.Decide(Case, Form.Request(), Desk.Person.Id, Desk.Rules, Desk.Today);
        return await RecordAsync(decision, CorrectAnswerForm.FieldOf, DoneWords(Form, "correct_answer.done"), cancel);
    }
}
