using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Core.Incidents;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Incidents;

/// <summary>Every report that somebody sees another person's data, the newest first. Two queries.</summary>
[Needs(Act.SeeIncidents)]
public sealed class ListIncidentsModel(IncidentStore incidents, StaffDirectory staff, TimeProvider time) : PageModel
{
    public IReadOnlyList<Incident> Incidents { get; private set; } = [];

    public StaffDirectory Staff => staff;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await staff.ReadyAsync(cancel);
        Incidents = await incidents.NewestAsync(cancel);
    }
}
