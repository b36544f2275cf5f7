using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Worklist;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.DueSoon;

/// <summary>
/// Letters that are owed within three working days, or were already: those that nobody has begun, each with what can be
/// done about it now, and those that somebody has. Two queries, and one a minute for names.
/// </summary>
[Needs(Act.SeeCase)]
public sealed class DueSoonModel(Data.DueSoon due, StaffDirectory staff, CaseDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public DueSoonQuery Query { get; set; } = new();

    public DueSoonPage Found { get; private set; } = null!;

    public Whose Whose => Query.WhoseFor(desk.Person);

    /// <summary>The last day that is on the list.</summary>
    public DateOnly Until => due.Until(desk.Today);

    /// <summary>Where the list goes on, if it does.</summary>
    public string? Next => Found.Next is { } place ? Address(Query with { After = DueSoonQuery.Write(place) }) : null;

    /// <summary>This list, to come back to once something is done.</summary>
    public string Here => Address(Query);

    public bool MayAsk => desk.Person.May(Act.Ask);

    public bool MaySettle => desk.Person.May(Act.SettleAsk);

    public bool MayExtend => desk.Person.May(Act.Extend);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await staff.ReadyAsync(cancel);
        Found = await due.ReadAsync(Query.Filter(desk.Person), desk.Today, cancel);
    }

    /// <summary>Where a list is shown.</summary>
    public string Address(DueSoonQuery query) => query.Address(desk.Person);

    /// <summary>A page about the row's case, from which this list is come back to.</summary>
    public string To(DueSoonRow row, string part) =>
        CaseLinks.To(row.Reference, part) + QueryString.Create(nameof(ActPage.From), Here);

    /// <summary>The page on which the row's letter is written.</summary>
    public static string PartOf(DueSoonRow row) => row.Duty == DutyName.Respond ? "response" : "acknowledgement";

    public bool MayWrite(DueSoonRow row) =>
        desk.Person.May(row.Duty == DutyName.Respond ? Act.Respond : Act.Acknowledge);

    public string NameOf(string id) => staff.NameOf(id);

    internal DueWords Near(DueSoonRow row, IStringLocalizer<Text> text) =>
        DueWords.Of(text, desk.Rules.Calendar(row.CalendarId, row.CalendarEdition), desk.Today, row.Due);

    internal DueWords Near(OpenAsk ask, IStringLocalizer<Text> text) =>
        DueWords.Of(text, desk.Rules.Calendar(ask.CalendarId, ask.CalendarEdition), desk.Today, ask.AnswerBy);
}
