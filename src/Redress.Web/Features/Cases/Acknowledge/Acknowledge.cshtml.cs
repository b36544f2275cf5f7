using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Acknowledge;

[Needs(Act.Acknowledge)]
public sealed class AcknowledgeModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    IStringLocalizer<Text> text
) : LetterPage(desk, views, outbox, text)
{
    [BindProperty]
    public AcknowledgeForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new()
        {
            SentOn = Desk.Today,
            NamesHandler = true,
            Leaves = Way.First,
            Letter = letters.Acknowledgement(View),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Acknowledgement.Decide(Case, Form.Request(), Desk.Rules, Desk.Today);
        return await RecordAsync(decision, AcknowledgeForm.FieldOf, DoneWords(Form, "acknowledge.done"), cancel);
    }
}
