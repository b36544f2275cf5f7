namespace Redress.Core.Cases;

/// <summary>Why a case cannot adopt an edition of its calendar.</summary>
public enum CannotAdoptCalendar
{
    /// <summary>It was withdrawn, refused or closed: nothing of it is counted any more.</summary>
    CaseIsOver,

    /// <summary>It holds that edition, or a newer one.</summary>
    NotNewer,
}

/// <summary>
/// Moving a case to the newest edition of its calendar, when a bank holiday is announced late. Open clocks are counted
/// again; a duty already met keeps the edition held when it was met.
/// </summary>
public static class CalendarAdoption
{
    /// <summary>The newest edition known.</summary>
    public static Decision<CannotAdoptCalendar> Decide(Case adopting, Rules rules, DateOnly today)
    {
        if (adopting.IsOver)
        {
            return CannotAdoptCalendar.CaseIsOver;
        }

        return Newest(adopting, rules, today) is { } adopted ? adopted : CannotAdoptCalendar.NotNewer;
    }

    /// <summary>
    /// The newest edition, for a case that opens again: while it was closed it adopted none. Nothing where it holds that.
    /// </summary>
    internal static CalendarAdopted? Newest(Case adopting, Rules rules, DateOnly today)
    {
        var newest = rules.NewestEdition(adopting.CalendarId);
        return newest > adopting.CalendarEdition ? new(today, adopting.CalendarId, newest) : null;
    }
}
