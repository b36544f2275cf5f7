using System.Data.Common;
using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>
/// What residents began to write and did not send is kept for a week, and so is the code of what they sent; that wrong codes
/// were tried is kept for a day.
/// </summary>
internal sealed class OldDraftsJob(JobRuns runs, TimeProvider time, ILogger<OldDraftsJob> log)
    : DailyJob("old_drafts", runs, time, log)
{
    private const int DaysKept = 7;

    /// <summary>Their files are used by nothing then, and go with the next sweep.</summary>
    private const string DeleteUses = """
        DELETE FROM file_uses WHERE used_by IN (SELECT id FROM drafts WHERE saved_on < $1)
        """;

    protected override async Task WorkAsync(DbTransaction transaction, CaseRecorder recorder, CancellationToken cancel)
    {
        var kept = Today.AddDays(-DaysKept);
        await transaction.ExecuteAsync(DeleteUses, cancel, kept);
        await transaction.ExecuteAsync("DELETE FROM code_tries WHERE on_day < $1", cancel, Today.AddDays(-1));
        await transaction.ExecuteAsync("DELETE FROM drafts WHERE saved_on < $1", cancel, kept);
    }
}
