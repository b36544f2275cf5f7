using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.RecordNeeds;

/// <summary>What somebody needs to be reached and written to, and how they must not be reached, in every case of theirs.</summary>
[Needs(Act.RecordNeeds)]
public sealed class RecordNeedsModel(CaseDesk desk, CaseViews views, KnownNeeds needs, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public RecordNeedsForm Form { get; set; } = new();

    public bool Several => Case.Complainants.Count + Case.Representatives.Count > 1;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel))
        {
            return NotFound();
        }

        Form = RecordNeedsForm.Of(View, Several ? null : Case.FindNeeds(Case.ComplainantId));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Form.Decide(Case, Reader.May(Act.RelaxNeeds), Desk.Today);
        return await RecordAsync(
            decision,
            RecordNeedsForm.FieldOf,
            done: "needs.done",
            once => needs.RecordAsync(View, decision.Events.OfType<ContactNeedsRecorded>().Single(), once, cancel),
            cancel
        );
    }
}
