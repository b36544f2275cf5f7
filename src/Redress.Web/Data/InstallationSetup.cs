using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;

namespace Redress.Web.Data;

/// <summary>Makes the database ready for this release.</summary>
public sealed class InstallationSetup(
    Installation installation,
    Database database,
    CalendarStore calendars,
    RulesStore rules,
    LandlordStore landlord,
    TimeProvider time
)
{
    /// <summary>Migrates, adds what this release ships, and reads the rules. Only <c>serve</c> and <c>migrate</c> do this.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(installation.Folder);
        await using (var context = database.NewContext())
        {
            // Asked first, because to migrate from nothing to nothing compares two whole models.
            if ((await context.Database.GetPendingMigrationsAsync(cancel)).Any())
            {
                await context.Database.MigrateAsync(cancel);
            }
        }

        var signature = new Signature("redress", time.GetUtcNow().UtcDateTime);
        await calendars.AddShippedAsync(ShippedCalendars.All, signature, cancel);
        await rules.ReadAsync(cancel);
        await landlord.ReadAsync(cancel);
    }

    /// <summary>Reads the rules of a database that is there, and says so where it is not, or is not of this release.</summary>
    /// <exception cref="NotMigratedException">There is no database, or it must be migrated first.</exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        await using var context = database.NewContext();
        if ((await context.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            throw new NotMigratedException();
        }

        await rules.ReadAsync(cancel);
        await landlord.ReadAsync(cancel);
    }
}

/// <summary>The database is not that of this release, or there is none.</summary>
public sealed class NotMigratedException()
    : Exception("There is no database of this release here: run `redress migrate` first, or start the server once.");
