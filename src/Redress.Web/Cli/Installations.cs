using Redress.Web.Data;

namespace Redress.Web.Cli;

/// <summary>The installation a verb works on, without the web application.</summary>
internal static class Installations
{
    /// <summary>Its services, whatever state its database is in.</summary>
    public static ServiceProvider Services(Arguments args) =>
        new ServiceCollection()
            .AddRedressData(Installation.At(args.DataFolder, Environment.GetEnvironmentVariable("REDRESS_DATABASE")))
            .BuildServiceProvider();

    /// <summary>Its services, once its database is known to be of this release. Migrates nothing.</summary>
    public static async Task<ServiceProvider> OpenAsync(Arguments args)
    {
        var services = Services(args);
        try
        {
            await services.GetRequiredService<InstallationSetup>().OpenAsync(CancellationToken.None);
            return services;
        }
        catch (NotMigratedException notMigrated)
        {
            await services.DisposeAsync();
            throw new BadInputException($"--data: {args.DataFolder}: {notMigrated.Message}");
        }
    }
}
