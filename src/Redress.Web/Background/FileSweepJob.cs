using System.Data.Common;
using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>Files that nothing uses are taken away.</summary>
internal sealed class FileSweepJob(FileSweep sweep, JobRuns runs, TimeProvider time, ILogger<FileSweepJob> log)
    : DailyJob("file_sweep", runs, time, log)
{
    protected override Task WorkAsync(DbTransaction transaction, CaseRecorder recorder, CancellationToken cancel) =>
        sweep.RunAsync(transaction, cancel);
}
