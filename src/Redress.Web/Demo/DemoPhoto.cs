using System.Security.Cryptography;
using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Demo;

/// <summary>The photos that residents in the stories send. They are drawn, so that they show nobody's home.</summary>
internal static class DemoPhoto
{
    private static readonly string[] Names = ["ceiling", "door", "mould"];

    /// <summary>As history is told of it, once the store has it as it keeps every photo.</summary>
    public static ReceivedFile Received(string name)
    {
        using var photo = new MemoryStream();
        using (var drawn = Open(name))
        {
            drawn.CopyTo(photo);
        }

        using var kept = new MemoryStream();
        JpegPrivacy.Copy(photo.ToArray(), kept);
        var hash = Convert.ToHexStringLower(SHA256.HashData(kept.ToArray()));
        return new(FileType.Jpeg, kept.Length, Words.Of(hash), Words.Of($"{name}.jpg"));
    }

    /// <summary>Brings all of them into the store, before any row tells of them.</summary>
    public static async Task KeepAsync(FileStore store, CancellationToken cancel)
    {
        foreach (var name in Names)
        {
            await using var drawn = Open(name);
            using var upload = await store.ReceiveAsync(drawn, $"{name}.jpg", FileStore.MostBytes, cancel);
            if (upload.Fault is not null || !store.Keep(upload))
            {
                throw new IOException($"The photo {name}.jpg of the made-up landlord cannot be kept: {upload.Fault}.");
            }
        }
    }

    private static Stream Open(string name) =>
        typeof(DemoPhoto).Assembly.GetManifestResourceStream($"demo/{name}.jpg")!;
}
