using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.ApproveSettlement;

/// <summary>What a case is to pay is more than whoever answers it settles alone: somebody whose limit covers it approves it.</summary>
[Needs(Act.ApproveSettlement)]
public sealed class ApproveSettlementModel(CaseDesk desk, CaseViews views, IStringLocalizer<Text> text)
    : ActPage(desk, views, text)
{
    [BindProperty]
    public ApproveSettlementForm Form { get; set; } = new();

    public IEnumerable<Commitment> Payments => Case.Commitments.Where(promise => promise.Amount is not null);

    public string Total => Pounds.Of(Settlement.Total(Case));

    /// <summary>Up to what whoever reads this settles alone; none where no limit is set.</summary>
    public int? Limit => Settlement.LimitOf(Desk.Person.Id, Desk.Rules, Desk.Today);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel) =>
        await FindToActAsync(reference, cancel)
        ?? await RecordAsync(
            Settlement.Approve(Case, Form.Note, Desk.Person.Id, Desk.Rules, Desk.Today),
            ApproveSettlementForm.FieldOf,
            done: "approve_settlement.done",
            cancel
        );
}
