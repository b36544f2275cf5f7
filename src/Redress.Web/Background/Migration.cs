using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>The database is made ready for this release before the first request is taken.</summary>
internal sealed class Migration(InstallationSetup setup) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => setup.MigrateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
