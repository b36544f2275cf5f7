namespace Redress.Web.Data;

/// <summary>What somebody on the staff is mailed about.</summary>
public enum StaffMailKind
{
    /// <summary>Each working morning: their cases that are late or due soon.</summary>
    DueCases,

    /// <summary>A resident asked for the next stage.</summary>
    NextStage,

    /// <summary>Somebody says that they see another person's data.</summary>
    LeakReported,
}

/// <summary>
/// A mail to somebody on the staff, saved with what it is about. It is put into words when it is handed over, as things are by
/// then, and deleted once it was.
/// </summary>
public sealed record StaffMailRow
{
    public required string Id { get; init; }
    public required string PersonId { get; init; }
    public required StaffMailKind Kind { get; init; }

    /// <summary>The case it is about; none where it is about all of theirs.</summary>
    public string? CaseId { get; init; }

    /// <summary>The stage that was asked for; none where none was.</summary>
    public int? Stage { get; init; }

    /// <summary>The incident it is about; none where it is about none.</summary>
    public string? IncidentId { get; init; }

    /// <summary>Not to be tried before.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>Until when the node that tries it may take; after that it is taken for dead, and another tries.</summary>
    public DateTime? ClaimedUntil { get; init; }
    public required int Attempts { get; init; }
}
