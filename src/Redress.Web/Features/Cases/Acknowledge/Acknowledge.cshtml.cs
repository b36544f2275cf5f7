using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Cases.DraftLetter;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Acknowledge;

[Needs(Act.Acknowledge)]
public sealed class AcknowledgeModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    LetterDrafts drafts,
    IStringLocalizer<Text> text
) : DraftPage(desk, views, outbox, drafts, text)
{
    [BindProperty]
    public AcknowledgeForm Form { get; set; } = new();

    protected override DutyName Duty => DutyName.Acknowledge;

    protected override string Skeleton => letters.Acknowledgement(View);

    protected override (string? Letter, Finding? Outcome) Written => (Form.Letter, null);

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
            Letter = Begun().Letter,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToSendAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Acknowledgement.Decide(Case, Form.Request(), Desk.Rules, Desk.Today);
        return await RecordAsync(decision, AcknowledgeForm.FieldOf, DoneWords(Form, "acknowledge.done"), cancel);
    }
}
