using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Search;

/// <summary>
/// Where the box of every page leads: straight to the case of a reference, or to the only case found, and else to a list.
/// Five queries at most, and one a minute for names.
/// </summary>
[Needs(Act.SearchCases)]
public sealed class SearchModel(Data.Search search, StaffDirectory staff, CaseDesk desk, CurrentPerson person)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Typed { get; set; }

    internal SearchQuery Query { get; private set; } = SearchQuery.Read(null);

    public SearchResult Found { get; private set; } = new([], IsMore: false);

    public StaffDirectory Staff => staff;

    public DateOnly Today => desk.Today;

    public Rules Rules => desk.Rules;

    public bool MayLog => person.May(Act.LogCase);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Query = SearchQuery.Read(Typed);
        if (Query.IsEmpty)
        {
            return Page();
        }

        if (await desk.ReferenceOfAsync(Typed!.Trim(), cancel) is { } reference)
        {
            return Redirect(CaseLinks.To(reference));
        }

        await staff.ReadyAsync(cancel);
        Found = await search.FindAsync(Query, cancel);
        return Found.Cases is [var only] ? Redirect(CaseLinks.To(only.Reference)) : Page();
    }
}
