using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>A case that was found, newest first.</summary>
public sealed record FoundCase(
    string Id,
    string Reference,
    CaseKind Kind,
    CaseStatus Status,
    int Stage,
    string? Summary,
    string? Complainant,
    string? OwnerId,
    DutyName? NextDuty,
    DateOnly? NextDueOn,
    DateOnly ReceivedOn,
    string CalendarId,
    int CalendarEdition
)
{
    /// <summary>Where what was looked for is found, if it is not in the reference, the name and the summary.</summary>
    public string? Elsewhere { get; init; }
}

/// <summary>The queries of a search, compiled once for the installation's database.</summary>
public sealed class SearchQueries
{
    /// <summary>Of a text so much is looked through for the words that were found.</summary>
    private const int LookedThrough = 5_000;

    /// <summary>FTS5 gives the newest first as it comes to them, and stops.</summary>
    private static string OnSqlite(string inSight) =>
        $"""
            SELECT found.case_id
            FROM case_search_index AS matched JOIN case_search AS found ON found.number = matched.rowid
            WHERE case_search_index MATCH $1 {inSight} ORDER BY matched.rowid DESC LIMIT 51
            """;

    /// <summary>
    /// What PostgreSQL's index is of: the words, and as one word more the 64 days in which the case came in, which its
    /// number begins with, written as nobody can type it.
    /// </summary>
    private const string Indexed = "(words || array_to_tsvector(ARRAY['~' || (number >> 47)]))";

    /// <summary>
    /// GIN gives every match, and in no order, and to fetch them is what costs. So the newest cases are looked through
    /// first, where a common word is soon found often enough; then the index is asked for those of the last weeks; a word
    /// that is too rare even there has few matches, and all are sorted. PostgreSQL cannot know which it is, and would guess:
    /// OFFSET 0 keeps it from walking through all cases for a rare word.
    /// </summary>
    private static string OnPostgres(string inSight) =>
        $"""
            WITH newest AS MATERIALIZED (
                SELECT number, case_id
                FROM (SELECT number, case_id, words FROM case_search ORDER BY number DESC LIMIT 2500) AS looked_through
                WHERE words @@ CAST($1 AS tsquery) {inSight} LIMIT 51
            ), recent AS MATERIALIZED (
                SELECT number, case_id FROM case_search
                WHERE {Indexed} @@ (CAST($1 AS tsquery) && (
                    SELECT CAST('~' || era || '|~' || era - 1 AS tsquery)
                    FROM (SELECT max(number) >> 47 AS era FROM case_search) AS last
                )) {inSight} AND (SELECT count(*) FROM newest) < 51
                OFFSET 0
            ), matched AS (
                SELECT number, case_id FROM newest WHERE (SELECT count(*) FROM newest) = 51
                UNION ALL
                SELECT number, case_id FROM recent WHERE (SELECT count(*) FROM recent) >= 51
                UNION ALL
                SELECT number, case_id FROM (
                    SELECT number, case_id FROM case_search
                    WHERE {Indexed} @@ CAST($1 AS tsquery) {inSight}
                        AND (SELECT count(*) FROM newest) < 51 AND (SELECT count(*) FROM recent) < 51
                    OFFSET 0
                ) AS rare
            )
            SELECT case_id FROM matched ORDER BY number DESC LIMIT 51
            """;

    private readonly Func<RedressContext, string[], IAsyncEnumerable<FoundCase>> cases = EF.CompileAsyncQuery(
        (RedressContext context, string[] ids) =>
            context
                .Cases.AsNoTracking()
                .Where(row => ids.Contains(row.Id))
                .Select(row => new FoundCase(
                    row.Id,
                    row.Reference,
                    row.Kind,
                    row.Status,
                    row.Stage,
                    context
                        .Words.Where(words => words.StreamId == row.Id && words.Sequence == 1)
                        .Where(words => words.Id == row.SummaryWordsId)
                        .Select(words => words.Text!.Substring(0, LookedThrough))
                        .FirstOrDefault(),
                    context.CasePeople.Where(p => p.Id == row.ComplainantId).Select(p => p.Name).FirstOrDefault(),
                    row.OwnerId,
                    row.NextDuty,
                    row.NextDueOn,
                    row.ReceivedOn,
                    row.CalendarId,
                    row.CalendarEdition
                ))
    );

