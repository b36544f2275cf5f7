using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Staff;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Features.Cases.Worklist;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Staff.Cover;

/// <summary>
/// The open cases of whoever is away, what falls due first coming first, each with who covers and a way to hand it over. One
/// query, and one a minute for names.
/// </summary>
[Needs(Act.SeeCover)]
public sealed class CoverModel(CoverList list, StaffDirectory staff, CaseDesk desk, IStringLocalizer<Text> text)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public CoverQuery Query { get; set; } = new();

    public CoverPage Found { get; private set; } = null!;

    /// <summary>Who is away, whoever comes back last coming last.</summary>
    public IEnumerable<(string Id, string Name, Away Away)> People =>
        Found
            .Away.Select(one => (one.Key, staff.NameOf(one.Key), one.Value))
            .OrderBy(one => one.Value.From)
            .ThenBy(one => one.Value.Until ?? DateOnly.MaxValue)
            .ThenBy(one => one.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the list goes on, if it does.</summary>
    public string? Next =>
        Found.Next is { } place ? (Query with { After = WorklistQuery.Write(place) }).Address() : null;

    public bool MayGive => desk.Person.May(Act.AssignCase);

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public string NameOf(string id) => staff.NameOf(id);

    /// <summary>From when, where it has not begun; until when; and who covers.</summary>
    public string Words(Away away)
    {
        var words = AwayWords.Of(text, staff, away);
        return away.From > desk.Today ? text["cover.from", Dates.Short(away.From), words] : words;
    }

    internal DueWords Near(WorklistRow row, DateOnly due) =>
        DueWords.Of(text, desk.Rules.Calendar(row.CalendarId, row.CalendarEdition), desk.Today, due);

    private async Task ReadAsync(CancellationToken cancel) =>
        Found = await list.ReadAsync(Query.LastFrom(desk.Today), Query.Place, cancel);
}
