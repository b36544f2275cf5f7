using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// Takes away what is held of people in a case, with the event that says so: every word, every name and address, every file.
/// History keeps the hashes of the words without their salts, so that it can be checked and nothing can be guessed.
/// </summary>
public sealed class Erasing(Database database, FileSweep sweep)
{
    /// <summary>Of each table that holds something of people in a case: what becomes of it. Worked-out rows go with the case's.</summary>
    private static readonly string[] Statements =
    [
        """
            UPDATE case_people SET name = '', email = NULL, phone = NULL, address = NULL, postcode = NULL,
                has_hidden_email = FALSE, has_hidden_address = FALSE
            WHERE case_id = $1
            """,
        "DELETE FROM case_identities WHERE case_id = $1",
        "DELETE FROM case_access WHERE case_id = $1",
        "DELETE FROM letter_drafts WHERE case_id = $1",
        """
            DELETE FROM statement_texts WHERE request_id IN (SELECT request_id FROM case_statements WHERE case_id = $1)
            """,
        """
            DELETE FROM statement_drafts WHERE request_id IN (SELECT request_id FROM case_statements WHERE case_id = $1)
            """,
        "UPDATE outgoing_mail SET address = NULL, name = NULL, last_error = NULL WHERE case_id = $1",
        "DELETE FROM staff_mail WHERE case_id = $1",
        "DELETE FROM file_uses WHERE used_by = $1",
    ];

    /// <summary>Whether any of it erases a case.</summary>
    internal static bool Any(IEnumerable<CaseAct> acts) => acts.Any(Erases);

    /// <summary>Erases, in the transaction that keeps the event.</summary>
    /// <returns>The hashes of the files that the cases used.</returns>
    internal static async Task<IReadOnlyList<string>> RunAsync(
        DbTransaction transaction,
        IEnumerable<CaseAct> acts,
        CancellationToken cancel
    )
    {
        var files = new List<string>();
        foreach (var file in acts.Where(Erases).Select(act => act.File))
        {
            var id = file.Case.Id;
            files.AddRange(await FilesOfAsync(transaction, id, cancel));
            await transaction.ExecuteAsync(
                "UPDATE words SET text = NULL, salt = '', erased_at = $2 WHERE stream_id = $1 AND text IS NOT NULL",
                cancel,
                id,
                file.Case.History[^1].RecordedAt
            );
            foreach (var statement in Statements)
            {
                await transaction.ExecuteAsync(statement, cancel, id);
            }
        }

        return files;
    }

    /// <summary>What can only be done once the event is kept: the files go, and nothing is left in the log beside the database.</summary>
    internal async Task FinishAsync(IReadOnlyList<string> files, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var used = await context
            .FileUses.Where(use => files.Contains(use.Hash))
            .Select(use => use.Hash)
            .ToListAsync(cancel);
        sweep.TakeAway(files.Except(used));
        await EmptyLogAsync(cancel);
    }

    /// <summary>
    /// On SQLite, copies the log of what was written into the database and empties it: what was erased still stands in it.
    /// Where somebody reads just then it is left for the next time, at the latest that of the nightly sweep.
    /// </summary>
    internal async Task EmptyLogAsync(CancellationToken cancel)
    {
        if (!database.IsSqlite)
        {
            return;
        }

        await database.Turn.WaitAsync(cancel);
        try
        {
            await using var connection = await database.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync(cancel);
        }
        finally
        {
            database.Turn.Release();
        }
    }

    private static async Task<IReadOnlyList<string>> FilesOfAsync(
        DbTransaction transaction,
        string caseId,
        CancellationToken cancel
    )
    {
        var files = new List<string>();
        await using var command = transaction.Command("SELECT hash FROM file_uses WHERE used_by = $1", caseId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            files.Add(reader.GetString(0));
        }

        return files;
    }

    private static bool Erases(CaseAct act) => act.Events.Any(happened => happened is Erased);
}
