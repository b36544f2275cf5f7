using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Procedures;
using Redress.Web.Data;

namespace Redress.Web.Cli;

/// <summary>The installation a verb works on, without the web application.</summary>
internal static class Installations
{
    /// <summary>Where it is.</summary>
    public static Installation Of(Arguments args)
    {
        var postgres = Environment.GetEnvironmentVariable("REDRESS_DATABASE");
        try
        {
            // Reads nothing but whether it is a connection string.
            _ = new DbConnectionStringBuilder { ConnectionString = postgres };
        }
        catch (ArgumentException)
        {
            throw new BadInputException("REDRESS_DATABASE: this is no connection string for PostgreSQL");
        }

        return Installation.At(args.DataFolder, postgres);
    }

    /// <summary>Its services, whatever state its database is in.</summary>
    public static ServiceProvider Services(Arguments args) =>
        new ServiceCollection().AddRedressData(Of(args)).BuildServiceProvider();

    /// <summary>The same, but an installation that does not exist yet is made. One that does is never migrated here.</summary>
    public static async Task<ServiceProvider> OpenOrCreateAsync(Arguments args)
    {
        await using var services = Services(args);
        await using var context = services.GetRequiredService<Database>().NewContext();
        if (!(await context.Database.GetAppliedMigrationsAsync()).Any())
        {
            await services.GetRequiredService<InstallationSetup>().MigrateAsync(CancellationToken.None);
        }

        return await OpenAsync(args);
    }

    /// <summary>Its services, once its database is known to be of this release. Migrates nothing.</summary>
    public static Task<ServiceProvider> OpenAsync(Arguments args) =>
        OpenAsync(args, setup => setup.OpenAsync(CancellationToken.None));

    /// <summary>The same for a verb that only looks: what is wrong in the landlord's procedure files does not stop it.</summary>
    public static Task<ServiceProvider> OpenToReadAsync(Arguments args, Terminal terminal) =>
        OpenAsync(
            args,
            async setup =>
            {
                if (await setup.OpenToReadAsync(CancellationToken.None) is { Count: > 0 } errors)
                {
                    terminal.Complain($"warning: {ProcedureError.Summary(errors)}. It was left out.");
                }
            }
        );

    private static async Task<ServiceProvider> OpenAsync(Arguments args, Func<InstallationSetup, Task> open)
    {
        var services = Services(args);
        try
        {
            await open(services.GetRequiredService<InstallationSetup>());
            return services;
        }
        catch (NotMigratedException notMigrated)
        {
            await services.DisposeAsync();
            throw new BadInputException($"--data: {args.DataFolder}: {notMigrated.Message}");
        }
    }
}
