using System.Data.Common;

namespace Redress.Web.Data;

/// <summary>Recomputes every seal from the heads it holds and the seal before it.</summary>
internal static class SealCheck
{
    private const string Stream = "seal";

    private const string SealsWithHeads = """
        SELECT s.number, s.sealed_at, s.heads, s.previous, s.value, h.stream, h.stream_id, h.sequence, h.hash
        FROM seals s
        LEFT JOIN seal_heads h ON h.seal = s.number
        ORDER BY s.number, h.stream, h.stream_id
        """;

    private const string HeadsWithoutSeal = """
        SELECT min(seal) FROM seal_heads WHERE NOT EXISTS (SELECT 1 FROM seals WHERE number = seal_heads.seal)
        """;

    /// <returns>The value of the newest seal.</returns>
    public static async Task<string?> RunAsync(DbTransaction snapshot, FirstAltered altered, CancellationToken cancel)
    {
        var newest = await RecomputeAsync(snapshot, altered, cancel);
        await using var orphans = snapshot.Command(HeadsWithoutSeal);
        if (await orphans.ExecuteScalarAsync(cancel) is { } seal and not DBNull)
        {
            Found(altered, Convert.ToInt32(seal));
        }

        return newest;
    }

    private static async Task<string?> RecomputeAsync(
        DbTransaction snapshot,
        FirstAltered altered,
        CancellationToken cancel
    )
    {
        await using var command = snapshot.Command(SealsWithHeads);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var number = 0;
        string? stored = null;
        var computed = "";
        while (await reader.ReadAsync(cancel))
        {
            if (stored is null || reader.GetInt32(0) != number)
            {
                Settle(altered, number, stored, computed);
                computed = Begin(reader, altered, number + 1, stored ?? "");
                number = reader.GetInt32(0);
                stored = reader.GetString(4);
            }

            computed = AddHead(reader, computed);
        }

        Settle(altered, number, stored, computed);
        return stored;
    }

    private static string AddHead(DbDataReader reader, string computed) =>
        reader.IsDBNull(5)
            ? computed
            : HistoryChain.AddHead(
                computed,
                reader.GetString(5),
                reader.GetString(6),
                reader.GetInt32(7),
                reader.GetString(8)
            );

    private static string Begin(DbDataReader reader, FirstAltered altered, int expected, string previous)
    {
        var number = reader.GetInt32(0);
        if (number != expected || reader.GetString(3) != previous)
        {
            Found(altered, expected);
        }

        try
        {
            return HistoryChain.OfSeal(number, HistoryCheck.Instant(reader, 1), reader.GetInt32(2), previous);
        }
        catch (FormatException)
        {
            return "";
        }
    }

    private static void Settle(FirstAltered altered, int number, string? stored, string computed)
    {
        if (stored is not null && stored != computed)
        {
            Found(altered, number);
        }
    }

    private static void Found(FirstAltered altered, int seal) => altered.Found(Stream, $"{seal}", seal);
}
