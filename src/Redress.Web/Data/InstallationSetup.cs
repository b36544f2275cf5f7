using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Web.Data;

/// <summary>Makes the database ready for this release.</summary>
public sealed class InstallationSetup(
    Installation installation,
    Database database,
    CalendarStore calendars,
    ProcedureLog procedures,
    RulesStore rules,
    LandlordStore landlord,
    Rebuilder rebuilder,
    TimeProvider time
)
{
    /// <summary>Migrates, adds what this release ships, and reads the rules. Only <c>serve</c> and <c>migrate</c> do this.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        UnfinishedRestore.Refuse(installation);
        Directory.CreateDirectory(installation.Folder);
        var upgraded = false;
        await using (var context = database.NewContext())
        {
            // Asked first, because to migrate from nothing to nothing compares two whole models.
            if ((await context.Database.GetPendingMigrationsAsync(cancel)).Any())
            {
                upgraded = (await context.Database.GetAppliedMigrationsAsync(cancel)).Any();
                await context.Database.MigrateAsync(cancel);
            }
        }

        var signature = new Signature("redress", time.GetUtcNow().UtcDateTime);
        await UntilUnbeatenAsync(() => calendars.AddShippedAsync(ShippedCalendars.All, signature, cancel));
        await rules.ReadAsync(cancel);
        await UntilUnbeatenAsync(() => procedures.NoteAsync(signature, cancel));
        await landlord.ReadAsync(cancel);
        if (upgraded || await IsLastCaseUnsearchableAsync(cancel))
        {
            // What an earlier release did not work out from history has no rows yet.
            await rebuilder.RebuildAsync(cancel);
        }
    }

    /// <summary>Reads the rules of a database that is there, and says so where it is not, or is not of this release.</summary>
    /// <exception cref="NotMigratedException">There is no database, or it must be migrated first.</exception>
    /// <exception cref="InvalidDataException">
    /// A file of the landlord's is not a procedure; or a restore was cut short.
    /// </exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        await CheckMigratedAsync(cancel);
        await rules.ReadAsync(cancel);
        await landlord.ReadAsync(cancel);
    }

    /// <summary>The same for whoever only looks: a file that is not a procedure is left out.</summary>
    /// <returns>What is wrong in the files left out.</returns>
    public async Task<IReadOnlyList<ProcedureError>> OpenToReadAsync(CancellationToken cancel)
    {
        await CheckMigratedAsync(cancel);
        await landlord.ReadAsync(cancel);
        return await rules.ReadSoundAsync(cancel);
    }

    /// <summary>Of several nodes that start at once, whoever comes second finds there what the first has added.</summary>
    private static async Task UntilUnbeatenAsync(Func<Task> add)
    {
        while (true)
        {
            try
            {
                await add();
                return;
            }
            catch (ConflictException)
            {
                // Somebody else came further, so this ends.
            }
        }
    }

    /// <summary>
    /// Cases of a release that had no search are made to be found. A rebuild goes by id, so the last is there once all are.
    /// </summary>
    private async Task<bool> IsLastCaseUnsearchableAsync(CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await context
            .Cases.OrderByDescending(row => row.Id)
            .Take(1)
            .AnyAsync(row => !context.CaseSearch.Any(search => search.CaseId == row.Id), cancel);
    }

    private async Task CheckMigratedAsync(CancellationToken cancel)
    {
        UnfinishedRestore.Refuse(installation);
        await using var context = database.NewContext();
        if (
            (await context.Database.GetPendingMigrationsAsync(cancel)).Any()
            // Somebody was stopped between making the tables and filling them.
            || !await context.CalendarEditions.AnyAsync(cancel)
        )
        {
            throw new NotMigratedException();
        }
    }
}

/// <summary>The database is not that of this release, or there is none.</summary>
public sealed class NotMigratedException()
    : Exception("There is no database of this release here: run `redress migrate` first, or start the server once.");
