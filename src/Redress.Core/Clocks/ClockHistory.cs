using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>One thing that happened to a case, as far as a clock takes notice of it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">The day it was true, whenever it was recorded.</param>
public sealed record ClockEvent(ClockEventKind Kind, DateOnly On)
{
    /// <summary>The local time in London, where it is known. Only limits in hours look at it.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>
    /// The stage it belongs to; 1 unless said. A request or refusal of the next stage carries the stage being left.
    /// </summary>
    public int Stage { get; init; } = 1;

    /// <summary>The later date promised by an extension or a holding letter.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day the resident was told of an extension; none when never told.</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>The facts recorded about an extension.</summary>
    public IReadOnlyList<ExtensionFact> Facts { get; init; } = [];

    /// <summary>
    /// True where old records do not say: an extension's details are taken as given, any other event's day is the earliest
    /// known.
    /// </summary>
    public bool Assumed { get; init; }

    /// <summary>The day of the hearing or review meeting a notice is about.</summary>
    public DateOnly? HearingOn { get; init; }

    /// <summary>Of a contact: whether it was face to face; none where the record does not say, and then it is taken to have been.</summary>
    public bool? InPerson { get; init; }

    /// <summary>The calendar edition the case held when this was recorded; none for the edition now in force.</summary>
    public int? Edition { get; init; }
}

/// <summary>Everything the clocks of one case are worked out from.</summary>
/// <param name="Kind">The kind of case.</param>
/// <param name="Events">In any order; events of one day keep the order given, save for their times.</param>
/// <param name="ProcedureFor">
/// The procedure each stage was asked for under (ruling 8); 0 asks for kinds without stages. None where the stage has none.
/// </param>
/// <param name="CalendarOf">The calendar by edition; none asks for the edition the case holds now.</param>
public sealed record ClockHistory(
    CaseKind Kind,
    IReadOnlyList<ClockEvent> Events,
    Func<int, Procedure?> ProcedureFor,
    Func<int?, WorkingDayCalendar> CalendarOf
)
{
    /// <summary>The landlord's own closure days. They move only targets that say so, never a limit (ruling 1).</summary>
    public IReadOnlyList<DateOnly> Closures { get; init; } = [];
}
