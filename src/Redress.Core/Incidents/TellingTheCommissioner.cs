using Redress.Core.Calendar;
using Redress.Core.Cases;

namespace Redress.Core.Incidents;

/// <summary>Why it cannot be recorded that the Information Commissioner was told, or need not be.</summary>
public enum CannotTellCommissioner
{
    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before the report.</summary>
    BeforeTheReport,

    /// <summary>They were told: it cannot be said any more that they need not be.</summary>
    ToldAlready,

    /// <summary>It is not said why they need not be.</summary>
    NoReason,
}

/// <summary>
/// Recording that the Information Commissioner was told within 72 hours, or why that is not needed: a breach is told unless a
/// risk to people is unlikely, and documented either way (UK GDPR, Article 33(1) and (5)).
/// </summary>
public static class TellingTheCommissioner
{
    /// <param name="incident">The incident.</param>
    /// <param name="toldOn">The day they were told; none where they need not be.</param>
    /// <param name="whyNot">Why they need not be.</param>
    /// <param name="today">Today.</param>
    public static (IncidentEvent? Happens, CannotTellCommissioner? Refusal) Decide(
        Incident incident,
        DateOnly? toldOn,
        string? whyNot,
        DateOnly today
    ) =>
        toldOn is { } on
            ? on > today
                ? (null, CannotTellCommissioner.InTheFuture)
                : on < LondonTime.Day(incident.ReportedAt)
                    ? (null, CannotTellCommissioner.BeforeTheReport)
                    : (new CommissionerTold(on), null)
            : incident.Commissioner?.ToldOn is not null
                ? (null, CannotTellCommissioner.ToldAlready)
                : Words.From(whyNot) is { } why
                    ? (new CommissionerNotNeeded(why), null)
                    : (null, CannotTellCommissioner.NoReason);
}
