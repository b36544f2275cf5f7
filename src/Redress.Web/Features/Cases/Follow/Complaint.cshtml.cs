using Microsoft.AspNetCore.Mvc;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>Where a complaint stands, who has it, and every date and promise, on one page.</summary>
public sealed class ComplaintModel(CaseViews views, CurrentPerson person, LandlordStore landlord)
    : FollowPage(views, person, landlord)
{
    /// <summary>What we owe, and the time they have to ask for more.</summary>
    public IEnumerable<ResidentDate> Dates =>
        View
            .Clocks.Where(clock => clock.Due is not null && clock.Verdict != Verdict.NotRequired)
            .Select(ResidentDate.Of);

    public bool MayEscalate =>
        Escalation.Decide(View.Case, new EscalationRequest(View.Today), View.Rules, View.Today).Refusal is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(Purpose.Show, cancel) ? Page() : NotFound();
}
