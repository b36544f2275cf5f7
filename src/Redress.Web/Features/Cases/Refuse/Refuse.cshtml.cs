using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Refuse;

/// <summary>
/// Where a complaint, or the request for the next stage, is refused. The team proposes; the lead, who need ask nobody, says
/// on the same page when the letter was sent.
/// </summary>
[Needs(Act.ProposeRefusal)]
public sealed class RefuseModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    IStringLocalizer<Text> text
) : LetterPage(desk, views, outbox, text)
{
    [BindProperty]
    public RefuseForm Form { get; set; } = new();

    /// <summary>True where it is the next stage that would be refused, and not the complaint.</summary>
    public bool IsNextStage => Case.Stage > Case.FirstStage(Case.Kind);

    /// <summary>What the procedure lets a case be refused for.</summary>
    public IReadOnlyList<Ground> Grounds => Core.Cases.Grounds.Of(Case, Desk.Rules);

    public bool MayRefuse => Desk.Person.May(Act.Refuse);

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
            Letter = letters.Refusal(View),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!MayRefuse)
        {
            ModelState.Remove("Form.SentOn");
            ModelState.Remove("Form.Channel");
        }

        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var request = await Form.RequestAsync(Desk, cancel);
        return MayRefuse
            ? await RecordAsync(
                Refusal.Decide(Case, request, Form.Sent(), Desk.Rules, Desk.Today),
                ProposeRefusalForm.FieldOf,
                DoneWords(Form, "refuse.done"),
                cancel
            )
            : await RecordAsync(
                Refusal.Propose(Case, request, Desk.Rules, Desk.Today),
                ProposeRefusalForm.FieldOf,
                done: "refuse.proposed",
                cancel
            );
    }
}
