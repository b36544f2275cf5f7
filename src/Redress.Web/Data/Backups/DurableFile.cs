namespace Redress.Web.Data;

/// <summary>Files that are on the disk, and not merely on their way to it, once they are written.</summary>
internal static class DurableFile
{
    /// <summary>A new file, and whatever folder it lies in. Its writer flushes it to the disk.</summary>
    public static FileStream Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new FileStream(file, FileMode.CreateNew, FileAccess.Write);
    }

    public static async Task CopyAsync(string from, string to, CancellationToken cancel)
    {
        await using var source = File.OpenRead(from);
        await using var copy = Create(to);
        await source.CopyToAsync(copy, cancel);
        copy.Flush(flushToDisk: true);
    }
}
