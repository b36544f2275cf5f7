namespace Redress.Web.Data;

/// <summary>Why a file that was sent is not kept.</summary>
public enum FileFault
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is longer than a file may be.</summary>
    TooLarge,

    /// <summary>More files came than a message may bring.</summary>
    TooMany,

    /// <summary>It could run or show something of its own accord: a program, a script, a web page, SVG.</summary>
    Active,

    /// <summary>Other files are packed in it.</summary>
    Archive,

    /// <summary>An Office document of the old form, in which macros cannot be told from text.</summary>
    OldOffice,

    /// <summary>An Office document with macros.</summary>
    Macros,

    /// <summary>It begins as a file of its type does and does not go on as one.</summary>
    Damaged,

    /// <summary>Nothing we know.</summary>
    NotKnown,

    /// <summary>There is no room for files, or none can be written.</summary>
    NoRoom,
}
