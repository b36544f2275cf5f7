using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Web.Data;

namespace Redress.Web.Features.Export;

/// <summary>Everything the installation holds about one case.</summary>
/// <param name="Case">The case as its history makes it.</param>
/// <param name="History">Its rows, as stored.</param>
/// <param name="Words">What people wrote, with the salts by which history can be held to it.</param>
/// <param name="People">Who is in it.</param>
/// <param name="Staff">The names of those who recorded it, by id.</param>
/// <param name="Duties">Every duty, as it stands on the day of the export.</param>
/// <param name="Clocks">What the duties are worked out from.</param>
internal sealed record ExportedCase(
    Case Case,
    IReadOnlyList<HistoryRow> History,
    IReadOnlyList<WordsRow> Words,
    IReadOnlyList<CasePersonRow> People,
    IReadOnlyDictionary<string, string> Staff,
    IReadOnlyList<DutyClock> Duties,
    ClockHistory Clocks
)
{
    /// <summary>The sequence of the first row whose hash is not what it must be; none where the chain holds.</summary>
    public int? FirstAltered { get; } = Altered(History);

    /// <summary>The case of that reference, or none.</summary>
    public static async Task<ExportedCase?> FindAsync(
        RedressContext context,
        string reference,
        Rules rules,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var id = await context
            .Cases.Where(row => row.Reference == reference || row.Reference == CaseReference.Read(reference))
            .OrderByDescending(row => row.Reference == reference)
            .Select(row => row.Id)
            .FirstOrDefaultAsync(cancel);
        if (id is null)
        {
            return null;
        }

        var history = await context
            .History.AsNoTracking()
            .Where(row => row.Stream == Streams.Case && row.StreamId == id)
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancel);
        var words = await context.Words.AsNoTracking().Where(row => row.StreamId == id).ToListAsync(cancel);
        var people = await context.CasePeople.AsNoTracking().Where(row => row.CaseId == id).ToListAsync(cancel);
        var folded = Case.Fold(id, history.Select(row => row.Recorded()));
        var who = history.Select(row => row.Who).Concat(folded.Stages.Select(stage => stage.Handler ?? ""));
        var staff = await context
            .Users.Where(person => who.Distinct().Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, StringComparer.Ordinal, cancel);
        return new ExportedCase(
            folded,
            history,
            [.. words.OrderBy(row => row.Sequence).ThenBy(row => row.Id, StringComparer.Ordinal)],
            people,
            staff,
            CaseClocks.Of(folded, rules, today),
            CaseClocks.HistoryOf(folded, rules)
        );
    }

    private static int? Altered(IReadOnlyList<HistoryRow> history)
    {
        string? previous = null;
        foreach (var row in history)
        {
            if (HistoryChain.HashOf(row, previous) != row.Hash)
            {
                return row.Sequence;
            }

            previous = row.Hash;
        }

        return null;
    }
}
