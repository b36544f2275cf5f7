using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>Has it written who looked at what, every second and once more at the end.</summary>
internal sealed class ReadingsJob(Readings readings, TimeProvider time, ILogger<ReadingsJob> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await WriteAsync(stoppingToken);
            }
        }
        finally
        {
            await WriteAsync(CancellationToken.None);
        }
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        try
        {
            await readings.WriteAsync(cancel);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // The host is going; what waits is written as it stops.
        }
        catch (Exception failed)
        {
            log.LogError(failed, "Who looked at which case could not be written; it is tried again.");
        }
    }
}
