using System.Data.Common;
using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>
/// Seals history once a day. Not oftener: a seal tells when the cases in it were last changed, and of an anonymous one
/// nothing finer than the day may be kept.
/// </summary>
internal sealed class SealJob(JobRuns runs, Sealer sealer, TimeProvider time, ILogger<SealJob> log)
    : DailyJob("seal", runs, time, log)
{
    protected override Task WorkAsync(DbTransaction transaction, CaseRecorder recorder, CancellationToken cancel) =>
        sealer.SealAsync(transaction, recorder, cancel);
}
