using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>What a search found.</summary>
/// <param name="Cases">The newest first.</param>
/// <param name="IsMore">Whether older ones were found too.</param>
public sealed record SearchResult(IReadOnlyList<FoundCase> Cases, bool IsMore);

/// <summary>
/// Finds cases by any words of their reference, their people and what was said, among those the current person may see.
/// Four queries at most: for whole words, for words that only begin so where those are too few, for the cases, and for
/// what says where in them it is found.
/// </summary>
public sealed class Search(
    RedressContext context,
    SearchQueries queries,
    RulesStore rules,
    CurrentPerson person,
    TimeProvider time
)
{
    public const int PageSize = 50;

    /// <summary>
    /// So many at once as there are processors, and one that waits for the database. All at once would each get a little of
    /// the machine by turns, and one in a hundred would wait for all the others several times.
    /// </summary>
    private static readonly SemaphoreSlim Turns = new(Environment.ProcessorCount + 1);

    internal async Task<SearchResult> FindAsync(SearchQuery query, CancellationToken cancel)
    {
        if (query.IsEmpty)
        {
            return new([], IsMore: false);
        }

        await Turns.WaitAsync(cancel);
        try
        {
            return await FindNowAsync(query, cancel);
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task<SearchResult> FindNowAsync(SearchQuery query, CancellationToken cancel)
    {
        // One connection for all that the request will ask, instead of one for each question.
        await context.Database.OpenConnectionAsync(cancel);
        var ids = await SearchQueries.IdsAsync(context, query, person, LondonTime.Today(time), whole: true, cancel);
        if (ids.Count <= PageSize)
        {
            ids = await SearchQueries.IdsAsync(context, query, person, LondonTime.Today(time), whole: false, cancel);
        }

        var found = await ReadAsync([.. ids.Take(PageSize)], cancel);
        return new(await WithPlacesAsync(found, query, cancel), IsMore: ids.Count > PageSize);
    }

    private async Task<List<FoundCase>> ReadAsync(string[] ids, CancellationToken cancel)
    {
        var found = new Dictionary<string, FoundCase>(StringComparer.Ordinal);
        if (ids.Length > 0)
        {
            await foreach (var row in queries.Cases(context, ids).WithCancellation(cancel))
            {
                found.Add(row.Id, row);
                await rules.KnowAsync(row.CalendarId, row.CalendarEdition, cancel);
            }
        }

        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>Says where it is found, of each case that does not show it by itself.</summary>
    private async Task<List<FoundCase>> WithPlacesAsync(
        List<FoundCase> found,
        SearchQuery query,
        CancellationToken cancel
    )
    {
        string[] unclear = [.. found.Where(row => query.CountIn(Shown(row)) < query.Terms).Select(row => row.Id)];
        if (unclear.Length == 0)
        {
            return found;
        }

        var texts = await queries.Texts(context, unclear).ToListAsync(cancel);
        var best = unclear.ToDictionary(id => id, _ => (Count: 0, Text: (string?)null), StringComparer.Ordinal);
        var others = new List<SearchQueries.FoundText>();
        foreach (var one in texts.OrderBy(text => text.Sequence).Where(text => best[text.CaseId].Count < query.Terms))
        {
            if (!query.StandsIn(one.Text))
            {
                others.Add(one);
            }
            else if (query.CountIn(FoldedText.Of(one.Text)) is var count && count > best[one.CaseId].Count)
            {
                best[one.CaseId] = (count, one.Text);
            }
        }

        // To fold every text costs more than all the rest of a search, and is for what is written otherwise than typed.
        foreach (var one in others.Where(text => best[text.CaseId].Count == 0))
        {
            if (query.CountIn(FoldedText.Of(one.Text)) is > 0 and var count)
            {
                best[one.CaseId] = (count, one.Text);
            }
        }

        return [.. found.Select(row => row with { Elsewhere = best.GetValueOrDefault(row.Id).Text })];
    }

    private static FoldedText Shown(FoundCase row) =>
        FoldedText.Of($"{row.Reference}\n{row.Complainant}\n{row.Summary}");
}
