using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Representatives;

/// <summary>Somebody who says that they act for a resident is asked to show that they may.</summary>
[Needs(Act.SendLetters)]
public sealed class AskForAuthorityModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    IStringLocalizer<Text> text
) : LetterPage(desk, views, outbox, text)
{
    private readonly bool hasServer = outbox.CanMail;

    [BindProperty]
    public AskForAuthorityForm Form { get; set; } = new();

    /// <summary>Those who may not act today.</summary>
    public IReadOnlyList<Representative> Without => [.. Case.Representatives.Where(one => !one.MayAct(Desk.Today))];

    /// <summary>What the letter says, whoever it is to.</summary>
    public string Letter => letters.AuthorityRequest(Case);

    /// <summary>It goes to one of those and not to whoever the case's letters go to.</summary>
    private protected override LetterWay Way
    {
        get
        {
            IReadOnlyList<Recipient> those =
            [
                .. View.People.Where(person => Without.Any(one => one.Person == person.Id)).Select(Recipient.Of),
            ];
            return new(those is [var only] ? only : Recipient.Nobody, hasServer, those)
            {
                OffersSent = false,
                ToOneOf = true,
            };
        }
    }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new() { Leaves = Way.First };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            Form.Decide(View, letters, Desk.Today),
            AskForAuthorityForm.FieldOf,
            DoneWords(Form, "letter.done.post"),
            cancel
        );
}
