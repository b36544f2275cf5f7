using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Cases.DraftLetter;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Respond;

[Needs(Act.Respond)]
public sealed class RespondModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    LetterDrafts drafts,
    IStringLocalizer<Text> text
) : DraftPage(desk, views, outbox, drafts, text)
{
    [BindProperty]
    public RespondForm Form { get; set; } = new();

    /// <summary>What was promised and is still to be done: a warning and never a hindrance.</summary>
    public IReadOnlyList<Commitment> OpenPromises =>
        [.. Case.Commitments.Where(promise => promise.KeptOn is null).OrderBy(promise => promise.DueOn)];

    protected override bool Decides => true;

    protected override DutyName Duty => DutyName.Respond;

    protected override string Skeleton => letters.Answer(View);

    protected override (string? Letter, Finding? Outcome) Written => (Form.Letter, Form.Outcome);

    /// <summary>The letter did not say how to go further: whoever sends it all the same says that they have seen it.</summary>
    public bool LacksAdvice => Form.WithoutAdvice || lacksAdvice;

    /// <summary>The head of complaints may let it go with points undecided, on the day it is due (ruling 23).</summary>
    public bool MayOverride =>
        Desk.Person.May(Act.OverrideGate) && Core.Cases.Response.IsDue(Case, Desk.Rules, Desk.Today);

    /// <summary>
    /// Who has had no chance to be heard, if the answer finds against those whom the complaint is about: the key of the words
    /// that say so; none where both sides were heard, or it is about nobody.
    /// </summary>
    public string? Unheard =>
        !FairHearing.Subjects(Case).Any() ? null
        : FairHearing.NotHeard(Case, Form.SentOn ?? Desk.Today) is { Count: > 0 } subjects
            ? subjects.All(IsAsked) ? "respond.unheard.waiting"
                : "respond.unheard.subject"
        : FairHearing.ResidentHeard(Case, Desk.Rules, Form.SentOn ?? Desk.Today) ? null
        : "respond.unheard.resident";

    private bool IsAsked(string person) =>
        Case.Statements.Any(asked => asked.Person == person && Statements.IsOpen(Case, asked));

    private bool lacksAdvice;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        var (letter, outcome) = Begun();
        Form = new()
        {
            SentOn = Desk.Today,
            Leaves = Way.First,
            Letter = letter,
            Outcome = outcome,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToSendAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Core.Cases.Response.Decide(
            Case,
            Form.Request(Desk.Person),
            Desk.Person.Id,
            Desk.Rules,
            Desk.Today
        );
        lacksAdvice = decision.Refusal == CannotRespond.NoEscalationAdvice;
        return await RecordAsync(decision, RespondForm.FieldOf, DoneWords(Form, "respond.done"), cancel);
    }
}
