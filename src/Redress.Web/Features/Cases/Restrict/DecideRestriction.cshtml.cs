using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Restrict;

/// <summary>Where a second person, of the grade that the procedure names, agrees to a restriction or turns it down.</summary>
[Needs(Act.DecideRestriction)]
public sealed class DecideRestrictionModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    IStringLocalizer<Text> text
) : LetterPage(desk, views, outbox, text)
{
    private readonly bool hasServer = outbox.CanMail;

    [BindProperty]
    public DecideRestrictionForm Form { get; set; } = new();

    public PendingRestriction? Pending => Case.PendingRestriction;

    public ConductRule? Rule => Restrictions.RuleOf(Case, Desk.Rules);

    /// <summary>Why they cannot agree to it; none where they can.</summary>
    public string? CannotAgree =>
        Pending?.ProposedBy == Desk.Person.Id ? "decide_restriction.own"
        : !Restrictions.HasTheGrade(Case, Desk.Person.Id, Desk.Rules, Desk.Today) ? "decide_restriction.below"
        : null;

    /// <summary>It goes to whom it is about, and to nobody else who complains.</summary>
    private protected override LetterWay Way
    {
        get
        {
            IReadOnlyList<Recipient> those =
            [
                .. View.People.Where(person => person.Id == Pending?.Proposed.Person).Select(Recipient.Of),
            ];
            return new(those is [var only] ? only : Recipient.Nobody, hasServer, those);
        }
    }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel) || Pending is null)
        {
            return NotFound();
        }

        Form = new()
        {
            SentOn = Desk.Today,
            Leaves = Way.First,
            Letter = letters.Restriction(View, Pending.Proposed),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (Form.Answer != RestrictionAnswer.Agree)
        {
            ModelState.Remove("Form.SentOn");
            ModelState.Remove("Form.Channel");
        }

        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        return Form.Answer == RestrictionAnswer.Agree
            ? await RecordAsync(
                Restrictions.Agree(
                    Case,
                    (Form.DaySent(), Form.By()),
                    Form.Letter,
                    Desk.Person.Id,
                    Desk.Rules,
                    Desk.Today
                ),
                DecideRestrictionForm.FieldOf,
                DoneWords(Form, "decide_restriction.done"),
                cancel
            )
            : await RecordAsync(
                Restrictions.Reject(Case, Form.Reason, Desk.Today),
                DecideRestrictionForm.FieldOf,
                done: "decide_restriction.rejected",
                cancel
            );
    }
}
