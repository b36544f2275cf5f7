using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Extend;

[Needs(Act.Extend)]
public sealed class ExtendModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    StaffDirectory staff,
    IStringLocalizer<Text> text
) : LetterPage(desk, views, outbox, text)
{
    [BindProperty]
    public ExtendForm Form { get; set; } = new();

    /// <summary>
    /// The letter as it was last put together here. While the box still holds it, it is put together again from the reason
    /// and the date; once somebody has changed it, it is theirs.
    /// </summary>
    [BindProperty]
    public string? Composed { get; set; }

    /// <summary>Whether the letter is shown as it will go.</summary>
    public bool ShowsLetter { get; private set; }

    public AnswerClock? Answer => AnswerClock.Of(Case, View.Clocks);

    public bool MayMail => Way.CanMail;

    public string MailTo => Way.MailTo(L);

    public string PostHint => Way.PostHint(L);

    public IReadOnlyList<SelectListItem> Approvers { get; private set; } = [];

    /// <summary>How the clock would judge what is on the form; only where somebody asked.</summary>
    public DueDateMove? Judged { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        await ListApproversAsync(cancel);
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = new()
        {
            ToldOn = Desk.Today,
            InWriting = true,
            Leaves = Way.First,
            Letter = Composed = letters.MoreTime(View),
            OmbudsmanDetails = Way.CanMail,
        };
        return Page();
    }

    /// <summary>Says whether it would count, shows the letter as it will go, and records nothing.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string reference, CancellationToken cancel)
    {
        await ListApproversAsync(cancel);
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        Compose();
        return Shown(Decide());
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        await ListApproversAsync(cancel);
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        // Nobody sends a letter that they have not seen as it goes.
        if (Compose() && Form.Leaves is Leaves.Email or Leaves.Post)
        {
            return Shown(Decide());
        }

        var decision = Decide();
        var judged = decision.Refusal is null ? Judge(decision) : null;
        var (leaves, done) = Form.Leaves switch
        {
            Leaves.Email => (true, "letter.done.email"),
            Leaves.Post => (true, "letter.done.post"),
            _ => (false, "extend.done"),
        };
        var answer = await RecordAsync(decision, ExtendForm.FieldOf, done, cancel);
        if (!leaves && TempData.Remove("Done"))
        {
            TempData[judged is { Valid: true } ? "Done" : "Notice"] = Said(judged).Value;
        }

        return answer;
    }

    /// <summary>Puts the reason and the date into the letter where nobody has changed it; whether that made it another.</summary>
    private bool Compose()
    {
        if (Composed is null || Plain(Form.Letter) != Plain(Composed))
        {
            return false;
        }

        var before = Plain(Composed);
        Form.Letter = Composed = letters.MoreTime(View, Form.Reason, Form.Until);
        ModelState.Remove("Form.Letter");
        return Plain(Composed) != before;
    }

    private PageResult Shown(Decision<CannotExtend> decision)
    {
        if (decision.Refusal is { } refusal)
        {
            return Refused(refusal, ExtendForm.FieldOf);
        }

        Judged = Judge(decision);
        ShowsLetter = Form.Leaves is Leaves.Email or Leaves.Post;
        return Page();
    }

    /// <summary>A browser sends other ends of lines than it was given.</summary>
    private static string Plain(string? letter) => (letter ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>Whether an extension counts, and why: never that it merely was saved.</summary>
    public LocalizedString Said(DueDateMove? judged) =>
        judged is { Valid: true, Until: { } until } ? L["extend.counts", Dates.Long(until), judged.Why]
        : judged is null ? L["extend.does_not_count.no_rule", Due]
        : L["extend.does_not_count", judged.Why, Due];

    private string Due => Answer?.Clock.Due is { } due ? Dates.Long(due) : "";

    private DueDateMove? Judge(Decision<CannotExtend> decision) =>
        AnswerClock.Judgement(Case, Sending.AsIfSent(decision.Events[0], Desk.Today), Desk.Rules, Desk.Today);

    private Decision<CannotExtend> Decide() => Extension.Decide(Case, Form.Request(), Desk.Rules, Desk.Today);

    private async Task ListApproversAsync(CancellationToken cancel)
    {
        var all = await staff.ColleaguesAsync(cancel);
        Approvers =
        [
            new SelectListItem(L["extend.approved_by.nobody"], ""),
            .. all.Select(member => new SelectListItem(member.Name, member.Id)),
        ];
    }
}
