using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Web.Data;

/// <summary>Which cases of the worklist to show.</summary>
/// <param name="Owner">Whose: a person's id, or none for everybody's.</param>
public sealed record WorklistFilter(string? Owner = null)
{
    /// <summary>Only cases whose stage waits to be assigned.</summary>
    public bool Unassigned { get; init; }
    public CaseKind? Kind { get; init; }
    public CaseStatus? Status { get; init; }

    /// <summary>Only cases at this stage; 0 for kinds that have none.</summary>
    public int? Stage { get; init; }

    /// <summary>Only cases whose next duty falls due in these days.</summary>
    public DueSpan Due { get; init; } = DueSpan.Any;

    /// <summary>The last row of the page before; none for the first page.</summary>
    public WorklistPlace? After { get; init; }
}

/// <summary>A place in the worklist, to go on from.</summary>
public sealed record WorklistPlace(DateOnly DueOrder, string Id)
{
    /// <summary>Before all cases.</summary>
    public static readonly WorklistPlace Start = new(DateOnly.MinValue, "");
}

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
    int CalendarEdition,
    int NewMessages
)
{
    public WorklistPlace Place => new(CaseRow.OrderOf(NextDueOn), Id);
}

/// <summary>Some lines of the worklist.</summary>
/// <param name="Rows">In order.</param>
/// <param name="Next">Where the list goes on; none where it ends.</param>
public sealed record WorklistPage(IReadOnlyList<WorklistRow> Rows, WorklistPlace? Next);

/// <summary>Open cases in the order their next duty falls due; those that owe nothing come last. One query a page.</summary>
public sealed class Worklist(RedressContext context, WorklistQueries queries, RulesStore rules)
{
    public const int PageSize = 50;

    public async Task<WorklistPage> ReadAsync(WorklistFilter filter, CancellationToken cancel)
    {
        var found = new List<WorklistRow>(PageSize + 1);
        await foreach (var row in queries.Rows(context, filter).WithCancellation(cancel))
        {
            found.Add(row);
            await rules.KnowAsync(row.CalendarId, row.CalendarEdition, cancel);
        }

        var isMore = found.Count > PageSize;
        var rows = isMore ? found.GetRange(0, PageSize) : found;
        return new(rows, isMore ? rows[^1].Place : null);
    }

    /// <summary>How many cases the list has, in figures that add up to it, whatever page of it is shown. One query.</summary>
    public async Task<WorklistFigures> CountAsync(WorklistFilter filter, CancellationToken cancel)
    {
        var groups = new List<WorklistGroup>();
        await foreach (var group in queries.Groups(context, filter).WithCancellation(cancel))
        {
            groups.Add(group);
        }

        return new(groups);
    }
}