    private readonly Func<RedressContext, string[], IAsyncEnumerable<FoundText>> texts = EF.CompileAsyncQuery(
        (RedressContext context, string[] ids) =>
            context
                .CasePeople.Where(row => ids.Contains(row.CaseId))
                .Select(row => new
                {
                    row.CaseId,
                    Sequence = 0,
                    Text = row.Name
                        + (row.Phone == null ? "" : ", " + row.Phone)
                        + (row.Email == null ? "" : ", " + row.Email)
                        + (row.Address == null ? "" : ", " + row.Address)
                        + (row.Postcode == null ? "" : ", " + row.Postcode),
                })
                .Concat(
                    context
                        .Words.Where(row => ids.Contains(row.StreamId) && row.Text != null)
                        .Select(row => new
                        {
                            CaseId = row.StreamId,
                            row.Sequence,
                            Text = row.Text!.Substring(0, LookedThrough),
                        })
                )
                .Select(row => new FoundText(row.CaseId, row.Sequence, row.Text))
    );

    /// <summary>The ids of the newest cases that have every word, one more than a page where there are more.</summary>
    /// <param name="context">Whose connection, which is open, is used.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="person">Who asks, and finds only what is in their sight.</param>
    /// <param name="today">Today, which may be past the last day that somebody sees a sealed case.</param>
    /// <param name="whole">Whether only whole words are found, and not also what begins so.</param>
    /// <param name="cancel">Stops it.</param>
    internal static async Task<List<string>> IdsAsync(
        RedressContext context,
        SearchQuery query,
        CurrentPerson person,
        DateOnly today,
        bool whole,
        CancellationToken cancel
    )
    {
        var inSight = InSight(person.Sight);
        var connection = context.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        var match = command.CreateParameter();
        if (match is SqliteParameter)
        {
            (command.CommandText, match.ParameterName, match.Value) = (OnSqlite(inSight), "$1", query.Fts5(whole));
        }
        else
        {
            (command.CommandText, match.Value) = (OnPostgres(inSight), query.TsQuery(whole));
        }

        command.Parameters.Add(match);
        if (inSight.Contains("$2", StringComparison.Ordinal))
        {
            var reader = command.CreateParameter();
            (reader.ParameterName, reader.Value) = (match is SqliteParameter ? "$2" : "", person.Id);
            command.Parameters.Add(reader);
            var day = command.CreateParameter();
            (day.ParameterName, day.Value) = (match is SqliteParameter ? "$3" : "", today);
            command.Parameters.Add(day);
        }

        var found = new List<string>(Search.PageSize + 1);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    /// <summary>
    /// What more a match must be, for whoever does not see every case: the same as the filter of <see cref="RedressContext"/>,
    /// asked of the matches so that a page of them is full and no more are told of than are shown.
    /// </summary>
    private static string InSight(Sight sight)
    {
        const string OpenToThem = """
            AND case_id NOT IN (SELECT s.case_id FROM case_subjects s WHERE s.person_id = $2)
            AND case_id NOT IN (
                SELECT r.case_id FROM case_readers r WHERE r.case_id NOT IN (
                    SELECT mine.case_id FROM case_readers mine
                    WHERE mine.person_id = $2 AND (mine.until IS NULL OR mine.until >= $3)
                )
            )
            """;
        if (sight.Every)
        {
            return OpenToThem;
        }

        var any = new List<string>();
        if (sight.Known)
        {
            any.Add("NOT EXISTS (SELECT 1 FROM case_people p WHERE p.case_id = c.id AND p.confidential)");
        }

        if (sight.Own)
        {
            any.Add("c.owner_id = $2");
            any.Add("EXISTS (SELECT 1 FROM case_asks a WHERE a.case_id = c.id AND a.asked_of = $2)");
            any.Add(
                "(c.owner_id IS NULL AND EXISTS (SELECT 1 FROM history h WHERE h.stream = 'case' "
                    + "AND h.stream_id = c.id AND h.sequence = 1 AND h.who = $2))"
            );
        }

        return any.Count == 0
            ? "AND 1 = 0"
            : $"{OpenToThem} AND EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id AND ({string.Join(" OR ", any)}))";
    }

    /// <summary>These cases, in no order.</summary>
    internal IAsyncEnumerable<FoundCase> Cases(RedressContext context, string[] ids) => cases(context, ids);

    /// <summary>Who is in these cases and what was said in them, in no order.</summary>
    internal IAsyncEnumerable<FoundText> Texts(RedressContext context, string[] caseIds) => texts(context, caseIds);

    /// <summary>How somebody in a case is reached, or a text of it or its beginning.</summary>
    /// <param name="CaseId">Of which case.</param>
    /// <param name="Sequence">Where in its history it was said; 0 for a person.</param>
    /// <param name="Text">Itself.</param>
    internal sealed record FoundText(string CaseId, int Sequence, string Text);
}
