using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Erase;

/// <summary>Where a second person agrees that a case is erased, which cannot be undone, or turns it down.</summary>
[Needs(Act.DecideErasure)]
public sealed class DecideErasureModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public DecideErasureForm Form { get; set; } = new();

    public PendingErasure? Pending => Case.PendingErasure;

    public Retention Retention => Desk.Rules.RetentionOf(Case.Kind);

    /// <summary>The key of the words that say why they cannot agree to it; none where they can.</summary>
    public string? CannotAgree =>
        Erasure.Agree(Case, Desk.Person.Id, Desk.Rules, Desk.Today).Refusal is { } refusal
            ? Refusals.KeyOf(refusal)
            : null;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) && Pending is not null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? (
            Form.Answer == ErasureAnswer.Agree
                ? await RecordAsync(
                    Erasure.Agree(Case, Desk.Person.Id, Desk.Rules, Desk.Today),
                    DecideErasureForm.FieldOf,
                    done: "decide_erasure.done",
                    cancel
                )
                : await RecordAsync(
                    Erasure.Reject(Case, Form.Reason, Desk.Today),
                    DecideErasureForm.FieldOf,
                    done: "decide_erasure.rejected",
                    cancel
                )
        );
}
