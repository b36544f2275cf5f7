namespace Redress.Core.Cases;

/// <summary>What came of reading one row: the events it adds, or what is wrong with it, field by field.</summary>
public sealed record Imported(IReadOnlyList<CaseEvent> Events, IReadOnlyList<ImportError> Errors);

/// <summary>
/// A case from another system, one row of dates, turned into the events it tells of. History is taken as it was, also
/// where it was late, incomplete or answered twice; nothing is made up but what is marked as assumed.
/// </summary>
public static class ImportedHistory
{
    /// <summary>Who records it: nobody in particular, since it does not say who did what.</summary>
    public const string RecordedBy = "import";

    /// <summary>The columns a file of cases may have. Only <c>reference</c> and <c>kind</c> are needed.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "reference",
        "kind",
        "received_on",
        "logged_on",
        "acknowledged_on",
        "stage0_responded_on",
        "stage1_extended_to",
        "stage1_extension_told_on",
        "stage1_extension_reason",
        "stage1_extension_ombudsman_details",
        "stage1_responded_on",
        "stage1_responded_again_on",
        "escalation_requested_on",
        "stage2_acknowledged_on",
        "stage2_extended_to",
        "stage2_extension_told_on",
        "stage2_extension_reason",
        "stage2_extension_ombudsman_details",
        "stage2_responded_on",
        "withdrawn_on",
        "closed_on",
        "outcome",
        "service",
        "category",
        "tenure",
        "channel",
        "procedure",
        "summary",
    ];

    /// <summary>The events a row adds.</summary>
    /// <param name="cells">The row by column; empty and missing cells mean that nothing is known.</param>
    /// <param name="existing">The case of that reference, where it was imported or logged before.</param>
    /// <param name="owner">
    /// Who becomes responsible for it, if it is open, nobody is, and they may have it (<see cref="Assignment"/>); none where
    /// nobody can be. Else it waits to be assigned.
    /// </param>
    /// <param name="rules">The landlord's rules.</param>
    /// <param name="today">Today: nothing in the row may be later.</param>
    public static Imported Decide(
        IReadOnlyDictionary<string, string> cells,
        Case? existing,
        string? owner,
        Rules rules,
        DateOnly today
    )
    {
        var row = new ImportedRow(cells);
        var told = new ImportedStory(row, rules, today).Tell();
        if (existing is not null)
        {
            told = ImportedChanges.Since(existing, told, row);
        }

        List<CaseEvent> events = row.Errors.Count > 0 ? [] : [.. told.Select(step => step.Event)];
        if (events.Count > 0 && existing?.ErasedOn is { } erasedOn)
        {
            row.Wrong(
                "reference",
                $"The case was erased on {erasedOn:yyyy-MM-dd}, and nothing is added to it. Leave the row out."
            );
        }
        else if (events.Count > 0 && CaseWith(existing, events) is { IsOver: false } open)
        {
            if (open.WithdrawnOn is { } withdrawnOn)
            {
                row.Wrong(
                    "escalation_requested_on",
                    $"The case was withdrawn on {withdrawnOn:yyyy-MM-dd}, so it went no further. One of the two is wrong."
                );
            }
            else if (open.Owner is null && owner is not null)
            {
                events.AddRange(Assignment.Decide(open, new(owner), rules, today).Events);
            }
        }

        return row.Errors.Count > 0 ? new Imported([], row.Errors) : new Imported(events, []);
    }

    /// <summary>What the case comes to with the events the row adds.</summary>
    private static Case CaseWith(Case? existing, List<CaseEvent> added)
    {
        var before = existing?.History ?? [];
        var after = added.Select((told, at) => new RecordedEvent(before.Count + at + 1, told, default, Who: ""));
        return Case.Fold(existing?.Id ?? "", before.Concat(after));
    }
}
