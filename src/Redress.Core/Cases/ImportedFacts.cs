namespace Redress.Core.Cases;

/// <summary>
/// What a row says of a known case that is no act: how it is sorted, how it came, its outcome. What was not known is added
/// where an event can carry it, and what the case never held is refused, so that nothing a file says is passed over in
/// silence. Words are not compared: history holds only their hash.
/// </summary>
internal sealed class ImportedFacts(Case existing, ImportedRow row)
{
    /// <summary>How the row sorts the case, as far as it was not sorted before; none where it says nothing new.</summary>
    public Classified? News(Received told, DateOnly on)
    {
        var service = New("service", told.Service, Held<string>(of => (of as Received)?.Service, of => of.Service));
        var category = New(
            "category",
            told.Category,
            Held<string>(of => (of as Received)?.Category, of => of.Category)
        );
        var tenures = Held<Tenure?>(of => Known((of as Received)?.Tenure), of => Known(of.Tenure));
        var tenure = New("tenure", Known(told.Tenure), tenures);
        return (service ?? category) is null && tenure is null ? null : new Classified(on, service, category, tenure);
    }

    /// <summary>Says of how the case came, and under which procedure, what the row has otherwise.</summary>
    public void CheckReceipt(Received told)
    {
        Check("channel", told.Channel, [existing.Channel]);
        if (row.Text("procedure") is not null)
        {
            Check("procedure", told.ProcedureId, [existing.Stages[0].ProcedureId]);
        }
    }

    /// <summary>The outcome of answers that are known.</summary>
    public void CheckOutcome() =>
        Check(
            "outcome",
            row.Choice<Finding>("outcome"),
            [
                .. existing.History.Select(recorded =>
                    recorded.Event switch
                    {
                        Responded answer => answer.Outcome,
                        Closed closed => closed.Outcome,
                        _ => null,
                    }
                ),
            ]
        );

    private List<T?> Held<T>(Func<CaseEvent, T?> atReceipt, Func<Classified, T?> since) =>
        [
            .. existing.History.Select(known =>
                known.Event is Classified sorted ? since(sorted) : atReceipt(known.Event)
            ),
        ];

    private static Tenure? Known(Tenure? tenure) => tenure == Tenure.Unknown ? null : tenure;

    private T? New<T>(string field, T? told, List<T?> held)
    {
        if (told is null || held.TrueForAll(value => value is null))
        {
            return told;
        }

        Check(field, told, held);
        return default;
    }

    private void Check<T>(string field, T? told, List<T?> held)
    {
        if (told is not null && !held.Contains(told))
        {
            row.Wrong(
                field,
                held.Exists(value => value is not null)
                    ? "The case was recorded with another. Change the case, not the file."
                    : "The case was recorded without one, and it cannot be added by a file. Change the case."
            );
        }
    }
}
