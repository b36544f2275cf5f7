using System.Collections.Frozen;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>How a file of a type is given out.</summary>
/// <param name="MediaType">What it is called in the answer.</param>
/// <param name="Extension">How its name ends, with the dot.</param>
/// <param name="AlsoExtensions">Other ends of names that are as right.</param>
internal sealed record FileForm(string MediaType, string Extension, params string[] AlsoExtensions)
{
    /// <summary>Whether pages show it as a picture. None of these types can be active.</summary>
    public bool IsPicture { get; init; }

    public bool Ends(string name) =>
        AlsoExtensions.Prepend(Extension).Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}

internal static class FileForms
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly FrozenDictionary<FileType, FileForm> All = new Dictionary<FileType, FileForm>
    {
        [FileType.Jpeg] = new("image/jpeg", ".jpg", ".jpeg", ".jfif") { IsPicture = true },
        [FileType.Png] = new("image/png", ".png") { IsPicture = true },
        [FileType.Gif] = new("image/gif", ".gif") { IsPicture = true },
        [FileType.Webp] = new("image/webp", ".webp") { IsPicture = true },
        [FileType.Heic] = new("image/heic", ".heic", ".heif"),
        [FileType.Pdf] = new("application/pdf", ".pdf"),
        [FileType.Text] = new("text/plain", ".txt"),
        [FileType.Docx] = new($"{Office}wordprocessingml.document", ".docx"),
        [FileType.Xlsx] = new($"{Office}spreadsheetml.sheet", ".xlsx"),
        [FileType.Odt] = new("application/vnd.oasis.opendocument.text", ".odt"),
        [FileType.Mp4] = new("video/mp4", ".mp4", ".m4v", ".3gp"),
        [FileType.Mov] = new("video/quicktime", ".mov"),
        [FileType.Mp3] = new("audio/mpeg", ".mp3"),
        [FileType.M4a] = new("audio/mp4", ".m4a"),
        [FileType.Ogg] = new("audio/ogg", ".ogg", ".opus", ".oga"),
        [FileType.Wav] = new("audio/wav", ".wav"),
    }.ToFrozenDictionary();

    public static FileForm Of(FileType type) => All[type];

    /// <summary>What a browser is asked to offer when somebody chooses files.</summary>
    public static string Accepted { get; } = string.Join(',', All.Values.Select(form => form.MediaType));
}
