namespace Redress.Web.Data;

/// <summary>What a backup and a restore do with folders.</summary>
internal static class Folders
{
    /// <summary>Whether it is not there, or holds nothing.</summary>
    public static bool HoldsNothing(string folder) =>
        !File.Exists(folder) && (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());

    /// <summary>Copies all that is in a folder, if it is there.</summary>
    public static async Task CopyAsync(string from, string to, CancellationToken cancel)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            try
            {
                await DurableFile.CopyAsync(file, Path.Combine(to, Path.GetRelativePath(from, file)), cancel);
            }
            catch (FileNotFoundException)
            {
                // Erased since it was listed, or not yet a file of the installation's and named anew.
            }
        }
    }
}
