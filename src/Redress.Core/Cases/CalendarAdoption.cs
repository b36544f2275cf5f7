namespace Redress.Core.Cases;

/// <summary>Why a case cannot adopt an edition of its calendar.</summary>
public enum CannotAdoptCalendar
{
    /// <summary>It was withdrawn or closed: nothing of it is counted any more.</summary>
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

        var newest = rules.NewestEdition(adopting.CalendarId);
        if (newest <= adopting.CalendarEdition)
        {
            return CannotAdoptCalendar.NotNewer;
        }

        return new CalendarAdopted(today, adopting.CalendarId, newest);
    }
}
