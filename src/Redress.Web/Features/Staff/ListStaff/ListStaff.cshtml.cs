using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Staff.ListStaff;

/// <summary>Who has how many open cases: whoever works on cases, and whoever has some left. One query.</summary>
[Needs(Act.AssignCase)]
public sealed class ListStaffModel(StaffDirectory staff, RedressContext context, CurrentPerson person) : PageModel
{
    public StaffDirectory Staff => staff;

    /// <summary>Whether whoever looks may say when a colleague is away.</summary>
    public bool MayMark => person.May(Act.MarkAbsence);

    /// <summary>Whether whoever looks may see how the landlord is made up.</summary>
    public bool MaySeeOrganisation => person.May(Act.SeeOrganisation);

    public IReadOnlyList<(string Id, string Name, int Cases)> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var colleagues = await staff.ColleaguesAsync(cancel);
        var cases = await context.OpenCasesAsync(cancel);
        People =
        [
            .. colleagues
                .Select(one => one.Id)
                .Union(cases.Keys, StringComparer.Ordinal)
                .Select(id => (id, staff.NameOf(id), cases.GetValueOrDefault(id)))
                .OrderBy(one => one.Item2, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
