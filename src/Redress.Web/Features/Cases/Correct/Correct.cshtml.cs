using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Correct;

[Needs(Act.ProposeCorrection)]
public sealed class CorrectModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public CorrectForm Form { get; set; } = new();

    /// <summary>What waits for a second person already; then nothing else can be proposed.</summary>
    public PendingChange? Change => PendingChange.Of(View);

    public bool MayDecide => Desk.Person.May(Act.DecideCorrection);

    /// <summary>Every day that is recorded and may be wrong.</summary>
    public IEnumerable<(CorrectableFact Fact, int? Stage, DateOnly On)> Recorded
    {
        get
        {
            yield return (CorrectableFact.ReceivedOn, null, Case.ReceivedOn);
            foreach (var stage in Case.Stages)
            {
                if (stage.AcknowledgedOn is { } acknowledged)
                {
                    yield return (CorrectableFact.AcknowledgedOn, stage.Number, acknowledged);
                }

                if (stage.RespondedOn is { } responded)
                {
                    yield return (CorrectableFact.RespondedOn, stage.Number, responded);
                }
            }
        }
    }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        return await FindAsync(reference, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await FindToActAsync(reference, cancel) is { } instead)
        {
            return instead;
        }

        var decision = Correction.Propose(Case, Form.Request(), Desk.Rules, Desk.Today);
        return await RecordAsync(decision, CorrectForm.FieldOf, done: "correct.done", cancel);
    }
}
