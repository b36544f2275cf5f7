using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Procedures;

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
    private const string OnSqlite = """
        SELECT found.case_id
        FROM case_search_index AS matched JOIN case_search AS found ON found.number = matched.rowid
        WHERE case_search_index MATCH $1 ORDER BY matched.rowid DESC LIMIT 51
        """;

    /// <summary>
    /// GIN gives every match, and in no order. So the newest cases are looked through first, where a common word is soon
    /// found often enough; a word that is not is rare enough to sort all its matches. PostgreSQL cannot know which it is, and
    /// would guess: OFFSET 0 keeps it from walking through all cases for a rare word.
    /// </summary>
    private const string OnPostgres = """
        WITH newest AS MATERIALIZED (
            SELECT number, case_id
            FROM (SELECT number, case_id, words FROM case_search ORDER BY number DESC LIMIT 3000) AS looked_through
            WHERE words @@ CAST($1 AS tsquery) LIMIT 51
        ), matched AS (
            SELECT number, case_id FROM newest WHERE (SELECT count(*) FROM newest) = 51
            UNION ALL
            SELECT number, case_id FROM (
                SELECT number, case_id FROM case_search
                WHERE words @@ CAST($1 AS tsquery) AND (SELECT count(*) FROM newest) < 51
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

    private readonly Func<RedressContext, string[], IAsyncEnumerable<SaidText>> said = EF.CompileAsyncQuery(
        (RedressContext context, string[] ids) =>
            context
                .Words.AsNoTracking()
                .Where(row => ids.Contains(row.StreamId) && row.Text != null)
                .OrderBy(row => row.StreamId)
                .ThenBy(row => row.Sequence)
                .Select(row => new SaidText(row.StreamId, row.Text!.Substring(0, LookedThrough)))
    );

    private readonly Func<RedressContext, string[], IAsyncEnumerable<CasePersonRow>> people = EF.CompileAsyncQuery(
        (RedressContext context, string[] ids) =>
            context.CasePeople.AsNoTracking().Where(row => ids.Contains(row.CaseId))
    );

    /// <summary>The ids of the newest cases that have every word, one more than a page where there are more, whoever asks.</summary>
    /// <param name="context">Whose connection, which is open, is used.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="whole">Whether only whole words are found, and not also what begins so.</param>
    /// <param name="cancel">Stops it.</param>
    internal static async Task<List<string>> IdsAsync(
        RedressContext context,
        SearchQuery query,
        bool whole,
        CancellationToken cancel
    )
    {
        var connection = context.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        var match = command.CreateParameter();
        if (match is SqliteParameter)
        {
            (command.CommandText, match.ParameterName, match.Value) = (OnSqlite, "$1", query.Fts5(whole));
        }
        else
        {
            (command.CommandText, match.Value) = (OnPostgres, query.TsQuery(whole));
        }

        command.Parameters.Add(match);
        var found = new List<string>(Search.PageSize + 1);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    /// <summary>These cases, in no order.</summary>
    internal IAsyncEnumerable<FoundCase> Cases(RedressContext context, string[] ids) => cases(context, ids);

    /// <summary>What was said in these cases, in order.</summary>
    internal IAsyncEnumerable<SaidText> Said(RedressContext context, string[] caseIds) => said(context, caseIds);

    /// <summary>Everybody in these cases.</summary>
    internal IAsyncEnumerable<CasePersonRow> People(RedressContext context, string[] caseIds) =>
        people(context, caseIds);

    /// <summary>A text of a case, or its beginning.</summary>
    internal sealed record SaidText(string CaseId, string Text);
}
