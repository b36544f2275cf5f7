using Microsoft.EntityFrameworkCore;

namespace Redress.Web.Data;

/// <summary>Makes an installation of a backup, where there is none.</summary>
public sealed class Restore(Installation installation, Database database)
{
    private static readonly string[] Kept =
    [
        Path.GetFileName(new Installation("").Files),
        Path.GetFileName(new Installation("").Procedures),
    ];

    /// <summary>Checks all of the backup and that nothing would be written over; only then writes.</summary>
    /// <exception cref="InvalidDataException">
    /// The backup is not whole, not of this release or of another kind of database; or the installation holds something.
    /// </exception>
    public async Task<BackupManifest> RunAsync(string folder, CancellationToken cancel)
    {
        var copy = DatabaseCopy.Of(installation, database);
        await RefuseWhatHoldsAsync(copy, cancel);
        var manifest = BackupManifest.Read(folder);
        RefuseOther(manifest, copy.Kind, folder);
        await manifest.CheckFilesAsync(folder, cancel);

        UnfinishedRestore.Begin(installation);
        try
        {
            foreach (var path in manifest.Files.Keys.Where(IsKept))
            {
                await DurableFile.CopyAsync(
                    Path.Combine(folder, path),
                    Path.Combine(installation.Folder, path),
                    cancel
                );
            }

            await copy.RestoreAsync(folder, manifest.Contents, cancel);
        }
        catch
        {
            UnfinishedRestore.Undo(installation);
            throw;
        }

        UnfinishedRestore.End(installation);
        await database.AnalyzeAsync(cancel);
        return manifest;
    }

    private static bool IsKept(string path) => Kept.Contains(path.Split('/')[0]);

    private async Task RefuseWhatHoldsAsync(DatabaseCopy copy, CancellationToken cancel)
    {
        UnfinishedRestore.Refuse(installation);
        if (!Folders.HoldsNothing(installation.Folder))
        {
            throw new InvalidDataException(
                $"--data: {installation.Folder}: it holds something already; a backup is restored into a new folder."
            );
        }

        if (!await copy.IsEmptyAsync(cancel))
        {
            throw new InvalidDataException(
                "REDRESS_DATABASE: this database holds tables already; a backup is restored into an empty one."
            );
        }
    }

    private void RefuseOther(BackupManifest manifest, string kind, string folder)
    {
        if (manifest.Database != kind)
        {
            throw new InvalidDataException(
                $"{folder}: this backup is of {manifest.Database} and cannot be restored into {kind}. "
                    + "REDRESS_DATABASE says which it is: it names a PostgreSQL database, or nothing for SQLite."
            );
        }

        using var context = database.NewContext();
        var migration = context.Database.GetMigrations().Last();
        if (manifest.Contents.Migration != migration)
        {
            throw new InvalidDataException(
                $"{folder}: this backup was made by release {manifest.Release} ({manifest.Contents.Migration}); this is "
                    + $"release {BackupManifest.ThisRelease} ({migration}). Restore it with the release that made it, "
                    + "then start this one over what it restored."
            );
        }
    }
}
