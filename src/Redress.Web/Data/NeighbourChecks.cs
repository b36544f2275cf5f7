using System.Data.Common;

namespace Redress.Web.Data;

/// <summary>Asks the cases and the seals what history should hold, to find cut tails, lost streams and chains made anew.</summary>
internal static class NeighbourChecks
{
    private const string CasesOfAnotherLength = """
        SELECT 'case', c.id, CASE WHEN c.version < h.last THEN c.version ELSE coalesce(h.last, 0) END + 1
        FROM cases c
        LEFT JOIN (SELECT stream_id, max(sequence) AS last FROM history WHERE stream = 'case' GROUP BY stream_id) h
          ON h.stream_id = c.id
        WHERE c.version <> coalesce(h.last, 0)
        ORDER BY c.id LIMIT 1
        """;

    private const string HistoryWithoutCase = """
        SELECT stream, stream_id, sequence FROM history
        WHERE stream = 'case' AND NOT EXISTS (SELECT 1 FROM cases WHERE id = history.stream_id)
        ORDER BY stream, stream_id, sequence LIMIT 1
        """;

    private const string HeadsNotInHistory = """
        SELECT s.stream, s.stream_id, s.sequence
        FROM seal_heads s
        LEFT JOIN history h ON h.stream = s.stream AND h.stream_id = s.stream_id AND h.sequence = s.sequence
        WHERE h.hash IS NULL OR h.hash <> s.hash
        ORDER BY s.stream, s.stream_id, s.sequence LIMIT 1
        """;

    public static async Task RunAsync(DbTransaction snapshot, FirstAltered altered, CancellationToken cancel)
    {
        foreach (var check in new[] { CasesOfAnotherLength, HistoryWithoutCase, HeadsNotInHistory })
        {
            await using var command = snapshot.Command(check);
            command.CommandTimeout = 0;
            await using var reader = await command.ExecuteReaderAsync(cancel);
            if (await reader.ReadAsync(cancel))
            {
                altered.Found(reader.GetString(0), reader.GetString(1), reader.GetInt32(2));
            }
        }
    }
}
