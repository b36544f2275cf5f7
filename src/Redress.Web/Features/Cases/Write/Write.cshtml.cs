using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Write;

[Needs(Act.SendLetters)]
public sealed class WriteModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    IStringLocalizer<Text> text
) : LetterPage(desk, views, outbox, text)
{
    [BindProperty]
    public WriteForm Form { get; set; } = new();

    private protected override LetterWay Way => base.Way with { OffersSent = false };

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new()
        {
            To = "",
            Leaves = Way.First,
            Letter = letters.Message(View),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Writing.Decide(Case, Form.To, Form.By(), Form.Letter, Desk.Today);
        return await RecordAsync(decision, WriteForm.FieldOf, DoneWords(Form, "letter.done.post"), cancel);
    }
}
