using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Web.Data;

/// <summary>
/// What is known of a duty: what it is counted from, when it is due, whether it is met. "Open" and "overdue" are not
/// here, because a day passing changes those and no event does; queries derive them.
/// </summary>
public abstract record DutyFacts
{
    public required string CaseId { get; init; }

    /// <summary>0 for a duty of no stage.</summary>
    public required int Stage { get; init; }
    public required DutyName Duty { get; init; }
    public required int Occurrence { get; init; }

    /// <summary>None until its start has happened.</summary>
    public DateOnly? CountedFrom { get; init; }
    public required Limit Limit { get; init; }

    /// <summary>The last day in time; while its start has not happened, the latest lawful day.</summary>
    public DateOnly? Due { get; init; }
    public DateOnly? OriginalDue { get; init; }
    public DateOnly? TargetDue { get; init; }
    public DateOnly? MetOn { get; init; }

    /// <summary>The day it ceased to be owed: withdrawn, declined, refused.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>True where a valid extension or holding letter moved the due date.</summary>
    public required bool Extended { get; init; }

    /// <summary>True where imported records give no details of that extension, so that it is taken as given.</summary>
    public required bool Assumed { get; init; }
    public required BelongsTo BelongsTo { get; init; }
    public required int CalendarEdition { get; init; }

    /// <summary>Since when these have been the facts.</summary>
    public required DateTime KnownFrom { get; init; }
}

/// <summary>A duty as it is known now.</summary>
public sealed record DutyRow : DutyFacts;

/// <summary>
/// A duty as it was known from one instant to another, the second not included. Written once, when superseded: a figure
/// as at an earlier instant is read from these rows and <see cref="DutyRow"/> together.
/// </summary>
public sealed record DutyVersionRow : DutyFacts
{
    public required DateTime KnownTo { get; init; }
}
