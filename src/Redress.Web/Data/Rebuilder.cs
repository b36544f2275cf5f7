using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>What a rebuild found.</summary>
/// <param name="Cases">Cases folded again.</param>
/// <param name="Changed">Rows that were not what history makes of them.</param>
public sealed record Rebuilt(int Cases, int Changed);

/// <summary>
/// Folds every case again and puts right whatever was worked out from history and is not what history makes of it: after
/// an upgrade that reads events differently, or to show that nothing drifted.
/// </summary>
public sealed class Rebuilder(Database database, WriteGate gate, RulesStore rules, Identities identities)
{
    private const int CasesAtATime = 200;

    /// <summary>Rewrites what differs.</summary>
    public Task<Rebuilt> RebuildAsync(CancellationToken cancel) => RunAsync(write: true, cancel);

    /// <summary>Only counts what differs.</summary>
    public Task<Rebuilt> CompareAsync(CancellationToken cancel) => RunAsync(write: false, cancel);

    private async Task<Rebuilt> RunAsync(bool write, CancellationToken cancel)
    {
        await using (var context = database.NewContext())
        {
            if (await context.CaseIdentities.AnyAsync(cancel))
            {
                identities.FetchKeys();
            }
        }

        var done = new Rebuilt(0, 0);
        var last = "";
        while (true)
        {
            var range = await NextAsync(last, cancel);
            if (range.Count == 0)
            {
                return done;
            }

            last = range[^1];
            var changes = await gate.RunAsync(
                async (transaction, recorder) =>
                {
                    var changes = await ChangesAsync(range[0], last, transaction, cancel);
                    if (write)
                    {
                        await recorder.WriteAsync([changes], cancel);
                    }

                    return changes.Count;
                },
                cancel
            );
            done = new Rebuilt(done.Cases + range.Count, done.Changed + changes);
        }
    }

    private async Task<List<string>> NextAsync(string after, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await context
            .History.Where(row => row.Stream == Streams.Case && row.Sequence == 1)
            .Where(row => string.Compare(row.StreamId, after) > 0)
            .OrderBy(row => row.StreamId)
            .Select(row => row.StreamId)
            .Take(CasesAtATime)
            .ToListAsync(cancel);
    }

    private async Task<Recording> ChangesAsync(
        string first,
        string last,
        DbTransaction transaction,
        CancellationToken cancel
    )
    {
        if (!database.IsSqlite)
        {
            // Acts on these cases wait until they are rebuilt.
            const string HoldOff = "SELECT id FROM cases WHERE id BETWEEN $1 AND $2 FOR UPDATE";
            await transaction.ExecuteAsync(HoldOff, cancel, first, last);
        }

        await using var context = database.ContextIn(transaction);
        var stored = await StoredCases.ReadAsync(context, first, last, cancel);
        var history = await context
            .History.AsNoTracking()
            .Where(row => row.Stream == Streams.Case)
            .Where(row => string.Compare(row.StreamId, first) >= 0 && string.Compare(row.StreamId, last) <= 0)
            .OrderBy(row => row.StreamId)
            .ThenBy(row => row.Sequence)
            .ToListAsync(cancel);

        var changes = new Recording();
        foreach (var rows in history.GroupBy(row => row.StreamId))
        {
            Replay(rows, stored, changes);
        }

        return changes;
    }

    private void Replay(IGrouping<string, HistoryRow> history, StoredCases stored, Recording changes)
    {
        var replayed = new Case(history.Key);
        var duties = new DutyLedger([]);
        foreach (var row in history)
        {
            var recorded = row.Recorded();
            replayed.Apply(recorded);
            duties.Enter(recorded, replayed, rules.Current);
        }

        StoredRows.Of(replayed, duties.Current).Rebuilt().WriteChanges(stored.Of(history.Key), changes);
        StoredRows.WriteChanges(
            stored.VersionsOf(history.Key),
            duties.Superseded,
            (one, other) => DutyLedger.IsSame(one, other) && one.KnownFrom == other.KnownFrom,
            changes
        );
        ReplaySearch(stored.SearchFor(replayed, identities), stored.SearchOf(history.Key), changes);
    }

    private static void ReplaySearch(CaseSearchRow now, List<CaseSearchRow> before, Recording changes)
    {
        if (before is [var known] && CaseSearch.IsSame(known, now))
        {
            return;
        }

        before.ForEach(changes.Delete);
        changes.Insert(now);
    }
}
