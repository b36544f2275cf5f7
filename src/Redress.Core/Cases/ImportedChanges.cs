namespace Redress.Core.Cases;

/// <summary>What a row says about a case that is known already.</summary>
internal static class ImportedChanges
{
    /// <summary>The events the case does not hold yet. A day that differs from the one recorded is for a correction.</summary>
    public static List<ImportedEvent> Since(Case existing, List<ImportedEvent> told, ImportedRow row)
    {
        var added = new List<ImportedEvent>();
        foreach (var step in told.Where(step => !IsKnown(existing, step.Event)))
        {
            if (step.Field != "stage1_responded_again_on" && Recorded(existing, step.Event) is { } recorded)
            {
                row.Wrong(
                    step.Field,
                    $"The case has {recorded.On:yyyy-MM-dd} already. Correct the case, not the file."
                );
            }
            else
            {
                added.Add(step);
            }
        }

        return added;
    }

    private static bool IsKnown(Case existing, CaseEvent told) =>
        told switch
        {
            Received received when received.Kind == existing.Kind => received.Assumed
                || received.On == existing.ReceivedOn,
            Extended extended => existing.History.Any(known =>
                known.Event is Extended held && held.Stage == extended.Stage && held.Until == extended.Until
            ),
            _ => existing.History.Any(known => IsSameAct(known.Event, told) && known.Event.On == told.On),
        };

    /// <summary>The act as recorded on another day, if it happens only once in a case or a stage.</summary>
    private static CaseEvent? Recorded(Case existing, CaseEvent told) =>
        told is Extended
            ? null
            : existing.History.Select(known => known.Event).LastOrDefault(known => IsSameAct(known, told));

    private static bool IsSameAct(CaseEvent known, CaseEvent told) =>
        known.GetType() == told.GetType() && (known as StageEvent)?.Stage == (told as StageEvent)?.Stage;
}
