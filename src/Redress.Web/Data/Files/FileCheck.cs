using System.Security.Cryptography;

namespace Redress.Web.Data;

/// <summary>Reads every file that history tells of, and finds those that are missing or not as they came.</summary>
internal static class FileCheck
{
    public static async Task RunAsync(
        IReadOnlyList<ToldFile> told,
        FileStore files,
        FirstAltered altered,
        CancellationToken cancel
    )
    {
        foreach (var same in told.GroupBy(file => file.Hash, StringComparer.Ordinal))
        {
            if (!await IsIntactAsync(files, same.Key, cancel))
            {
                foreach (var file in same)
                {
                    altered.Found(Streams.Case, file.StreamId, file.Sequence);
                }
            }
        }
    }

    private static async Task<bool> IsIntactAsync(FileStore files, string hash, CancellationToken cancel)
    {
        await using var content = files.Open(hash);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) == hash;
    }
}
