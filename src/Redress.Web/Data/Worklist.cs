using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>Which cases of the worklist to show.</summary>
/// <param name="Owner">Whose: a person's id, or none for everybody's.</param>
public sealed record WorklistFilter(string? Owner = null)
{
    /// <summary>Only cases without an owner.</summary>
    public bool Unassigned { get; init; }
    public CaseKind? Kind { get; init; }

    /// <summary>Only cases with something overdue on this day.</summary>
    public DateOnly? OverdueOn { get; init; }

    /// <summary>The last row of the page before; none for the first page.</summary>
    public WorklistPlace? After { get; init; }
}

/// <summary>A place in the worklist, to go on from.</summary>
public sealed record WorklistPlace(DateOnly DueOrder, string Id);

/// <summary>One line of the worklist.</summary>
public sealed record WorklistRow(
    string Id,
    string Reference,
    CaseKind Kind,
    CaseStatus Status,
    int Stage,
    string? Summary,
    string? Complainant,
    string? OwnerId,
    DutyName? NextDuty,
    DateOnly? NextDueOn,
    DateOnly ReceivedOn,
    string CalendarId,
    int CalendarEdition
)
{
    public WorklistPlace Place => new(CaseRow.OrderOf(NextDueOn), Id);
}

/// <summary>Some lines of the worklist.</summary>
/// <param name="Rows">In order.</param>
/// <param name="Next">Where the list goes on; none where it ends.</param>
public sealed record WorklistPage(IReadOnlyList<WorklistRow> Rows, WorklistPlace? Next);

/// <summary>Open cases in the order their next duty falls due; those that owe nothing come last. One query.</summary>
public sealed class Worklist(RedressContext context, CurrentPerson person)
{
    public const int PageSize = 50;

    /// <summary>Enough of a summary to know a case by.</summary>
    private const int SummaryLength = 160;

    public async Task<WorklistPage> ReadAsync(WorklistFilter filter, CancellationToken cancel)
    {
        var found = await Rows(filter).ToListAsync(cancel);
        var isMore = found.Count > PageSize;
        var rows = isMore ? found.GetRange(0, PageSize) : found;
        return new(rows, isMore ? rows[^1].Place : null);
    }

    /// <summary>A page, and one row more where the list goes on.</summary>
    private IQueryable<WorklistRow> Rows(WorklistFilter filter) =>
        Filtered(filter)
            .OrderBy(row => row.DueOrder)
            .ThenBy(row => row.Id)
            .Take(PageSize + 1)
            .Select(row => new WorklistRow(
                row.Id,
                row.Reference,
                row.Kind,
                row.Status,
                row.Stage,
                context
                    .Words.Where(words =>
                        words.StreamId == row.Id && words.Sequence == 1 && words.Id == row.SummaryWordsId
                    )
                    .Select(words => words.Text!.Substring(0, SummaryLength))
                    .FirstOrDefault(),
                context.CasePeople.Where(p => p.Id == row.ComplainantId).Select(p => p.Name).FirstOrDefault(),
                row.OwnerId,
                row.NextDuty,
                row.NextDueOn,
                row.ReceivedOn,
                row.CalendarId,
                row.CalendarEdition
            ));

    private IQueryable<CaseRow> Filtered(WorklistFilter filter)
    {
        var cases = context.Cases.AsNoTracking().VisibleTo(person).Where(row => row.IsOpen);
        if (filter.Owner is { } owner)
        {
            cases = cases.Where(row => row.OwnerId == owner);
        }

        if (filter.Unassigned)
        {
            cases = cases.Where(row => row.OwnerId == null);
        }

        if (filter.Kind is { } kind)
        {
            cases = cases.Where(row => row.Kind == kind);
        }

        if (filter.OverdueOn is { } today)
        {
            cases = cases.Where(row => row.NextDueOn < today);
        }

        return filter.After is { } place
            ? cases.Where(row =>
                row.DueOrder >= place.DueOrder
                && (row.DueOrder > place.DueOrder || string.Compare(row.Id, place.Id) > 0)
            )
            : cases;
    }
}
