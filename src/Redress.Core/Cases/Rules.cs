using Redress.Core.Calendar;
using Redress.Core.Procedures;
using Redress.Core.Staff;

namespace Redress.Core.Cases;

/// <summary>What a decision needs to know of the landlord's rules: procedures, calendars and closure days.</summary>
public sealed class Rules
{
    private readonly Dictionary<string, Procedure> procedures;
    private readonly HashSet<string> adopted;
    private readonly Dictionary<(string Id, int Edition), WorkingDayCalendar> calendars;

    /// <summary>Rules of one landlord.</summary>
    /// <param name="procedures">Every procedure known.</param>
    /// <param name="adopted">The ids of those that hold for this landlord, now or once: its own, and those of the Codes
    /// it is under.</param>
    /// <param name="calendars">Every calendar in every edition.</param>
    public Rules(
        IEnumerable<Procedure> procedures,
        IEnumerable<string> adopted,
        IEnumerable<WorkingDayCalendar> calendars
    )
    {
        this.procedures = procedures.ToDictionary(procedure => procedure.Id);
        this.adopted = [.. adopted];
        this.calendars = calendars.ToDictionary(calendar => (calendar.Id, calendar.Edition));
    }

    /// <summary>The landlord's own closure days, which move only its own targets (ruling 1).</summary>
    public IReadOnlyList<DateOnly> Closures { get; init; } = [];

    /// <summary>What the landlord chose: which procedure applies to a kind of case from which day, the oldest choice first.</summary>
    public IReadOnlyList<ProcedureChoice> Choices { get; init; } = [];

    /// <summary>How the landlord is made up, and who is where in it.</summary>
    public Organisation Organisation { get; init; } = Organisation.NotSaid;

    /// <summary>True where every acknowledgement names who has the case, also where the procedure does not ask for it.</summary>
    public bool AcknowledgementNamesHandler { get; init; }

    /// <summary>Up to what somebody of a grade settles a complaint alone; nothing where the landlord sets no limits.</summary>
    public IReadOnlyList<SettlementLimit> SettlementLimits { get; init; } = [];

    /// <summary>For how long the landlord keeps kinds of case, where it says so itself.</summary>
    public IReadOnlyList<Retention> Retentions { get; init; } = [];

    /// <summary>For how long a kind of case is kept.</summary>
    public Retention RetentionOf(CaseKind kind) =>
        Retentions.FirstOrDefault(retention => retention.Kind == kind) ?? new Retention(kind, Retention.Usual);

    /// <summary>The same rules of a landlord that is made up otherwise.</summary>
    public Rules With(Organisation organisation) =>
        new(procedures.Values, adopted, calendars.Values)
        {
            Organisation = organisation,
            Closures = Closures,
            Choices = Choices,
            AcknowledgementNamesHandler = AcknowledgementNamesHandler,
            SettlementLimits = SettlementLimits,
            Retentions = Retentions,
        };

    /// <summary>Every procedure known.</summary>
    public IReadOnlyCollection<Procedure> Procedures => procedures.Values;

    /// <summary>The procedure of that id, or none.</summary>
    public Procedure? Find(string id) => procedures.GetValueOrDefault(id);

    /// <summary>
    /// The procedure in force on a day for a kind of case. What the landlord chose goes first, while it is in force; then,
    /// of those that hold for the landlord, one that covers the kind goes before one that does not, the landlord's own
    /// before a Code's minimum, and a newer one before an older.
    /// </summary>
    public Procedure? InForce(CaseKind kind, DateOnly on) =>
        Choices.Where(choice => choice.Kind == kind && choice.From <= on).OrderBy(choice => choice.From).LastOrDefault()
            is { } chosen
        && Find(chosen.ProcedureId) is { } procedure
        && procedure.IsInForce(on)
            ? procedure
            : InForceUnchosen(kind, on);

    /// <summary>A calendar in the edition named.</summary>
    public WorkingDayCalendar Calendar(string id, int edition) => calendars[(id, edition)];

    /// <summary>Whether a calendar is known in the edition named.</summary>
    public bool Knows(string id, int edition) => calendars.ContainsKey((id, edition));

    /// <summary>The newest edition of a calendar.</summary>
    public int NewestEdition(string calendarId) =>
        calendars.Keys.Where(calendar => calendar.Id == calendarId).Max(calendar => calendar.Edition);

    /// <summary>The newest edition of every calendar, in order of id.</summary>
    public IEnumerable<WorkingDayCalendar> NewestCalendars =>
        calendars
            .Values.GroupBy(calendar => calendar.Id)
            .Select(editions => editions.MaxBy(c => c.Edition)!)
            .OrderBy(c => c.Id, StringComparer.Ordinal);

    /// <summary>
    /// The working days that the landlord plans by on a day, whatever calendar a single case is counted on: those of its
    /// procedure for complaints.
    /// </summary>
    public WorkingDayCalendar OfficeCalendar(DateOnly on) =>
        InForce(CaseKind.Complaint, on) is { } procedure
            ? Calendar(procedure.CalendarId, NewestEdition(procedure.CalendarId))
            : NewestCalendars.First();

    private Procedure? InForceUnchosen(CaseKind kind, DateOnly on) =>
        procedures
            .Values.Where(procedure => adopted.Contains(procedure.Id) && procedure.IsInForce(on))
            .OrderByDescending(procedure => procedure.For(kind) is not null)
            .ThenByDescending(procedure => procedure.Basis == ProcedureBasis.Landlord)
            .ThenByDescending(procedure => procedure.InForceFrom)
            .FirstOrDefault();
}
