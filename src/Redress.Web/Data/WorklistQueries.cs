using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Procedures;

namespace Redress.Web.Data;

/// <summary>
/// The worklist's queries, everybody's and one person's, compiled once for the installation's database: each walks its own
/// index in the order of the list. They differ in one line, and share none, because what is shared would have to be put
/// together again at every request.
/// </summary>
public sealed class WorklistQueries
{
    /// <summary>Enough of a summary to know a case by.</summary>
    private const int SummaryLength = 160;

    /// <summary>A page, and one row more where the list goes on.</summary>
    private const int Most = Worklist.PageSize + 1;

    private readonly Func<
        RedressContext,
        bool,
        CaseKind?,
        CaseStatus?,
        int?,
        DateOnly,
        DateOnly,
        string,
        IAsyncEnumerable<WorklistRow>
    > everybodys = EF.CompileAsyncQuery(
        (
            RedressContext context,
            bool unassigned,
            CaseKind? kind,
            CaseStatus? status,
            int? stage,
            DateOnly until,
            DateOnly afterDue,
            string afterId
        ) =>
            context
                .Cases.AsNoTracking()
                .Where(row => row.IsOpen)
                .Where(row => !unassigned || row.OwnerId == null)
                .Where(row => kind == null || row.Kind == kind)
                .Where(row => status == null || row.Status == status)
                .Where(row => stage == null || row.Stage == stage)
                .Where(row => row.DueOrder <= until)
                .Where(row =>
                    row.DueOrder >= afterDue && (row.DueOrder > afterDue || string.Compare(row.Id, afterId) > 0)
                )
                .OrderBy(row => row.DueOrder)
                .ThenBy(row => row.Id)
                .Take(Most)
                .Select(row => new WorklistRow(
                    row.Id,
                    row.Reference,
                    row.Kind,
                    row.Status,
                    row.Stage,
                    context
                        .Words.Where(words => words.StreamId == row.Id && words.Sequence == 1)
                        .Where(words => words.Id == row.SummaryWordsId)
                        .Select(words => words.Text!.Substring(0, SummaryLength))
                        .FirstOrDefault(),
                    context.CasePeople.Where(p => p.Id == row.ComplainantId).Select(p => p.Name).FirstOrDefault(),
                    row.OwnerId,
                    row.NextDuty,
                    row.NextDueOn,
                    row.ReceivedOn,
                    row.CalendarId,
                    row.CalendarEdition,
                    row.NewMessages
                ))
    );

    private readonly Func<
        RedressContext,
        string,
        CaseKind?,
        CaseStatus?,
        int?,
        DateOnly,
        DateOnly,
        string,
        IAsyncEnumerable<WorklistRow>
    > ones = EF.CompileAsyncQuery(
        (
            RedressContext context,
            string owner,
            CaseKind? kind,
            CaseStatus? status,
            int? stage,
            DateOnly until,
            DateOnly afterDue,
            string afterId
        ) =>
            context
                .Cases.AsNoTracking()
                .Where(row => row.IsOpen)
                .Where(row => row.OwnerId == owner)
                .Where(row => kind == null || row.Kind == kind)
                .Where(row => status == null || row.Status == status)
                .Where(row => stage == null || row.Stage == stage)
                .Where(row => row.DueOrder <= until)
                .Where(row =>
                    row.DueOrder >= afterDue && (row.DueOrder > afterDue || string.Compare(row.Id, afterId) > 0)
                )
                .OrderBy(row => row.DueOrder)
                .ThenBy(row => row.Id)
                .Take(Most)
                .Select(row => new WorklistRow(
                    row.Id,
                    row.Reference,
                    row.Kind,
                    row.Status,
                    row.Stage,
                    context
                        .Words.Where(words => words.StreamId == row.Id && words.Sequence == 1)
                        .Where(words => words.Id == row.SummaryWordsId)
                        .Select(words => words.Text!.Substring(0, SummaryLength))
                        .FirstOrDefault(),
                    context.CasePeople.Where(p => p.Id == row.ComplainantId).Select(p => p.Name).FirstOrDefault(),
                    row.OwnerId,
                    row.NextDuty,
                    row.NextDueOn,
                    row.ReceivedOn,
                    row.CalendarId,
                    row.CalendarEdition,
                    row.NewMessages
                ))
    );

    private readonly Func<RedressContext, bool, CaseKind?, IAsyncEnumerable<WorklistGroup>> everybodysGroups =
        EF.CompileAsyncQuery(
            (RedressContext context, bool unassigned, CaseKind? kind) =>
                context
                    .Cases.Where(row => row.IsOpen)
                    .Where(row => !unassigned || row.OwnerId == null)
                    .Where(row => kind == null || row.Kind == kind)
                    .GroupBy(row => new
                    {
                        row.DueOrder,
                        row.Stage,
                        row.Status,
                    })
                    .Select(group => new WorklistGroup(
                        group.Key.DueOrder,
                        group.Key.Stage,
                        group.Key.Status,
                        group.Count()
                    ))
        );

    private readonly Func<RedressContext, string, CaseKind?, IAsyncEnumerable<WorklistGroup>> onesGroups =
        EF.CompileAsyncQuery(
            (RedressContext context, string owner, CaseKind? kind) =>
                context
                    .Cases.Where(row => row.IsOpen)
                    .Where(row => row.OwnerId == owner)
                    .Where(row => kind == null || row.Kind == kind)
                    .GroupBy(row => new
                    {
                        row.DueOrder,
                        row.Stage,
                        row.Status,
                    })
                    .Select(group => new WorklistGroup(
                        group.Key.DueOrder,
                        group.Key.Stage,
                        group.Key.Status,
                        group.Count()
                    ))
        );

    /// <summary>The rows in order, whoever asks.</summary>
    public IAsyncEnumerable<WorklistRow> Rows(RedressContext context, WorklistFilter filter)
    {
        var after = filter.After ?? WorklistPlace.Start with { DueOrder = filter.Due.From };
        var (kind, status, stage, until) = (filter.Kind, filter.Status, filter.Stage, filter.Due.Until);
        return filter.Owner is { } owner
            ? ones(context, owner, kind, status, stage, until, after.DueOrder, after.Id)
            : everybodys(context, filter.Unassigned, kind, status, stage, until, after.DueOrder, after.Id);
    }

    /// <summary>How many there are, whoever asks: of that person and kind, whatever else the filter says.</summary>
    public IAsyncEnumerable<WorklistGroup> Groups(RedressContext context, WorklistFilter filter) =>
        filter.Owner is { } owner
            ? onesGroups(context, owner, filter.Kind)
            : everybodysGroups(context, filter.Unassigned, filter.Kind);
}
