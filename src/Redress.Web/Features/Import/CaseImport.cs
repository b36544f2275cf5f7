using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Features.Import;

/// <summary>What is wrong with a row.</summary>
/// <param name="Row">Counted from 1, after the header.</param>
/// <param name="Line">Of the file.</param>
/// <param name="Field">The column.</param>
/// <param name="Message">What is wrong, and what to write instead.</param>
internal sealed record RefusedField(int Row, int Line, string Field, string Message);

/// <summary>What came of an import. Where rows were refused and not to be skipped, nothing was created or updated.</summary>
internal sealed record ImportedFile(
    int Read,
    int Created,
    int Updated,
    int Unchanged,
    IReadOnlyList<RefusedField> Refused
);

/// <summary>Brings in cases from another system's records, all in one transaction.</summary>
internal sealed class CaseImport(
    Database database,
    WriteGate gate,
    CaseQueries queries,
    RulesStore rules,
    StaffDirectory staff,
    TimeProvider time
)
{
    private const int ReferencesAtATime = 500;

    /// <param name="rows">The rows of the file.</param>
    /// <param name="skipBad">Whether the good rows are taken although others are refused.</param>
    /// <param name="dryRun">Whether nothing is written at all.</param>
    /// <param name="cancel">Stops it before anything is written.</param>
    public async Task<ImportedFile> RunAsync(
        IReadOnlyList<CsvLine> rows,
        bool skipBad,
        bool dryRun,
        CancellationToken cancel
    )
    {
        await using var context = database.NewContext();
        var run = new Run(rules.Current, await staff.ReceiverAsync(cancel), time.GetUtcNow());
        var ids = await IdsAsync(context, rows, cancel);
        foreach (var row in rows)
        {
            var reference = row.Cells.GetValueOrDefault("reference", "").Trim();
            if (!run.Files.ContainsKey(reference) && ids.TryGetValue(reference, out var id))
            {
                run.Files.Add(reference, await queries.OpenAsync(context, id, cancel));
            }

            run.Take(row, reference);
        }

        if (run.Refused.Count > 0 && !skipBad)
        {
            return new ImportedFile(rows.Count, 0, 0, run.Unchanged, run.Refused);
        }

        if (!dryRun)
        {
            await SaveAsync(run, cancel);
        }

        return new ImportedFile(rows.Count, run.Created, run.Updated, run.Unchanged, run.Refused);
    }

    private Task SaveAsync(Run run, CancellationToken cancel)
    {
        var recording = new Recording();
        foreach (var file in run.Changed)
        {
            file.SaveTo(recording);
        }

        return recording.Count == 0 ? Task.CompletedTask : gate.RecordAsync(recording, cancel);
    }

    private static async Task<Dictionary<string, string>> IdsAsync(
        RedressContext context,
        IReadOnlyList<CsvLine> rows,
        CancellationToken cancel
    )
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var references = rows.Select(row => row.Cells.GetValueOrDefault("reference", "").Trim());
        foreach (var some in references.Where(text => !text.Contains('\0')).Chunk(ReferencesAtATime))
        {
            var found = context.Cases.Where(row => some.Contains(row.Reference));
            foreach (var row in await found.Select(row => new { row.Reference, row.Id }).ToListAsync(cancel))
            {
                ids.TryAdd(row.Reference, row.Id);
            }
        }

        return ids;
    }

    /// <summary>One import as it goes from row to row.</summary>
    private sealed class Run(Rules rules, string? owner, DateTimeOffset now)
    {
        private readonly DateOnly today = LondonTime.Day(now.UtcDateTime);

        public Dictionary<string, CaseFile> Files { get; } = new(StringComparer.Ordinal);

        public HashSet<CaseFile> Changed { get; } = [];

        public List<RefusedField> Refused { get; } = [];

        public int Created { get; private set; }

        public int Updated { get; private set; }

        public int Unchanged { get; private set; }

        public void Take(CsvLine row, string reference)
        {
            var errors = Unreadable(row);
            var known = Files.GetValueOrDefault(reference);
            var imported =
                errors.Count > 0
                    ? new Imported([], errors)
                    : ImportedHistory.Decide(row.Cells, known?.Case, owner, rules, today);
            Refused.AddRange(
                imported.Errors.Select(error => new RefusedField(row.Row, row.Line, error.Field, error.Message))
            );
            if (imported.Errors.Count > 0)
            {
                return;
            }

            if (imported.Events.Count == 0)
            {
                Unchanged++;
                return;
            }

            var file = known ?? CaseFile.New(Ids.New(now));
            file.Record(imported.Events, new Signature(ImportedHistory.RecordedBy, now.UtcDateTime), rules);
            Files[reference] = file;
            Changed.Add(file);
            Created += known is null ? 1 : 0;
            Updated += known is null ? 0 : 1;
        }

        private static List<ImportError> Unreadable(CsvLine row)
        {
            var errors = row
                .Cells.Where(cell => cell.Value.Contains('\0'))
                .Select(cell => new ImportError(cell.Key, "It holds a NUL character, which is no text. Remove it."))
                .ToList();
            if (row.ExtraCells > 0)
            {
                errors.Add(
                    new ImportError("row", $"It has {row.ExtraCells} more cells than the first line names columns.")
                );
            }

            return errors;
        }
    }
}
