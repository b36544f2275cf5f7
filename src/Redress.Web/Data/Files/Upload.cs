using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// A file that somebody sent, as it arrived: looked at, and lying in the store's own waiting room until it is kept or let
/// go with the request.
/// </summary>
public sealed class Upload : IDisposable
{
    private readonly string? path;

    private Upload(string name, string? path) => (Name, this.path) = (name, path);

    /// <summary>What it is called: made safe where the file may be kept, and otherwise as sent.</summary>
    public string Name { get; }

    /// <summary>Why it cannot be kept; none where it can.</summary>
    public FileFault? Fault { get; private init; }

    public FileType Type { get; private init; }

    public long Bytes { get; private init; }

    /// <summary>The SHA-256 of its content, in lower-case hexadecimal.</summary>
    public string Hash { get; private init; } = "";

    internal string Waiting => path ?? throw new InvalidOperationException("A file that is refused lies nowhere.");

    /// <summary>As history is told of it.</summary>
    public ReceivedFile Received => new(Type, Bytes, Words.Of(Hash), Words.Of(Name));

    internal static Upload Refused(string? name, FileFault fault) => new(name ?? "", path: null) { Fault = fault };

    internal static Upload Of(string name, FileType type, long bytes, string hash, string path) =>
        new(name, path)
        {
            Type = type,
            Bytes = bytes,
            Hash = hash,
        };

    /// <summary>Lets it go, unless it was kept.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(path ?? "");
        }
        catch (Exception stays) when (stays is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The daily sweep takes what cannot be deleted now.
        }
    }
}
