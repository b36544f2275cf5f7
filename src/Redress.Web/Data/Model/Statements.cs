using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>What a text of a request for a statement is.</summary>
public enum StatementTextKind
{
    Questions,
    Support,
    Extract,

    /// <summary>What whoever was asked said.</summary>
    Said,
}

/// <summary>
/// A text that whoever is asked for a statement may read: a copy, so that to show it nothing of the case need be read. Saved
/// with the event that released it.
/// </summary>
public sealed record StatementTextRow
{
    public required string RequestId { get; init; }
    public required int Number { get; init; }
    public required StatementTextKind Kind { get; init; }
    public required DateOnly On { get; init; }
    public required string Text { get; init; }

    /// <summary>What an event releases, or adds to what was said.</summary>
    /// <param name="happens">The event, with its words as they were written.</param>
    /// <param name="before">The case before it.</param>
    internal static IEnumerable<StatementTextRow> Of(CaseEvent happens, Case before) =>
        happens switch
        {
            StatementRequested asked =>
            [
                Row(asked.Request, 1, StatementTextKind.Questions, asked.On, asked.Questions),
                Row(asked.Request, 2, StatementTextKind.Support, asked.On, asked.Support),
                .. asked.Extracts.Select(
                    (extract, at) => Row(asked.Request, 3 + at, StatementTextKind.Extract, asked.On, extract)
                ),
            ],
            StatementGiven given => [Said(given, before.Statements[given.Statement - 1])],
            _ => [],
        };

    private static StatementTextRow Said(StatementGiven given, Statement asked) =>
        Row(asked.Request, 3 + asked.Extracts.Count + asked.Said.Count, StatementTextKind.Said, given.On, given.Text);

    private static StatementTextRow Row(string request, int number, StatementTextKind kind, DateOnly on, Words words) =>
        new()
        {
            RequestId = request,
            Number = number,
            Kind = kind,
            On = on,
            Text = words.Text!,
        };
}

/// <summary>A statement as far as whoever is asked has come with it: gone once they have sent it.</summary>
public sealed record StatementDraftRow
{
    public required string RequestId { get; init; }
    public required string Text { get; init; }
    public required DateOnly KeptOn { get; init; }
}
