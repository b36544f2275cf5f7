using Redress.Core.Calendar;
using Redress.Core.Procedures;

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

    /// <summary>The procedure of that id, or none.</summary>
    public Procedure? Find(string id) => procedures.GetValueOrDefault(id);

    /// <summary>
    /// The procedure in force on a day for a kind of case, of those that hold for the landlord. One that covers the kind
    /// goes before one that does not, the landlord's own before a Code's minimum, and a newer one before an older.
    /// </summary>
    public Procedure? InForce(CaseKind kind, DateOnly on) =>
        procedures
            .Values.Where(procedure => adopted.Contains(procedure.Id))
            .Where(procedure => procedure.InForceFrom <= on && (procedure.InForceUntil ?? on) >= on)
            .OrderByDescending(procedure => procedure.For(kind) is not null)
            .ThenByDescending(procedure => procedure.Basis == ProcedureBasis.Landlord)
            .ThenByDescending(procedure => procedure.InForceFrom)
            .FirstOrDefault();

    /// <summary>A calendar in the edition named.</summary>
    public WorkingDayCalendar Calendar(string id, int edition) => calendars[(id, edition)];

    /// <summary>The newest edition of a calendar.</summary>
    public int NewestEdition(string calendarId) =>
        calendars.Keys.Where(calendar => calendar.Id == calendarId).Max(calendar => calendar.Edition);
}
