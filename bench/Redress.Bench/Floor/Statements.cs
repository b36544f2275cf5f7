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

    /// <summary>The ids of the newest cases that hold a word, as each database gives them best.</summary>
    public const string FoundOnSqlite = """
        SELECT s.case_id FROM case_search_index i JOIN case_search s ON s.number = i.rowid
        WHERE case_search_index MATCH $1 ORDER BY i.rowid DESC LIMIT 51
        """;

    /// <inheritdoc cref="FoundOnSqlite"/>
    public const string FoundOnPostgres = $"""
        WITH newest AS MATERIALIZED (
            SELECT number, case_id
            FROM (SELECT number, case_id, words FROM case_search ORDER BY number DESC LIMIT 2500) AS looked_through
            WHERE words @@ CAST($1 AS tsquery) LIMIT 51
        ), recent AS MATERIALIZED (
            SELECT number, case_id FROM case_search
            WHERE {Indexed} @@ (CAST($1 AS tsquery) && (
                SELECT CAST('~' || era || '|~' || era - 1 AS tsquery)
                FROM (SELECT max(number) >> 47 AS era FROM case_search) AS last
            )) AND (SELECT count(*) FROM newest) < 51
            OFFSET 0
        ), matched AS (
            SELECT number, case_id FROM newest WHERE (SELECT count(*) FROM newest) = 51
            UNION ALL
            SELECT number, case_id FROM recent WHERE (SELECT count(*) FROM recent) >= 51
            UNION ALL
            SELECT number, case_id FROM (
                SELECT number, case_id FROM case_search
                WHERE {Indexed} @@ CAST($1 AS tsquery)
                    AND (SELECT count(*) FROM newest) < 51 AND (SELECT count(*) FROM recent) < 51
                OFFSET 0
            ) AS rare
        )
        SELECT case_id FROM matched ORDER BY number DESC LIMIT 51
        """;

    private const string Indexed = "(words || array_to_tsvector(ARRAY['~' || (number >> 47)]))";

    /// <summary>Asked about the cases found: what each line shows, and the texts its snippet is taken from.</summary>
    public static string[] AboutFound(string ids) =>
        [
            $"""
                SELECT c.id, c.reference, c.kind, c.status, c.stage,
                    (SELECT substr(w.text, 1, 160) FROM words w
                        WHERE w.stream_id = c.id AND w.sequence = 1 AND w.id = c.summary_words_id LIMIT 1),
                    (SELECT p.name FROM case_people p WHERE p.id = c.complainant_id LIMIT 1),
                    c.owner_id, c.next_duty, c.next_due_on, c.received_on
                FROM cases c WHERE c.id IN ({ids})
                """,
            $"""
                SELECT case_id, name || coalesce(', ' || phone, '') || coalesce(', ' || email, '')
                    || coalesce(', ' || address, '') || coalesce(', ' || postcode, ''), 0
                FROM case_people WHERE case_id IN ({ids})
                UNION ALL
                SELECT stream_id, substr(text, 1, 5000), sequence FROM words
                WHERE stream_id IN ({ids}) AND text IS NOT NULL
                """,
        ];
}
