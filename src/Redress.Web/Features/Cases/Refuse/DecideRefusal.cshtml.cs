using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Refuse;

/// <summary>Where the lead agrees to a refusal, with the letter that was sent, or turns it down.</summary>
[Needs(Act.Refuse)]
public sealed class DecideRefusalModel(CaseDesk desk, CaseViews views, Outbox outbox, IStringLocalizer<Text> text)
    : LetterPage(desk, views, outbox, text)
{
    [BindProperty]
    public DecideRefusalForm Form { get; set; } = new();

    public bool IsTheirOwn => Case.PendingRefusal?.ProposedBy == Desk.Person.Id;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel) || Case.PendingRefusal is null)
        {
            return NotFound();
        }

        Form = new() { SentOn = Desk.Today, Leaves = Way.First };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (Form.Answer != RefusalAnswer.Agree)
        {
            ModelState.Remove("Form.SentOn");
            ModelState.Remove("Form.Channel");
        }

        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        return Form.Answer == RefusalAnswer.Agree
            ? await RecordAsync(
                Refusal.Agree(Case, Form.Sent(), Desk.Person.Id, Desk.Rules, Desk.Today),
                DecideRefusalForm.FieldOf,
                DoneWords(Form, "refuse.done"),
                cancel
            )
            : await RecordAsync(
                Refusal.Reject(Case, Form.Reason, Desk.Today),
                DecideRefusalForm.FieldOf,
                done: "decide_refusal.rejected",
                cancel
            );
    }
}
