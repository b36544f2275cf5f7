using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Worklist;

/// <summary>Today's work, the most urgent first. One query, and one a minute for names.</summary>
[Needs(Act.SeeCase)]
public sealed class WorklistModel(Data.Worklist worklist, StaffDirectory staff, CaseDesk desk, CurrentPerson person)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public WorklistQuery Query { get; set; } = new();

    public IReadOnlyList<WorklistRow> Rows { get; private set; } = [];

    public Whose Whose => Query.WhoseFor(person);

    public StaffDirectory Staff => staff;

    public DateOnly Today => desk.Today;

    public Rules Rules => desk.Rules;

    /// <summary>Where the list goes on, if it does.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await staff.ReadyAsync(cancel);
        var found = await worklist.ReadAsync(Query.Filter(person, desk.Today), cancel);
        Rows = found.Rows;
        Next = found.Next is { } place ? Address(Whose, after: WorklistQuery.Write(place)) : null;
    }

    /// <summary>The same list for somebody else's cases, or from a later place.</summary>
    public string Address(Whose whose, string? after = null) =>
        "/cases"
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["whose"] = whose.ToString(),
                ["kind"] = Query.Kind?.ToString(),
                ["overdue"] = Query.Overdue ? "true" : null,
                ["after"] = after,
            }.Where(part => part.Value is not null)
        );
}
