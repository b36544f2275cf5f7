using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Correct;

/// <summary>Where a second person agrees to a corrected day or turns it down, with both days and both verdicts in sight.</summary>
[Needs(Act.DecideCorrection)]
public sealed class DecideModel(CaseDesk desk, CaseViews views, CurrentPerson person, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public DecideForm Form { get; set; } = new();

    /// <summary>What waits; none where nothing does.</summary>
    public PendingChange? Change => PendingChange.Of(View);

    public bool IsTheirOwn => Case.PendingCorrection?.ProposedBy == person.Id;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) && Case.PendingCorrection is not null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        return Form.Answer == CorrectionAnswer.Agree
            ? await RecordAsync(
                Correction.Agree(Case, person.Id, Desk.Today),
                refusal => refusal == CannotAgreeToCorrection.ProposedByThemselves ? nameof(Form.Answer) : "",
                done: "decide_correction.agreed",
                cancel
            )
            : await RecordAsync(
                Correction.Reject(Case, Form.Reason, Desk.Today),
                refusal => refusal == CannotRejectCorrection.NoReason ? nameof(Form.Reason) : "",
                done: "decide_correction.rejected",
                cancel
            );
    }
}
