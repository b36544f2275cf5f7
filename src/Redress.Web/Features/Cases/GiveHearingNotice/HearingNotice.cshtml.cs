using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.GiveHearingNotice;

[Needs(Act.GiveHearingNotice)]
public sealed class HearingNoticeModel(
    CaseDesk desk,
    CaseViews views,
    Outbox outbox,
    LetterTexts letters,
    IStringLocalizer<Text> text
) : LetterPage(desk, views, outbox, text)
{
    [BindProperty]
    public HearingNoticeForm Form { get; set; } = new();

    /// <summary>The notice owed at this stage; none where its procedure has no hearing.</summary>
    public DutyClock? Owed =>
        View.Clocks.FirstOrDefault(clock => clock.Duty == DutyName.HearingNotice && clock.Stage == Case.Stage);

    /// <summary>The first day a hearing may be, were the notice sent today; none where no notice is prescribed.</summary>
    public DateOnly? Earliest =>
        Owed?.Rule.Notice is { } notice ? Deadlines.Due(Desk.Today, notice, View.Calendar) : null;

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
            Letter = letters.HearingNotice(View),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = HearingNotice.Decide(Case, Form.Request(), Desk.Rules, Desk.Today);
        return await RecordAsync(decision, HearingNoticeForm.FieldOf, DoneWords(Form, "hearing_notice.done"), cancel);
    }
}
