using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Layout;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Show;

/// <summary>Where a case is, what is due and why, what to do next, who has it; then everything that is known of it.</summary>
[Needs(Act.SeeCase)]
public sealed class ShowCaseModel(
    CaseViews views,
    LetterDrafts drafts,
    CurrentPerson person,
    IStringLocalizer<Text> text
) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public Case Case => View.Case;

    /// <summary>The page for the next lawful step, if this person may take it.</summary>
    internal CaseMove? NextMove { get; private set; }

    /// <summary>The letter that takes the next step once it has left, if it is written and this person may see to it.</summary>
    public int? NextLetter =>
        MaySendLetters
            ? Case
                .Letters.FirstOrDefault(letter => !letter.IsOutOfDate && letter.Kind == KindOf(View.Next?.Step))
                ?.Number
            : null;

    internal IReadOnlyList<CaseMove> OtherMoves { get; private set; } = [];

    /// <summary>Letters that somebody has begun.</summary>
    public IReadOnlyList<LetterDraftRow> Drafts { get; private set; } = [];

    /// <summary>The key of the words on why a draft can be sent no more; none where somebody can go on with it.</summary>
    public string? Shut(LetterDraftRow draft) =>
        LetterDrafts.IsOwed(Case, draft.Stage, draft.Duty) ? null
        : draft.Stage != Case.Stage ? "not_open.next_stage"
        : Case.IsOver || Case.CurrentStage.RespondedOn is not null ? NotOpen.Why(PageOf(draft), Case)
        : "not_open.written";

    /// <summary>Whether this person may write such a letter, and so read what was begun.</summary>
    public bool MayRead(LetterDraftRow draft) =>
        person.May(draft.Duty == DutyName.Respond ? Act.Respond : Act.Acknowledge);

    /// <summary>The page on which it is written, as its address has it after the case.</summary>
    public static string PageOf(LetterDraftRow draft) =>
        draft.Duty == DutyName.Respond ? "response" : "acknowledgement";

    public bool MaySettleAsks => person.May(Act.SettleAsk);

    public bool MayNoteContact => Case.ErasedOn is null && person.May(Act.NoteContact);

    public bool MaySendLetters => person.May(Act.SendLetters);

    public bool MayKeepPromises => person.May(Act.KeepCommitment);

    public bool MayReadMessages => person.May(Act.ReadMessages);

    public bool MayDecideCorrection => person.May(Act.DecideCorrection);

    public bool MayDecideRefusal => person.May(Act.Refuse);

    /// <summary>That more is promised than whoever has the stage settles alone; none where it is not, or was approved.</summary>
    public string? NeedsApproval =>
        !Case.IsOver
        && Case.CurrentStage is { RespondedOn: null, Handler: { } handler }
        && Settlement.NeedsApproval(Case, handler, View.Rules, View.Today)
            ? text[
                "case.needs_approval",
                Pounds.Of(Settlement.Total(Case)),
                View.NameOf(handler),
                Pounds.Of(Settlement.LimitOf(handler, View.Rules, View.Today) ?? 0)
            ].Value
            : null;

    public CurrentPerson Reader => person;

    /// <summary>For the contact noted in one press.</summary>
    public Guid FormKey { get; } = Guid.NewGuid();

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (await views.FindAsync(reference, Purpose.Show, cancel) is not { } found)
        {
            return (IActionResult?)GoneFromSight() ?? NotFound();
        }

        View = found;
        Drafts = await drafts.OfAsync(Case, cancel);
        NextMove = View.Next is { } next ? CaseMoves.For(next.Step, View, person) : null;
        OtherMoves = [.. CaseMoves.Open(View, person).Where(move => move != NextMove)];
        return Page();
    }

    /// <summary>What was just done may have handed the case on: then it is said so, and not that there is no such case.</summary>
    private RedirectResult? GoneFromSight()
    {
        if (!Request.Cookies.ContainsKey(LayoutSetup.DoneCookie) || TempData["Done"] is not string done)
        {
            return null;
        }

        TempData["Done"] = text["case.gone_from_sight", done].Value;
        return Redirect("/");
    }

    private static MessageKind? KindOf(Step? step) =>
        step switch
        {
            Step.Acknowledge => MessageKind.Acknowledgement,
            Step.SendHoldingLetter => MessageKind.HoldingLetter,
            Step.GiveHearingNotice => MessageKind.HearingNotice,
            Step.Respond => MessageKind.Response,
            _ => null,
        };
}
