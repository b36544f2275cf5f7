using Redress.Core.Calendar;
using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>
/// Seals history once a day. Not oftener: a seal tells when the cases in it were last changed, and of an anonymous one
/// nothing finer than the day may be kept.
/// </summary>
internal sealed class SealJob(JobRuns runs, Sealer sealer, TimeProvider time, ILogger<SealJob> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);

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
                log.LogError(failed, "History could not be sealed; it is tried again in ten minutes.");
            }
        }
    }

    internal async Task RunAsync(CancellationToken cancel)
    {
        var today = LondonTime.Utc(LondonTime.Today(time), TimeOnly.MinValue);
        await runs.RunAsync(
            "seal",
            today,
            async (transaction, recorder) => _ = await sealer.SealAsync(transaction, recorder, cancel),
            cancel
        );
    }
}
