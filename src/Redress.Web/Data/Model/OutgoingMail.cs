namespace Redress.Web.Data;

/// <summary>
/// A letter to be mailed, saved with the act that wrote it and kept once it left, because it says where it went. A
/// letter tried again after it could not leave has another row.
/// </summary>
public sealed record OutgoingMailRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }

    /// <summary>The letter's number within the case.</summary>
    public required int Letter { get; init; }

    /// <summary>Whose address it goes to; of a copy, whose copy it is.</summary>
    public string? PersonId { get; init; }

    /// <summary>None where they are confidential: it is looked up when the letter is handed over.</summary>
    public string? Address { get; init; }
    public string? Name { get; init; }

    /// <summary>The same at every try.</summary>
    public required string MessageId { get; init; }
    public required DateTime WrittenAt { get; init; }

    /// <summary>Not to be tried before.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>Until when the node that tries it may take; after that it is taken for dead, and another tries.</summary>
    public DateTime? ClaimedUntil { get; init; }
    public required int Attempts { get; init; }

    /// <summary>Why the last try failed.</summary>
    public string? LastError { get; init; }

    /// <summary>When it left, or was found not to have to; none while it waits.</summary>
    public DateTime? DoneAt { get; init; }
}
