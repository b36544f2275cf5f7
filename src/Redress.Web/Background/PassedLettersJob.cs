using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>
/// What a letter that waits promises or announces passes with its day, as authority does of whoever acts for a resident, and
/// nobody does anything for it to be so: each morning those that can leave no more are marked. A case whose history is damaged keeps no other's letters waiting.
/// </summary>
internal sealed class PassedLettersJob(
    Database database,
    RulesStore rules,
    JobRuns runs,
    TimeProvider time,
    ILogger<PassedLettersJob> log
) : DailyJob("passed_letters", runs, time, log)
{
    private static readonly MessageKind[] Dated =
    [
        MessageKind.Extension,
        MessageKind.HoldingLetter,
        MessageKind.HearingNotice,
    ];

    private readonly TimeProvider time = time;
    private readonly ILogger log = log;

    protected override async Task WorkAsync(DbTransaction transaction, CaseRecorder recorder, CancellationToken cancel)
    {
        await using var context = database.ContextIn(transaction);
        var ids = await context
            .CaseLetters.Where(row =>
                row.Failure != LetterFailure.CaseMovedOn
                && row.Failure != LetterFailure.NoAuthority
                && (
                    Dated.Contains(row.Kind)
                    || context.CaseAuthorities.Any(one => one.CaseId == row.CaseId && one.UntilOn != null)
                )
            )
            .Select(row => row.CaseId)
            .Distinct()
            .ToListAsync(cancel);
        var recording = new Recording();
        foreach (var id in ids)
        {
            try
            {
                await LookAsync(context, id, recording, cancel);
            }
            catch (Exception damaged) when (damaged is InvalidOperationException or FormatException or JsonException)
            {
                log.LogError(damaged, "The letters of case {Case} were left: its history is damaged.", id);
            }
        }

        await recorder.WriteAsync([recording], cancel);
    }

    private async Task LookAsync(RedressContext context, string id, Recording recording, CancellationToken cancel)
    {
        var file = (await CaseQueries.OpenAsync(context, [id], cancel)).Single();
        await rules.KnowAsync(file.Case.CalendarId, file.Case.CalendarEdition, cancel);
        var before = file.Case.Version;
        file.Record([], new Signature(Postman.Name, time.GetUtcNow().UtcDateTime), rules.Current);
        if (file.Case.Version > before)
        {
            file.SaveTo(recording);
        }
    }
}
