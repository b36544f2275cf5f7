namespace Redress.Web.Background;

/// <summary>Has letters, and what the staff is told, mailed within seconds of being written. Every node does; none is mailed by two.</summary>
internal sealed class MailJob(
    Postman postman,
    StaffPostman staffPostman,
    Data.Outbox outbox,
    TimeProvider time,
    ILogger<MailJob> log
) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!outbox.CanMail)
        {
            return;
        }

        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await postman.RunAsync(stoppingToken);
                await staffPostman.RunAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "Mail could not be handed over; it is tried again.");
            }
        }
    }
}
