using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>
/// What a letter that waits promises or announces passes with its day, and nobody does anything for it to be so: each
/// morning those that can leave no more are marked.
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

    protected override async Task WorkAsync(DbTransaction transaction, CaseRecorder recorder, CancellationToken cancel)
    {
        await using var context = database.ContextIn(transaction);
        var ids = await context
            .CaseLetters.Where(row => Dated.Contains(row.Kind) && row.Failure != LetterFailure.CaseMovedOn)
            .Select(row => row.CaseId)
            .Distinct()
            .ToListAsync(cancel);
        var recording = new Recording();
        foreach (var file in await CaseQueries.OpenAsync(context, ids, cancel))
        {
            await rules.KnowAsync(file.Case.CalendarId, file.Case.CalendarEdition, cancel);
            var before = file.Case.Version;
            file.Record([], new Signature(Postman.Name, time.GetUtcNow().UtcDateTime), rules.Current);
            if (file.Case.Version > before)
            {
                file.SaveTo(recording);
            }
        }

        await recorder.WriteAsync([recording], cancel);
    }
}
