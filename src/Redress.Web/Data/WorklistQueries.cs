using Microsoft.EntityFrameworkCore;
using Redress.Core.Procedures;

namespace Redress.Web.Data;

/// <summary>
/// The worklist's two queries, everybody's and one person's, compiled once for the installation's database: each walks
/// its own index in the order of the list. They differ in one line, and share none, because what is shared would have to
/// be put together again at every request.
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
        DateOnly?,
        DateOnly,
        string,
        IAsyncEnumerable<WorklistRow>
    > everybodys = EF.CompileAsyncQuery(
        (
            RedressContext context,
            bool unassigned,
            CaseKind? kind,
            DateOnly? overdueOn,
            DateOnly afterDue,
            string afterId
        ) =>
            context
                .Cases.AsNoTracking()
                .Where(row => row.IsOpen)
                .Where(row => !unassigned || row.OwnerId == null)
                .Where(row => kind == null || row.Kind == kind)
                .Where(row => overdueOn == null || row.NextDueOn < overdueOn)
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
                    row.CalendarEdition
                ))
    );

    private readonly Func<
        RedressContext,
        string,
        CaseKind?,
        DateOnly?,
        DateOnly,
        string,
        IAsyncEnumerable<WorklistRow>
    > ones = EF.CompileAsyncQuery(
        (
            RedressContext context,
            string owner,
            CaseKind? kind,
            DateOnly? overdueOn,
            DateOnly afterDue,
            string afterId
        ) =>
            context
                .Cases.AsNoTracking()
                .Where(row => row.IsOpen)
                .Where(row => row.OwnerId == owner)
                .Where(row => kind == null || row.Kind == kind)
                .Where(row => overdueOn == null || row.NextDueOn < overdueOn)
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
                    row.CalendarEdition
                ))
    );

    /// <summary>The rows in order, whoever asks.</summary>
    public IAsyncEnumerable<WorklistRow> Rows(RedressContext context, WorklistFilter filter)
    {
        var after = filter.After ?? WorklistPlace.Start;
        return filter.Owner is { } owner
            ? ones(context, owner, filter.Kind, filter.OverdueOn, after.DueOrder, after.Id)
            : everybodys(context, filter.Unassigned, filter.Kind, filter.OverdueOn, after.DueOrder, after.Id);
    }
}
