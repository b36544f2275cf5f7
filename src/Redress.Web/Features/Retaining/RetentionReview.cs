using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;

namespace Redress.Web.Features.Retaining;

/// <summary>Cases of one kind, by what is to become of them.</summary>
/// <param name="Retention">The kind, and for how many years it is kept.</param>
/// <param name="Over">Closed, and past those years; nobody has proposed anything yet.</param>
/// <param name="Held">Held, past those years or not.</param>
/// <param name="Waiting">Proposed to be erased.</param>
/// <param name="Erased">Erased.</param>
public sealed record RetentionCount(Retention Retention, int Over, int Held, int Waiting, int Erased);

/// <summary>What became of one case of a list.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Refusal">Why nothing did; none where it was done.</param>
public sealed record Reviewed(string Reference, CannotErase? Refusal);

/// <summary>The cases whose years are over, and what two people do about them, many at a time.</summary>
public sealed class RetentionReview(
    RedressContext context,
    Database database,
    CaseDesk desk,
    RulesStore rules,
    TimeProvider time
)
{
    /// <summary>How many are looked at together.</summary>
    public const int PageLength = 50;

    private DateOnly Today => LondonTime.Today(time);

    /// <summary>How many there are of every kind, whoever may see which: a number shows nobody's case.</summary>
    public async Task<IReadOnlyList<RetentionCount>> CountAsync(CancellationToken cancel)
    {
        await using var all = database.NewContext();
        var over = await Over(all.Cases)
            .GroupBy(row => row.Kind)
            .Select(kind => new { kind.Key, Count = kind.Count() })
            .ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancel);
        var kept = await all
            .Cases.Where(row => row.Keeping != null)
            .GroupBy(row => new { row.Kind, row.Keeping })
            .Select(kind => new
            {
                kind.Key.Kind,
                Keeping = kind.Key.Keeping!.Value,
                Count = kind.Count(),
            })
            .ToDictionaryAsync(kind => (kind.Kind, kind.Keeping), kind => kind.Count, cancel);
        return
        [
            .. Enum.GetValues<CaseKind>()
                .Select(kind => new RetentionCount(
                    rules.Current.RetentionOf(kind),
                    over.GetValueOrDefault(kind),
                    kept.GetValueOrDefault((kind, Keeping.Held)),
                    kept.GetValueOrDefault((kind, Keeping.ToBeErased)),
                    kept.GetValueOrDefault((kind, Keeping.Erased))
                )),
        ];
    }

    /// <summary>A page of those whose years are over and about which nothing was proposed, the first closed first.</summary>
    public async Task<IReadOnlyList<CaseRow>> OverAsync(int page, CancellationToken cancel) =>
        await PageOf(Over(context.Cases), page).ToListAsync(cancel);

    /// <summary>A page of those that wait for a second person.</summary>
    public async Task<IReadOnlyList<CaseRow>> WaitingAsync(int page, CancellationToken cancel) =>
        await PageOf(context.Cases.Where(row => row.Keeping == Keeping.ToBeErased), page).ToListAsync(cancel);

    /// <summary>Proposes to erase these, so far as that can be.</summary>
    /// <inheritdoc cref="RecordAsync"/>
    public Task<IReadOnlyList<Reviewed>> ProposeAsync(string[] references, Once once, CancellationToken cancel) =>
        RecordAsync(
            references,
            of => Erasure.Propose(of, ErasureGround.RetentionEnded, desk.Rules, desk.Today),
            once,
            cancel
        );

    /// <summary>Agrees to erase these, so far as that can be.</summary>
    /// <inheritdoc cref="RecordAsync"/>
    public Task<IReadOnlyList<Reviewed>> AgreeAsync(string[] references, Once once, CancellationToken cancel) =>
        RecordAsync(references, of => Erasure.Agree(of, desk.Person.Id, desk.Rules, desk.Today), once, cancel);

    /// <returns>What became of each of them, in the order they were closed.</returns>
    /// <inheritdoc cref="CaseDesk.RecordAsync(IReadOnlyList{CaseAct}, Once?, IEnumerable{object}?, CancellationToken)"/>
    private async Task<IReadOnlyList<Reviewed>> RecordAsync(
        string[] references,
        Func<Case, Decision<CannotErase>> decide,
        Once once,
        CancellationToken cancel
    )
    {
        if (await desk.AnsweredAsync(once.Key, cancel) is not null)
        {
            throw new AlreadyDoneException();
        }

        var files = await desk.FindAllAsync(row => references.Contains(row.Reference), Purpose.Act, cancel);
        var decided = files
            .OrderBy(file => file.Case.ClosedOn)
            .ThenBy(file => file.Case.Id, StringComparer.Ordinal)
            .Select(file => (File: file, Decision: decide(file.Case)))
            .ToList();
        var acts = decided
            .Where(one => one.Decision.Refusal is null)
            .Select(one => new CaseAct(one.File, one.Decision.Events))
            .ToList();
        if (acts.Count > 0)
        {
            await desk.RecordAsync(acts, once, with: null, cancel);
        }

        return [.. decided.Select(one => new Reviewed(one.File.Case.Reference, one.Decision.Refusal))];
    }

    /// <summary>Closed so long ago that the years for their kind are over, as <see cref="Erasure.Fault"/> then finds too.</summary>
    private IQueryable<CaseRow> Over(IQueryable<CaseRow> cases) =>
        Enum.GetValues<CaseKind>()
            .GroupBy(kind => rules.Current.RetentionOf(kind).Years)
            .Select(kinds =>
            {
                var (those, before) = (kinds.ToList(), Today.AddYears(-kinds.Key));
                return cases.Where(row => row.Keeping == null && those.Contains(row.Kind) && row.ClosedOn < before);
            })
            .Aggregate(Queryable.Concat);

    private static IQueryable<CaseRow> PageOf(IQueryable<CaseRow> cases, int page) =>
        cases
            .AsNoTracking()
            .OrderBy(row => row.ClosedOn)
            .ThenBy(row => row.Id)
            .Skip((page - 1) * PageLength)
            .Take(PageLength + 1);
}
