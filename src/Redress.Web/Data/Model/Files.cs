using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// That a file of the store is used, and so must not be swept away. The same content may be used by several cases.
/// </summary>
public sealed record FileUseRow
{
    /// <summary>The SHA-256 of its content, under which it lies in the store.</summary>
    public required string Hash { get; init; }

    /// <summary>The id of the case, or of the draft of one.</summary>
    public required string UsedBy { get; init; }

    /// <summary>What a case uses from an event that is about to be recorded.</summary>
    internal static IEnumerable<FileUseRow> Of(CaseEvent happened, string caseId) =>
        happened is MessageReceived { Files: { } files }
            ? files
                .Select(file => file.Content.Text!)
                .Distinct(StringComparer.Ordinal)
                .Select(hash => new FileUseRow { Hash = hash, UsedBy = caseId })
            : [];
}
