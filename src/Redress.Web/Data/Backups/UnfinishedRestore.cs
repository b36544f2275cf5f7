namespace Redress.Web.Data;

/// <summary>
/// The note that a restore has begun, in the installation's folder from before its first file until after its last. With
/// it there nothing opens the installation, so that half of one is never taken for a whole one, or for a new one.
/// </summary>
internal static class UnfinishedRestore
{
    private const string FileName = "restore-is-unfinished";

    public static void Begin(Installation installation)
    {
        using var note = DurableFile.Create(FileOf(installation));
        note.Flush(flushToDisk: true);
    }

    public static void End(Installation installation) => File.Delete(FileOf(installation));

    /// <summary>There was nothing here, so there is nothing again; the note goes last.</summary>
    public static void Undo(Installation installation)
    {
        foreach (var written in new DirectoryInfo(installation.Folder).GetFileSystemInfos())
        {
            if (written is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else if (written.Name != FileName)
            {
                written.Delete();
            }
        }

        End(installation);
    }

    /// <exception cref="InvalidDataException">A restore into this installation was cut short.</exception>
    public static void Refuse(Installation installation)
    {
        if (File.Exists(FileOf(installation)))
        {
            var database = installation.PostgresConnection is null ? "" : " and make the database anew, empty";
            throw new InvalidDataException(
                $"{installation.Folder}: a restore into it is under way or was cut short, so it is not whole. If it was, "
                    + $"delete the folder{database}, then restore again."
            );
        }
    }

    private static string FileOf(Installation installation) => Path.Combine(installation.Folder, FileName);
}
