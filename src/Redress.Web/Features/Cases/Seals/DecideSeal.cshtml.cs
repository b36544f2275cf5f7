using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Seals;

/// <summary>Where a second person agrees that a case is sealed; and where two agree that it need be no more.</summary>
[Needs(Act.SealCase)]
public sealed class DecideSealModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public DecideSealForm Form { get; set; } = new();

    /// <summary>The key of the words that say how far it is.</summary>
    public string State =>
        Case.Seal switch
        {
            { LiftAskedBy: not null } => "decide_seal.lift_asked",
            { AgreedOn: null } => "decide_seal.waits",
            _ => "decide_seal.agreed",
        };

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            Form.Decide(Case, Desk.Person.Id, Desk.Today),
            DecideSealForm.FieldOf,
            done: "decide_seal.done",
            cancel
        );
}
