namespace Redress.Core.Cases;

/// <summary>
/// A file that came with a message. Its content lies in the file store under its hash. Hash and name are words: history
/// holds only their salted hashes, so that a file can be erased as what people wrote can, and nobody who has a like file
/// can tell from history that it was here.
/// </summary>
/// <param name="Type">What it is.</param>
/// <param name="Bytes">How long it is, as kept.</param>
/// <param name="Content">The SHA-256 of what is kept, in lower-case hexadecimal.</param>
/// <param name="Name">What it was called, made safe to show and to save under.</param>
public sealed record ReceivedFile(FileType Type, long Bytes, Words Content, Words Name)
{
    internal ReceivedFile WithWords(Func<Words, Words> change) =>
        this with
        {
            Content = change(Content),
            Name = change(Name),
        };
}
