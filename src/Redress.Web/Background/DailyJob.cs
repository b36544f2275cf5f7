using System.Data.Common;
using Redress.Core.Calendar;
using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>Something done once a day by one node, and tried again after ten minutes where it failed.</summary>
internal abstract class DailyJob(string name, JobRuns runs, TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);

    protected DateOnly Today => LondonTime.Today(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "The daily job {Job} failed; it is tried again in ten minutes.", name);
            }
        }
    }

    internal Task RunAsync(CancellationToken cancel) =>
        runs.RunAsync(
            name,
            LondonTime.Utc(Today, TimeOnly.MinValue),
            (transaction, recorder) => WorkAsync(transaction, recorder, cancel),
            cancel
        );

    /// <summary>The work, in the transaction that claims the day.</summary>
    protected abstract Task WorkAsync(DbTransaction transaction, CaseRecorder recorder, CancellationToken cancel);
}
