using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// One thing that happened, kept for ever: rows are inserted and never changed (the database itself refuses). Cases,
/// calendars, procedures, roles and settings are streams of the same table, each chained row to row by its hash.
/// </summary>
public sealed record HistoryRow
{
    public required string Stream { get; init; }
    public required string StreamId { get; init; }
    public required int Sequence { get; init; }
    public required string Event { get; init; }
    public required int Version { get; init; }

    /// <summary>JSON, stored and hashed as the exact text.</summary>
    public required string Data { get; init; }

    /// <summary>The day it was true.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When we knew, cut to microseconds so that both databases keep the same instant.</summary>
    public required DateTime RecordedAt { get; init; }
    public required string Who { get; init; }
    public string? OnBehalfOf { get; init; }
    public required string Hash { get; init; }

    /// <summary>The event, for a row of a case.</summary>
    public RecordedEvent Recorded() =>
        new(Sequence, CaseEventJson.Read(Event, Version, Data), RecordedAt, Who, OnBehalfOf);
}

/// <summary>The streams of history.</summary>
public static class Streams
{
    public const string Case = "case";

    /// <summary>Who looked at a case, by the case's id.</summary>
    public const string Reading = "reading";
    public const string Settings = "settings";
    public const string Calendar = "calendar";
    public const string Procedure = "procedure";

    /// <summary>Units, teams and who is in them: one stream, since each bears on the others.</summary>
    public const string Organisation = "organisation";

    /// <summary>Reports that somebody sees another person's data, by the id of each.</summary>
    public const string Incident = "incident";

    /// <summary>Accounts and their roles, by the account's id. No names: history is never erased.</summary>
    public const string Person = "person";
}

/// <summary>
/// A person's words, kept apart from history so that they can be erased; the event carries only their salted hash.
/// </summary>
public sealed record WordsRow
{
    public required string Id { get; init; }
    public required string StreamId { get; init; }
    public required int Sequence { get; init; }
    public required string Salt { get; init; }

    /// <summary>None once erased.</summary>
    public string? Text { get; init; }
    public DateTime? ErasedAt { get; init; }
}

/// <summary>One link of the chain over the whole installation: the heads of every stream changed since the last.</summary>
public sealed record SealRow
{
    public required int Number { get; init; }
    public required DateTime SealedAt { get; init; }
    public required int Heads { get; init; }
    public required string Previous { get; init; }
    public required string Value { get; init; }
}

/// <summary>The last row of a stream as a seal found it.</summary>
public sealed record SealHeadRow
{
    public required int Seal { get; init; }
    public required string Stream { get; init; }
    public required string StreamId { get; init; }
    public required int Sequence { get; init; }
    public required string Hash { get; init; }
}

/// <summary>A stream changed since the last seal, noted in the transaction that changed it.</summary>
public sealed record UnsealedRow
{
    public required string Stream { get; init; }
    public required string StreamId { get; init; }
}
