using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Worklist;

/// <summary>
/// Today's work, the most urgent first, and how much of it there is. Three queries, two for everybody's without its
/// figures, and one a minute for names.
/// </summary>
[Needs(Act.SeeCase)]
public sealed class WorklistModel(
    Data.Worklist worklist,
    SavedViews views,
    StaffDirectory staff,
    CaseDesk desk,
    CurrentPerson person
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public WorklistQuery Query { get; set; } = new();

    /// <summary>Those to choose from: no procedure has more than three.</summary>
    public static IReadOnlyList<int> Stages { get; } = [1, 2, 3, 0];

    public IReadOnlyList<WorklistRow> Rows { get; private set; } = [];

    /// <summary>What was saved of this list's filters, by whoever looks or for everybody.</summary>
    public IReadOnlyList<SavedViewRow> Views { get; private set; } = [];

    /// <summary>What the address asks for that is none of the list's filters: left out, and said so.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];

    public bool MayShare => person.May(Act.ShareViews);

    public static bool IsOfOpenCases(CaseStatus status) => status is CaseStatus.Open or CaseStatus.Answered;

    public Whose Whose => Query.WhoseFor(person);

    /// <summary>Whether cases can be ticked, to be given to a colleague.</summary>
    public bool MayGive => person.May(Act.AssignCase);

    public StaffDirectory Staff => staff;

    public DateOnly Today => desk.Today;

    public Rules Rules => desk.Rules;

    /// <summary>Where the list goes on, if it does.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await staff.ReadyAsync(cancel);
        Unknown = WorklistQuery.Parse(Request.QueryString.Value).Unknown;
        Views = await views.ReadAsync(cancel);
        var filter = Query.Filter(person, desk.Rules, desk.Today);
        var found = await worklist.ReadAsync(filter, cancel);
        Rows = found.Rows;
        Next = found.Next is { } place ? Address(Query with { After = WorklistQuery.Write(place) }) : null;
        Figures = Whose == Whose.Mine || Query.Figures ? await worklist.CountAsync(filter, cancel) : null;
    }

    /// <summary>How many of each there are; none where nobody asked.</summary>
    public WorklistFigures? Figures { get; private set; }

    public DueSpan Span(DueWhen when) => DueSpan.Of(when, desk.Rules.OfficeCalendar(desk.Today), desk.Today);

    /// <summary>Whether the list is what the view shows.</summary>
    public bool Shows(SavedViewRow view) => view.Filters == Query.Filters(person);

    /// <summary>Where a list is shown.</summary>
    public string Address(WorklistQuery query) => query.Address(person);
}
