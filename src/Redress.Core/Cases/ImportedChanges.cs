namespace Redress.Core.Cases;

/// <summary>What a row says about a case that is known already.</summary>
internal static class ImportedChanges
{
    /// <summary>The events the case does not hold yet. A day that differs from the one recorded is for a correction.</summary>
    public static List<ImportedEvent> Since(Case existing, List<ImportedEvent> told, ImportedRow row)
    {
        var added = new List<ImportedEvent>();
        foreach (var step in told)
        {
            if (step.Event is Withdrawn or Closed && added.Exists(before => before.Event is EscalationRequested))
            {
                // The stage it tells of opens the case again, so it tells of the end after that too.
                added.Add(step);
            }
            else if (IsKnown(existing, step.Event))
            {
                continue;
            }
            else if (step.Event is Received received && received.Kind != existing.Kind)
            {
                row.Wrong(
                    "kind",
                    $"The case is a {WireName.Of(existing.Kind)} already. A row cannot turn it into another."
                );
            }
            else if (!IsFurther(step) && Recorded(existing, step.Event) is { } recorded)
            {
                row.Wrong(
                    step.Field,
                    $"The case has {recorded.On:yyyy-MM-dd} already. Correct the case, not the file."
                );
            }
            else if (existing.RefusedOn is { } refusedOn)
            {
                row.Wrong(
                    step.Field,
                    $"The case was refused on {refusedOn:yyyy-MM-dd}. Accept it after all before telling what came of it."
                );
            }
            else if (existing.ServiceRequestOn is { } agreedOn)
            {
                row.Wrong(
                    step.Field,
                    $"It has been a service request, as its resident agreed, since {agreedOn:yyyy-MM-dd}. Open the complaint again before telling what came of it."
                );
            }
            else
            {
                added.Add(step);
            }
        }

        if (told is [{ Event: Received receipt }, ..] && receipt.Kind == existing.Kind)
        {
            AddFacts(new ImportedFacts(existing, row), receipt, added);
        }

        return added;
    }

    private static void AddFacts(ImportedFacts facts, Received told, List<ImportedEvent> added)
    {
        facts.CheckReceipt(told);
        if (!added.Exists(step => step.Event is Responded or Closed))
        {
            facts.CheckOutcome();
        }

        if (facts.News(told, added.Count > 0 ? added[^1].Event.On : told.On) is { } news)
        {
            added.Add(new ImportedEvent("category", news));
        }
    }

    /// <summary>Known on that day, as recorded or as corrected since.</summary>
    private static bool IsKnown(Case existing, CaseEvent told) =>
        told switch
        {
            Received received when received.Kind != existing.Kind => false,
            Received { Assumed: true } => true,
            EscalationRequested { Assumed: true } => existing.Stages.Count > 1,
            Closed closed when (existing.RefusedOn ?? existing.ServiceRequestOn) == closed.On => true,
            Extended extended => existing.History.Any(known => IsSameExtension(known.Event, extended)),
            _ => existing.History.Any(known =>
                (IsSameAct(known.Event, told) && known.Event.On == told.On) || IsCorrectionTo(known.Event, told)
            ),
        };

    private static bool IsSameExtension(CaseEvent known, Extended told) =>
        known is Extended extended && extended.Stage == told.Stage && extended.Until == told.Until;

    private static bool IsSameAct(CaseEvent known, CaseEvent told) =>
        known.GetType() == told.GetType() && (known as StageEvent)?.Stage == (told as StageEvent)?.Stage;

    private static bool IsCorrectionTo(CaseEvent known, CaseEvent told) =>
        known is Corrected corrected
        && corrected.NewValue == told.On
        && (told as StageEvent)?.Stage == corrected.Stage
        && told switch
        {
            Received => corrected.Fact == CorrectableFact.ReceivedOn,
            Acknowledged => corrected.Fact == CorrectableFact.AcknowledgedOn,
            Responded => corrected.Fact == CorrectableFact.RespondedOn,
            _ => false,
        };

    /// <summary>A further extension or a second answer adds to what is recorded; anything else happens once.</summary>
    private static bool IsFurther(ImportedEvent step) =>
        step.Event is Extended || step.Field == "stage1_responded_again_on";

    private static CaseEvent? Recorded(Case existing, CaseEvent told) =>
        existing.History.Select(known => known.Event).LastOrDefault(known => IsSameAct(known, told));
}
