namespace Redress.Web.Data;

/// <summary>What lets a resident into their own case: the hash of the code they were given.</summary>
public sealed record CaseAccessRow
{
    public required string CaseId { get; init; }

    /// <summary>Which of those who complain; empty where nobody is known.</summary>
    public required string PersonId { get; init; }
    public required string CodeHash { get; init; }
}

/// <summary>How often wrong codes were tried for one reference, or for one first group of a code with it, in a quarter of an hour.</summary>
public sealed record CodeTryRow
{
    /// <summary>A hash of what was tried and of the quarter of an hour.</summary>
    public required string Id { get; init; }
    public required int Wrong { get; init; }
    public required DateOnly OnDay { get; init; }
}

/// <summary>
/// What somebody without an account has written so far, encrypted. Only whoever holds the cookie knows its id; of when it
/// was written only the day is kept.
/// </summary>
public sealed record DraftRow
{
    public required string Id { get; init; }
    public required string Data { get; init; }
    public required DateOnly SavedOn { get; init; }
}
