using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>
/// Each morning the record says of whom nothing came in their three working days, and what is asked of somebody whose account
/// was disabled is withdrawn. Nothing waits for either.
/// </summary>
internal sealed class PassedStatementsJob(
    Database database,
    RulesStore rules,
    JobRuns runs,
    TimeProvider time,
    ILogger<PassedStatementsJob> log
) : DailyJob("passed_statements", runs, time, log)
{
    private readonly TimeProvider time = time;
    private readonly ILogger log = log;

    protected override async Task WorkAsync(DbTransaction transaction, CaseRecorder recorder, CancellationToken cancel)
    {
        await using var context = database.ContextIn(transaction);
        var disabled = await context
            .Users.Where(person => person.DisabledAt != null)
            .Where(person => context.CaseStatements.Any(row => row.PersonId == person.Id && row.IsOpen))
            .Select(person => person.Id)
            .ToListAsync(cancel);
        var ids = await context
            .CaseStatements.Where(row => row.IsOpen)
            .Where(row =>
                disabled.Contains(row.PersonId) || (row.State == StatementState.Awaited && row.AnswerBy < Today)
            )
            .Select(row => row.CaseId)
            .Distinct()
            .ToListAsync(cancel);
        var recording = new Recording();
        foreach (var id in ids)
        {
            try
            {
                await LookAsync(context, id, disabled, recording, cancel);
            }
            catch (Exception damaged) when (damaged is InvalidOperationException or FormatException or JsonException)
            {
                log.LogError(damaged, "The statements of case {Case} were left: its history is damaged.", id);
            }
        }

        await recorder.WriteAsync([recording], cancel);
    }

    private async Task LookAsync(
        RedressContext context,
        string id,
        IReadOnlyList<string> disabled,
        Recording recording,
        CancellationToken cancel
    )
    {
        var file = (await CaseQueries.OpenAsync(context, [id], cancel)).Single();
        await rules.KnowAsync(file.Case.CalendarId, file.Case.CalendarEdition, cancel);
        CaseEvent[] withdrawn =
        [
            .. disabled.SelectMany(who =>
                Statements.WithdrawnOf(file.Case, who, StatementWithdrawal.AccountDisabled, Today)
            ),
        ];
        Record(file, withdrawn);
        Record(file, [.. Statements.Passed(file.Case, Today)]);
        file.SaveTo(recording);
    }

    private void Record(CaseFile file, CaseEvent[] events)
    {
        if (events.Length > 0)
        {
            file.Record(events, new Signature(Postman.Name, time.GetUtcNow().UtcDateTime), rules.Current);
        }
    }
}
