using Microsoft.EntityFrameworkCore;
using Redress.Core.Staff;

namespace Redress.Web.Data;

/// <summary>Open cases of whoever is away.</summary>
/// <param name="Away">Who is, by id, whether they have a case or not.</param>
/// <param name="Rows">Some of their cases, in order.</param>
/// <param name="Next">Where the list goes on; none where it ends.</param>
public sealed record CoverPage(
    IReadOnlyDictionary<string, Away> Away,
    IReadOnlyList<WorklistRow> Rows,
    WorklistPlace? Next
);

/// <summary>
/// The open cases of whoever is away, of those in sight of whoever asks, in the order in which their next duty falls due. One
/// query a page.
/// </summary>
public sealed class CoverList(RedressContext context, StaffDirectory staff, RulesStore rules)
{
    /// <summary>Enough of a summary to know a case by.</summary>
    private const int SummaryLength = 160;

    /// <param name="last">Who is away on any day from today to this one, which is included.</param>
    /// <param name="after">The last row of the page before; none for the first page.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<CoverPage> ReadAsync(DateOnly last, WorklistPlace? after, CancellationToken cancel)
    {
        var away = await staff.AwayUpToAsync(last, cancel);
        string[] owners = [.. away.Keys];
        var (due, id) = after ?? WorklistPlace.Start;
        var found = await context
            .Cases.AsNoTracking()
            .Where(row => row.IsOpen && owners.Contains(row.OwnerId))
            .Where(row => row.DueOrder >= due && (row.DueOrder > due || string.Compare(row.Id, id) > 0))
            .OrderBy(row => row.DueOrder)
            .ThenBy(row => row.Id)
            .Take(Worklist.PageSize + 1)
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
            .ToListAsync(cancel);
        foreach (var row in found)
        {
            await rules.KnowAsync(row.CalendarId, row.CalendarEdition, cancel);
        }

        var isMore = found.Count > Worklist.PageSize;
        var rows = isMore ? found.GetRange(0, Worklist.PageSize) : found;
        return new(away, rows, isMore ? rows[^1].Place : null);
    }
}
