using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>The database is made ready for this release before the first request is taken.</summary>
internal sealed class Migration(InstallationSetup setup, ProcedureLog procedures, ILogger<Migration> log)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await setup.MigrateAsync(cancellationToken);
        foreach (var id in await procedures.ChangedAsync(cancellationToken))
        {
            log.LogWarning("The file of procedure {Id} does not say what it said when it was first read.", id);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
