using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>How a duty stands on a given day.</summary>
public enum Verdict
{
    /// <summary>Met on or before the date first due.</summary>
    InTime,

    /// <summary>Met after the date first due, on or before a date that a valid extension, holding letter or pause put in its place.</summary>
    InTimeExtended,

    /// <summary>Met after the due date.</summary>
    Late,

    /// <summary>Not met, and its due date has not passed.</summary>
    Open,

    /// <summary>Not met, and its due date has passed.</summary>
    Overdue,

    /// <summary>What it is counted from has not happened yet: the latest lawful day is shown.</summary>
    Provisional,

    /// <summary>It fell away on or before its due date.</summary>
    NotRequired,
}

/// <summary>
/// One duty of a case: when it is due and why, and whether it was met in time. One row for each duty, stage and
/// occurrence.
/// </summary>
public sealed record DutyClock
{
    /// <summary>The rule it comes from.</summary>
    public required DutyRule Rule { get; init; }

    /// <summary>The procedure the rule stands in.</summary>
    public required Procedure Procedure { get; init; }

    /// <summary>The calendar it was counted on: the edition held when it was met, or the one held now.</summary>
    public required WorkingDayCalendar Calendar { get; init; }

    /// <summary>Which duty.</summary>
    public required DutyName Duty { get; init; }

    /// <summary>The stage, or none for kinds of case without stages.</summary>
    public int? Stage { get; init; }

    /// <summary>1 for the first; more for a second holding letter, a second notice, or a stage asked for again.</summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>Day 0. None while what it is counted from has not happened.</summary>
    public DateOnly? CountedFrom { get; init; }

    /// <summary>Day 0 used for the count: <see cref="CountedFrom"/>, or the latest lawful day for the start.</summary>
    public DateOnly? CountStart { get; init; }

    /// <summary>The local time on <see cref="CountStart"/>, for limits in hours where it is known.</summary>
    public TimeOnly? CountStartAt { get; init; }

    /// <summary>True when no record gives the day it is counted from, and the earliest day known stands in.</summary>
    public bool StartAssumed { get; init; }

    /// <summary>True when it counts from the arrival of an answer and no day of arrival is recorded.</summary>
    public bool ArrivalNotRecorded { get; init; }

    /// <summary>The day of the hearing, for the notice that is counted back from it; none for every other duty.</summary>
    public DateOnly? HearingOn { get; init; }

    /// <summary>The day the holding letter was sent that promised <see cref="Due"/>, for the holding letter that follows it.</summary>
    public DateOnly? PromisedOn { get; init; }

    /// <summary>How long there is.</summary>
    public required Limit Limit { get; init; }

    /// <summary>The last day in time, included, with every pause and every valid extension. None where no limit can be worked out.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The local time on <see cref="Due"/> for limits in hours whose start has a time.</summary>
    public TimeOnly? DueAt { get; init; }

    /// <summary>The last day in time before any pause or extension.</summary>
    public DateOnly? OriginalDue { get; init; }

    /// <summary>The last day in time after any pause and before any extension: what extensions are measured from.</summary>
    public DateOnly? UnextendedDue => Pauses is [.., var last] ? last.Due : OriginalDue;

    /// <summary>The last day of the target beside the limit, if there is one.</summary>
    public DateOnly? TargetDue { get; init; }

    /// <summary>The day it was met.</summary>
    public DateOnly? Met { get; init; }

    /// <summary>The local time on <see cref="Met"/>, where it is known.</summary>
    public TimeOnly? MetAt { get; init; }

    /// <summary>True when no record gives the day it was met, and the earliest day known stands in.</summary>
    public bool MetAssumed { get; init; }

    /// <summary>
    /// The day of the act itself: before <see cref="Met"/> where another act belongs to the duty and was done later.
    /// </summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>The day it fell away (withdrawn, declined, refused, answered without need), if it did.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>What made it fall away.</summary>
    public ClockEventKind? EndedBy { get; init; }

    /// <summary>Working days from day 0 (not counted) to the day met (counted).</summary>
    public int? WorkingDaysTaken { get; init; }

    /// <summary>Calendar days from day 0 (not counted) to the day met (counted).</summary>
    public int? DaysTaken { get; init; }

    /// <summary>How it stands.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>How the target beside the limit stands, if there is one.</summary>
    public Verdict? TargetVerdict { get; init; }

    /// <summary>Every extension and holding letter, valid or not, with the reason.</summary>
    public IReadOnlyList<DueDateMove> Moves { get; init; } = [];

    /// <summary>Every time the clock stood still under the procedure's own pause rule.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Working days from the day the case, or the request for this stage, was received to the answer (ruling 7).</summary>
    public int? WorkingDaysFromReceipt { get; init; }

    /// <summary>The target's own rule, if there is a target.</summary>
    public TargetRule? Target { get; init; }

    /// <summary>The calendar the target was counted on: with the landlord's closures where they move it.</summary>
    public WorkingDayCalendar? TargetCalendar { get; init; }

    /// <summary>Why there is no due date, when the calendar does not reach that far. None otherwise.</summary>
    public string? Refusal { get; init; }

    /// <summary>True when an extension was taken as given because imported records do not say.</summary>
    public bool Assumed =>
        Verdict == Verdict.InTimeExtended && Moves.Any(move => move is { Valid: true, Assumed: true });

    /// <summary>Whose limit it is.</summary>
    public BelongsTo BelongsTo => Rule.BelongsTo;

    /// <summary>
    /// Days after day 0, up to and including the date due before any extension, that do not count, and those on which the
    /// clock stood still; of a notice counted back from a hearing, those after its last day up to the hearing. An extension
    /// puts a date in its place and counts no days.
    /// </summary>
    public IReadOnlyList<SkippedDay> Skipped =>
        [
            .. PassedOver
                .Concat(Pauses.SelectMany(pause => pause.Days).Select(day => new SkippedDay(day, "Paused")))
                .OrderBy(day => day.Date),
        ];

    /// <summary>The days after day 0, up to and including the last day of the target, that do not count towards it.</summary>
    public IReadOnlyList<SkippedDay> TargetSkipped =>
        Target?.Within.Unit == LimitUnit.WorkingDays && CountStart is { } from && TargetDue is { } due
            ? TargetCalendar!.Skipped(from, due)
            : [];

    /// <summary>The weekends and bank holidays among <see cref="Skipped"/>; none for limits in calendar time.</summary>
    internal IReadOnlyList<SkippedDay> PassedOver =>
        Limit.Unit != LimitUnit.WorkingDays || PromisedOn is not null ? []
        : HearingOn is { } hearing ? (OriginalDue is { } last ? Calendar.Skipped(last, hearing) : [])
        : CountStart is { } from && UnextendedDue is { } due && from <= due ? Calendar.Skipped(from, due)
        : [];

    /// <summary>Why every date is what it is, as one plain string: the same on page, API, letter and command line.</summary>
    public string Explanation => ClockExplanation.Of(this);
}

/// <summary>An extension or holding letter, and whether it moved the due date.</summary>
/// <param name="By">What was sent.</param>
/// <param name="On">The day it was sent or told.</param>
/// <param name="Until">The date it promised.</param>
/// <param name="Valid">Whether it moved the due date.</param>
/// <param name="Why">Why it did, or did not, as part of a sentence.</param>
/// <param name="Assumed">True when its details were not in imported records and are taken as given.</param>
public sealed record DueDateMove(
    ClockEventKind By,
    DateOnly On,
    DateOnly? Until,
    bool Valid,
    string Why,
    bool Assumed = false
);
