namespace Redress.Bench.Floor;

/// <summary>
/// The product's own questions to the database, in the same order, without those about who is asking. When a page of
/// the product asks something else, this file must follow.
/// </summary>
internal static class Statements
{
    public const string Case = "SELECT id FROM cases WHERE reference = $1 OR id = $1 LIMIT 1";

    /// <summary>Asked about the case found, by its id.</summary>
    public static readonly string[] AboutCase =
    [
        "SELECT * FROM history WHERE stream = 'case' AND stream_id = $1 ORDER BY sequence",
        "SELECT * FROM duties WHERE case_id = $1",
        "SELECT * FROM words WHERE stream_id = $1",
        "SELECT * FROM case_people WHERE case_id = $1",
    ];

    public const string Worklist = """
        SELECT c.id, c.reference, c.kind, c.status, c.stage,
            (SELECT w.text FROM words w
                WHERE w.stream_id = c.id AND w.sequence = 1 AND w.id = c.summary_words_id LIMIT 1),
            (SELECT p.name FROM case_people p WHERE p.id = c.complainant_id LIMIT 1),
            c.owner_id, c.next_duty, c.next_due_on, c.received_on
        FROM cases c WHERE c.is_open ORDER BY c.due_order, c.id LIMIT 51
        """;
}
