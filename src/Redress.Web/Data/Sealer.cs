using System.Data.Common;

namespace Redress.Web.Data;

/// <summary>
/// Seals history: the head of every stream changed since the last seal goes into one value, chained to the value before.
/// Kept somewhere else, a value proves that no row it covers was changed and no stream cut or deleted since.
/// </summary>
public sealed class Sealer(Database database, WriteGate gate, TimeProvider time)
{
    // Acts that are being saved finish first, and those that come wait, so that no change slips between two seals.
    private const string HoldOffWriters = "LOCK TABLE unsealed IN SHARE ROW EXCLUSIVE MODE";

    private const string TakeHeads = """
        INSERT INTO seal_heads (seal, stream, stream_id, sequence, hash)
        SELECT $1, h.stream, h.stream_id, h.sequence, h.hash
        FROM unsealed u
        JOIN history h ON h.stream = u.stream AND h.stream_id = u.stream_id
        WHERE h.sequence = (SELECT max(sequence) FROM history WHERE stream = u.stream AND stream_id = u.stream_id)
        """;

    /// <summary>Seals what changed since the last seal.</summary>
    /// <returns>The value of the newest seal; empty while there is none.</returns>
    public Task<string> SealAsync(CancellationToken cancel) =>
        gate.RunAsync((transaction, recorder) => SealAsync(transaction, recorder, cancel), cancel);

    /// <summary>The same, in somebody's transaction.</summary>
    internal async Task<string> SealAsync(DbTransaction transaction, CaseRecorder recorder, CancellationToken cancel)
    {
        if (!database.IsSqlite)
        {
            await transaction.ExecuteAsync(HoldOffWriters, cancel);
        }

        var (last, previous) = await LastAsync(transaction, cancel);
        var number = last + 1;
        var heads = await transaction.ExecuteAsync(TakeHeads, cancel, number);
        if (heads == 0)
        {
            return previous;
        }

        await transaction.ExecuteAsync("DELETE FROM unsealed", cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var sealedAt = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
        var value = HistoryChain.OfSeal(number, sealedAt, heads, previous);
        value = await AddHeadsAsync(transaction, number, value, cancel);
        var recording = new Recording();
        recording.Insert(
            new SealRow
            {
                Number = number,
                SealedAt = sealedAt,
                Heads = heads,
                Previous = previous,
                Value = value,
            }
        );
        await recorder.WriteAsync([recording], cancel);
        return value;
    }

    private static async Task<(int Number, string Value)> LastAsync(DbTransaction transaction, CancellationToken cancel)
    {
        const string Last = "SELECT number, value FROM seals ORDER BY number DESC LIMIT 1";
        await using var command = transaction.Command(Last);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? (reader.GetInt32(0), reader.GetString(1)) : (0, "");
    }

    private static async Task<string> AddHeadsAsync(
        DbTransaction transaction,
        int number,
        string value,
        CancellationToken cancel
    )
    {
        const string Heads = """
            SELECT stream, stream_id, sequence, hash FROM seal_heads WHERE seal = $1 ORDER BY stream, stream_id
            """;
        await using var command = transaction.Command(Heads, number);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            value = HistoryChain.AddHead(
                value,
                reader.GetString(0),
                reader.GetString(1),
                reader.GetInt32(2),
                reader.GetString(3)
            );
        }

        return value;
    }
}
