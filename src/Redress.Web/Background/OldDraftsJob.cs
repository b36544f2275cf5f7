using System.Data.Common;
using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>What residents began to write and did not send is kept for a week, and so is the code of what they sent.</summary>
internal sealed class OldDraftsJob(JobRuns runs, TimeProvider time, ILogger<OldDraftsJob> log)
    : DailyJob("old_drafts", runs, time, log)
{
    private const int DaysKept = 7;

    protected override Task WorkAsync(DbTransaction transaction, CaseRecorder recorder, CancellationToken cancel) =>
        transaction.ExecuteAsync("DELETE FROM drafts WHERE saved_on < $1", cancel, Today.AddDays(-DaysKept));
}
