using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>The queries every act makes, compiled once for the installation's database.</summary>
public sealed class CaseQueries
{
    private readonly Func<RedressContext, string, IAsyncEnumerable<HistoryRow>> history = EF.CompileAsyncQuery<
        RedressContext,
        string,
        HistoryRow
    >(
        (context, id) =>
            context
                .History.AsNoTracking()
                .Where(row => row.Stream == Streams.Case && row.StreamId == id)
                .OrderBy(row => row.Sequence)
    );

    private readonly Func<RedressContext, string, IAsyncEnumerable<DutyRow>> duties = EF.CompileAsyncQuery<
        RedressContext,
        string,
        DutyRow
    >((context, id) => context.Duties.AsNoTracking().Where(row => row.CaseId == id));

    private readonly Func<RedressContext, string, CancellationToken, Task<string?>> words = EF.CompileAsyncQuery(
        (RedressContext context, string id, CancellationToken _) =>
            context.CaseSearch.Where(row => row.CaseId == id).Select(row => row.Words).FirstOrDefault()
    );

    private readonly Func<RedressContext, string, string, CancellationToken, Task<Once?>> answered =
        EF.CompileAsyncQuery(
            (RedressContext context, string actor, string key, CancellationToken _) =>
                context
                    .IdempotencyKeys.Where(row => row.Actor == actor && row.Key == key)
                    .Select(row => new Once(row.Key, row.Location, row.Fingerprint, row.Status))
                    .FirstOrDefault()
        );

    /// <summary>The answer somebody's request of that key got before; none where it is new.</summary>
    public Task<Once?> AnsweredAsync(RedressContext context, string actor, string key, CancellationToken cancel) =>
        answered(context, actor, key, cancel);

    private readonly Func<RedressContext, string, string, CancellationToken, Task<string?>> idOf = EF.CompileAsyncQuery(
        (RedressContext context, string typed, string read, CancellationToken _) =>
            context
                .Cases.Where(row => row.Reference == typed || row.Reference == read || row.Id == typed)
                .OrderByDescending(row => row.Reference == typed)
                .Select(row => row.Id)
                .FirstOrDefault()
    );

    /// <summary>
    /// The id of the case of that reference or id, whoever asks; none where there is none. A reference just as it was typed
    /// goes before one that it may have been meant for: those of imported cases look like anything.
    /// </summary>
    public Task<string?> IdOfAsync(RedressContext context, string typed, CancellationToken cancel) =>
        idOf(context, typed, CaseReference.Read(typed) ?? typed, cancel);

    private readonly Func<RedressContext, string, string, CancellationToken, Task<string?>> referenceOf =
        EF.CompileAsyncQuery(
            (RedressContext context, string typed, string read, CancellationToken _) =>
                context
                    .Cases.Where(row => row.Reference == typed || row.Reference == read)
                    .OrderByDescending(row => row.Reference == typed)
                    .Select(row => row.Reference)
                    .FirstOrDefault()
        );

    /// <summary>The reference that was typed, as the case has it, whoever asks; none where it is of no case.</summary>
    public Task<string?> ReferenceOfAsync(RedressContext context, string typed, CancellationToken cancel) =>
        referenceOf(context, typed, CaseReference.Read(typed) ?? typed, cancel);

    /// <summary>The case as its history makes it, to be read only. One query.</summary>
    public async Task<Case> ReadAsync(RedressContext context, string id, CancellationToken cancel) =>
        (await FoldAsync(context, id, cancel)).Case;

    /// <summary>
    /// The case as its history makes it, with the end of its chain, its duties and what it is found by. Three queries.
    /// </summary>
    public async Task<CaseFile> OpenAsync(RedressContext context, string id, CancellationToken cancel)
    {
        var (opened, head) = await FoldAsync(context, id, cancel);

        var known = new List<DutyRow>();
        await foreach (var row in duties(context, id).WithCancellation(cancel))
        {
            known.Add(row);
        }

        return CaseFile.Open(opened, head, known, await words(context, id, cancel) ?? "");
    }

    private async Task<(Case Case, string Head)> FoldAsync(RedressContext context, string id, CancellationToken cancel)
    {
        var opened = new Case(id);
        var head = "";
        await foreach (var row in history(context, id).WithCancellation(cancel))
        {
            opened.Apply(row.Recorded());
            head = row.Hash;
        }

        return (opened, head);
    }

    /// <summary>Several cases at once, for work that goes through many. Three queries.</summary>
    public static async Task<IReadOnlyList<CaseFile>> OpenAsync(
        RedressContext context,
        IReadOnlyCollection<string> ids,
        CancellationToken cancel
    )
    {
        var rowsFound = await context
            .History.AsNoTracking()
            .Where(row => row.Stream == Streams.Case && ids.Contains(row.StreamId))
            .OrderBy(row => row.StreamId)
            .ThenBy(row => row.Sequence)
            .ToListAsync(cancel);
        var dutiesFound = await context
            .Duties.AsNoTracking()
            .Where(row => ids.Contains(row.CaseId))
            .ToListAsync(cancel);
        var dutiesOf = dutiesFound.ToLookup(row => row.CaseId, StringComparer.Ordinal);
        var wordsFound = await context
            .CaseSearch.AsNoTracking()
            .Where(row => ids.Contains(row.CaseId))
            .ToDictionaryAsync(row => row.CaseId, row => row.Words, cancel);
        return
        [
            .. rowsFound
                .GroupBy(row => row.StreamId)
                .Select(rows =>
                    CaseFile.Open(
                        Case.Fold(rows.Key, rows.Select(row => row.Recorded())),
                        rows.Last().Hash,
                        [.. dutiesOf[rows.Key]],
                        wordsFound.GetValueOrDefault(rows.Key, "")
                    )
                ),
        ];
    }
}
