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

    /// <summary>Asked with "true": said as a value, both databases seek in the index.</summary>
    public const string Worklist =
        "SELECT reference, kind, stage, next_duty, next_due_on, owner_id, received_on, category FROM cases "
        + "WHERE is_open = $1 ORDER BY next_due_on, id LIMIT 50";
}
