using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>A calendar or a setting may be changed by another node or by the command line; this one then hears of it.</summary>
internal sealed class RulesRefresh(
    RulesStore rules,
    LandlordStore landlord,
    TimeProvider time,
    ILogger<RulesRefresh> log
) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await rules.ReadIfChangedAsync(stoppingToken);
                await landlord.ReadAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "The rules could not be read again; those read before go on.");
            }
        }
    }
}
