using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.SendHoldingLetter;

[Needs(Act.SendHoldingLetter)]
public sealed class HoldingLetterModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    IStringLocalizer<Text> text
) : LetterPage(desk, views, outbox, text)
{
    [BindProperty]
    public HoldingLetterForm Form { get; set; } = new();

    protected override bool AsksChannel => false;

    public AnswerClock? Answer => AnswerClock.Of(Case, View.Clocks);

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
            Letter = letters.MoreTime(View),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = HoldingLetter.Decide(Case, Form.Request(), Desk.Today);
        var judged = decision.Refusal is null
            ? AnswerClock.Judgement(Case, Sending.AsIfSent(decision.Events[0], Desk.Today), Desk.Rules, Desk.Today)
            : null;
        var answer = await RecordAsync(
            decision,
            HoldingLetterForm.FieldOf,
            DoneWords(Form, "holding_letter.done"),
            cancel
        );
        if (Form.WasSent() && TempData.Remove("Done"))
        {
            TempData[judged is { Valid: true } ? "Done" : "Notice"] = Said(judged).Value;
        }

        return answer;
    }

    /// <summary>Whether the letter moves the date, and why: never only that it was saved.</summary>
    private LocalizedString Said(DueDateMove? judged) =>
        judged switch
        {
            { Valid: true, Until: { } until } => L["holding_letter.counts", Dates.Long(until)],
            { By: ClockEventKind.HoldingLetter } => L["holding_letter.does_not_count", judged.Why],
            _ => L["holding_letter.does_not_count.no_rule"],
        };
}
