using System.Data.Common;
using Redress.Core.Calendar;

namespace Redress.Web.Data;

/// <summary>
/// Takes away what lies in the file store and is used by nothing: files of a request that was cut short after its file was
/// kept and before its row was written, files that never arrived whole, files of drafts that are no more. Nothing that came
/// today or yesterday is touched, because its row may be on its way.
/// </summary>
public sealed class FileSweep(Installation installation, FileStore store, TimeProvider time)
{
    private const string Used = "SELECT hash FROM file_uses WHERE hash >= $1 AND hash < $2";

    /// <returns>How many files were taken away.</returns>
    internal async Task<int> RunAsync(DbTransaction snapshot, CancellationToken cancel)
    {
        var swept = 0;
        if (!Directory.Exists(installation.Files))
        {
            return swept;
        }

        foreach (var folder in Directory.GetDirectories(installation.Files))
        {
            var used = await UsedAsync(snapshot, Path.GetFileName(folder), cancel);
            swept += Directory
                .GetFiles(folder)
                .Where(file => !used.Contains(Path.GetFileName(file)) && IsOld(file))
                .Count(TakeAway);
        }

        return swept;
    }

    /// <summary>The same at once for these, which nothing uses any more.</summary>
    /// <param name="hashes">The hashes of their contents.</param>
    internal void TakeAway(IEnumerable<string> hashes)
    {
        foreach (var file in hashes.Select(store.PlaceOf).Where(File.Exists).Where(IsOld))
        {
            TakeAway(file);
        }
    }

    /// <summary>Out of the way first: the same content may have come again since it was looked at, and then it goes back.</summary>
    private bool TakeAway(string file)
    {
        Directory.CreateDirectory(store.WaitingRoom);
        var aside = Path.Combine(store.WaitingRoom, $"{Guid.NewGuid():N}");
        File.Move(file, aside);
        if (!IsOld(aside))
        {
            File.Move(aside, file, overwrite: true);
            return false;
        }

        File.Delete(aside);
        return true;
    }

    private bool IsOld(string file) =>
        LondonTime.Day(File.GetLastWriteTimeUtc(file)) < LondonTime.Today(time).AddDays(-1);

    private static async Task<HashSet<string>> UsedAsync(
        DbTransaction snapshot,
        string beginning,
        CancellationToken cancel
    )
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        // A character after every figure and letter of a hash.
        await using var command = snapshot.Command(Used, beginning, $"{beginning}~");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            used.Add(reader.GetString(0));
        }

        return used;
    }
}
