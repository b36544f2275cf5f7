namespace Redress.Core.Cases;

/// <summary>What a file is, as its content says. Files of no other type are kept.</summary>
public enum FileType
{
    /// <summary>A photo.</summary>
    Jpeg,

    /// <summary>A picture, such as one of a screen.</summary>
    Png,

    /// <summary>A picture, perhaps moving.</summary>
    Gif,

    /// <summary>A picture.</summary>
    Webp,

    /// <summary>A photo, as some telephones take it.</summary>
    Heic,

    /// <summary>A document as printed.</summary>
    Pdf,

    /// <summary>Text without form.</summary>
    Text,

    /// <summary>A Word document without macros.</summary>
    Docx,

    /// <summary>An Excel workbook without macros.</summary>
    Xlsx,

    /// <summary>An OpenDocument text without macros.</summary>
    Odt,

    /// <summary>A film.</summary>
    Mp4,

    /// <summary>A film, as some telephones take it.</summary>
    Mov,

    /// <summary>Sound.</summary>
    Mp3,

    /// <summary>Sound, as some telephones record it.</summary>
    M4a,

    /// <summary>Sound, as messengers send it.</summary>
    Ogg,

    /// <summary>Sound.</summary>
    Wav,
}
