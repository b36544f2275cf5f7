using Microsoft.EntityFrameworkCore;

namespace Redress.Web.Data;

/// <summary>
/// Copies an installation that may be in use: its database, its attachments and the landlord's procedures, with a manifest
/// of them. It has its own name only when it is whole, so half a backup is never taken for one.
/// </summary>
public sealed class Backup(Installation installation, Database database, TimeProvider time)
{
    /// <summary>Makes the backup in a folder that is not there yet, or holds nothing.</summary>
    /// <exception cref="InvalidDataException">The folder holds something, or the installation cannot be backed up.</exception>
    public async Task<BackupManifest> TakeAsync(string folder, CancellationToken cancel)
    {
        folder = Path.TrimEndingDirectorySeparator(folder);
        if (!Folders.HoldsNothing(folder))
        {
            throw new InvalidDataException($"{folder}: it holds something already; name a new folder for each backup.");
        }

        var unfinished = $"{folder}.unfinished";
        if (Path.Exists(unfinished))
        {
            throw new InvalidDataException(
                $"{unfinished}: a backup into this folder is under way or was cut short. If it was, delete what is left of it."
            );
        }

        Directory.CreateDirectory(unfinished);
        try
        {
            var manifest = await WriteAsync(unfinished, cancel);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }

            Directory.Move(unfinished, folder);
            return manifest;
        }
        catch
        {
            Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    private async Task<BackupManifest> WriteAsync(string folder, CancellationToken cancel)
    {
        var takenAt = time.GetUtcNow().UtcDateTime;
        var copy = DatabaseCopy.Of(installation, database);
        var contents = await copy.TakeAsync(folder, cancel);
        RefuseOtherRelease(contents);

        // After the database: whatever file a row tells of was there before the row.
        foreach (var from in new[] { installation.Files, installation.Procedures })
        {
            await Folders.CopyAsync(from, Path.Combine(folder, Path.GetFileName(from)), cancel);
        }

        var manifest = new BackupManifest
        {
            Release = BackupManifest.ThisRelease,
            Database = copy.Kind,
            TakenAt = takenAt,
            Contents = contents,
            Files = await BackupManifest.HashesAsync(folder, cancel),
        };
        manifest.Write(folder);
        return manifest;
    }

    /// <summary>A newer release may keep what this one does not know of.</summary>
    private void RefuseOtherRelease(DatabaseContents contents)
    {
        using var context = database.NewContext();
        if (contents.Migration != context.Database.GetMigrations().Last())
        {
            throw new InvalidDataException(
                $"The database is of a newer release ({contents.Migration}); back it up with that one."
            );
        }
    }
}
