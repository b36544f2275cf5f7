namespace Redress.Web.Data;

/// <summary>A setting of this installation; its changes are in history, stream <c>settings</c>.</summary>
public sealed record SettingRow
{
    public required string Key { get; init; }
    public required string Value { get; init; }
}

/// <summary>A numbered edition of a calendar, as its file. Editions are added, never changed.</summary>
public sealed record CalendarEditionRow
{
    public required string CalendarId { get; init; }
    public required int Edition { get; init; }
    public required string Data { get; init; }
    public required DateTime AdoptedAt { get; init; }
}

/// <summary>A key that protects cookies and form tokens, shared by every node of the installation.</summary>
public sealed record DataProtectionKeyRow
{
    public required string Id { get; init; }
    public required string Xml { get; init; }
}

/// <summary>A request already carried out: the same key from the same person gets the same answer again.</summary>
public sealed record IdempotencyKeyRow
{
    public required string Key { get; init; }
    public required string Actor { get; init; }
    public required int Status { get; init; }
    public required string Location { get; init; }

    /// <summary>Tells whether another request with this key asks for the same; none for a form, whose key is its own.</summary>
    public string? Fingerprint { get; init; }
    public required DateTime RecordedAt { get; init; }
}

/// <summary>A run of a job, claimed by whichever node inserts it first.</summary>
public sealed record JobRunRow
{
    public required string Job { get; init; }
    public required DateTime DueAt { get; init; }
    public required DateTime ClaimedAt { get; init; }
}
