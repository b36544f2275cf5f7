using System.Data.Common;
using Redress.Web.Data;

namespace Redress.Web.Tests.Data;

/// <summary>
/// Somebody with the database file and time on their hands. Does one of the things such a person would do, at random,
/// and says what was done and, where that can be told, which row a check must name.
/// </summary>
internal sealed class Tampering(DbConnection connection, int seed)
{
    private readonly Random random = new(seed);
    private DbTransaction transaction = null!;
    private CancellationToken cancel;

    private bool IsSqlite => connection is Microsoft.Data.Sqlite.SqliteConnection;

    /// <param name="within">Where it is done.</param>
    /// <param name="allSealed">False while nothing was sealed: then only what is found without a seal is done.</param>
    /// <param name="until">Stops it.</param>
    public async Task<(string What, AlteredRow? Where)> DoAsync(
        DbTransaction within,
        bool allSealed,
        CancellationToken until
    )
    {
        (transaction, cancel) = (within, until);
        var rows = await HistoryAsync();
        var row = rows[random.Next(rows.Count)];
        return random.Next(allSealed ? 14 : 10) switch
        {
            0 or 1 or 2 => await EditAsync(row),
            3 => await DeleteAsync(row),
            4 => await SwapDataAsync(rows, row),
            5 => await SwapSequenceAsync(rows, row),
            6 => await EditWordsAsync(),
            7 => await EditCalendarAsync(),
            8 => await EditSettingAsync(),
            9 => await InsertAsync(rows, row),
            10 => await CutTailAsync(row),
            11 => await DeleteStreamAsync(row),
            12 => await RehashAsync(rows, row),
            _ => await EditSealAsync(),
        };
    }

    private async Task<(string, AlteredRow?)> EditAsync(HistoryRow row)
    {
        var edits = new List<string>
        {
            "event = 'logged2'",
            "version = version + 1",
            "data = data || ' '",
            "data = replace(data, '2', '3')",
            IsSqlite ? "\"on\" = date(\"on\", '-1 day')" : "\"on\" = \"on\" - 1",
            IsSqlite
                ? "recorded_at = strftime('%Y-%m-%d %H:%M:%S', recorded_at, '-1 second')"
                : "recorded_at = recorded_at - interval '1 microsecond'",
            "who = 'somebody'",
            "on_behalf_of = ''",
            "hash = upper(hash) || '0'",
            "stream_id = stream_id || 'x'",
            "sequence = sequence + 1000",
            "stream = 'procedure'",
        };
        if (IsSqlite)
        {
            edits.AddRange(["version = 1.5", "sequence = sequence + 0.5", "recorded_at = 'yesterday'", "\"on\" = ''"]);
        }

        var edit = edits[random.Next(edits.Count)];
        await ExecuteAsync($"UPDATE history SET {edit} WHERE {Key(row)}");
        var place = edit.StartsWith("stream", StringComparison.Ordinal) ? null : Place(row);
        return ($"edit {edit}", place);
    }

    private async Task<(string, AlteredRow?)> DeleteAsync(HistoryRow row)
    {
        await ExecuteAsync($"DELETE FROM history WHERE {Key(row)}");
        return ("delete", Place(row));
    }

    private async Task<(string, AlteredRow?)> SwapDataAsync(List<HistoryRow> rows, HistoryRow row)
    {
        var other = rows[random.Next(rows.Count)];
        if (other.Data == row.Data)
        {
            return await EditAsync(row);
        }

        await ExecuteAsync($"UPDATE history SET event = $1, data = $2 WHERE {Key(row)}", other.Event, other.Data);
        await ExecuteAsync($"UPDATE history SET event = $1, data = $2 WHERE {Key(other)}", row.Event, row.Data);
        return ("swap data", null);
    }

    private async Task<(string, AlteredRow?)> SwapSequenceAsync(List<HistoryRow> rows, HistoryRow row)
    {
        var next = rows.Find(other => other.StreamId == row.StreamId && other.Sequence == row.Sequence + 1);
        if (next is null)
        {
            return await DeleteAsync(row);
        }

        await ExecuteAsync($"UPDATE history SET sequence = -1 WHERE {Key(row)}");
        await ExecuteAsync($"UPDATE history SET sequence = {row.Sequence} WHERE {Key(next)}");
        await ExecuteAsync($"UPDATE history SET sequence = {next.Sequence} WHERE {Key(row with { Sequence = -1 })}");
        return ("swap sequence", Place(row));
    }

    private async Task<(string, AlteredRow?)> CutTailAsync(HistoryRow row)
    {
        await ExecuteAsync(
            $"DELETE FROM history WHERE stream = $1 AND stream_id = $2 AND sequence >= {row.Sequence}",
            row.Stream,
            row.StreamId
        );
        if (random.Next(2) == 0)
        {
            // The case's own row goes along, so that only the seals know better.
            await ExecuteAsync($"UPDATE cases SET version = {row.Sequence - 1} WHERE id = $1", row.StreamId);
            return ("cut tail and case", null);
        }

        return ("cut tail", row.Stream == Streams.Case ? Place(row) : null);
    }

    private async Task<(string, AlteredRow?)> DeleteStreamAsync(HistoryRow row)
    {
        await ExecuteAsync("DELETE FROM history WHERE stream = $1 AND stream_id = $2", row.Stream, row.StreamId);
        await ExecuteAsync("DELETE FROM words WHERE stream_id = $1", row.StreamId);
        await ExecuteAsync("DELETE FROM cases WHERE id = $1", row.StreamId);
        return ("delete stream", null);
    }

    /// <summary>The careful forger: edits a row and makes every later hash of the stream fit again.</summary>
    private async Task<(string, AlteredRow?)> RehashAsync(List<HistoryRow> rows, HistoryRow row)
    {
        var hash = rows.Find(other => other.StreamId == row.StreamId && other.Sequence == row.Sequence - 1)?.Hash;
        foreach (var old in rows.Where(other => other.StreamId == row.StreamId && other.Sequence >= row.Sequence))
        {
            var forged = old.Sequence == row.Sequence ? old with { Who = "somebody" } : old;
            hash = HistoryChain.HashOf(forged, hash);
            await ExecuteAsync($"UPDATE history SET who = $1, hash = $2 WHERE {Key(old)}", forged.Who, hash);
        }

        return ("rehash", null);
    }

    private async Task<(string, AlteredRow?)> EditWordsAsync()
    {
        var edits = new[]
        {
            "UPDATE words SET text = text || '.' WHERE",
            "UPDATE words SET salt = '00' || salt WHERE",
            "UPDATE words SET salt = 'salt' WHERE",
            "UPDATE words SET text = NULL WHERE",
            "UPDATE words SET sequence = sequence + 1 WHERE",
            "DELETE FROM words WHERE",
        };
        var edit = edits[random.Next(edits.Length)];
        await ExecuteAsync($"{edit} id = '1.1' AND stream_id = (SELECT max(id) FROM cases)");
        return (edit, null);
    }

    private async Task<(string, AlteredRow?)> EditCalendarAsync()
    {
        var (edit, added) = random.Next(4) switch
        {
            0 => ("UPDATE calendar_editions SET data = replace(data, '2025-12-25', '2025-12-24')", false),
            1 => ("UPDATE calendar_editions SET edition = edition + 1", false),
            2 => ("DELETE FROM calendar_editions", false),
            _ => (
                "INSERT INTO calendar_editions SELECT calendar_id, edition + 1, data, adopted_at FROM calendar_editions",
                true
            ),
        };
        await ExecuteAsync($"{edit} WHERE calendar_id = 'scotland'");
        return (edit, new AlteredRow(Streams.Calendar, "scotland", added ? 2 : 1));
    }

    private async Task<(string, AlteredRow?)> EditSettingAsync()
    {
        var (edit, key, place) = random.Next(4) switch
        {
            0 => ("UPDATE settings SET value = '2025-12-30' WHERE key = 'closures'", "closures", 3),
            1 => ("UPDATE settings SET key = 'closed' WHERE key = 'closures'", "closed", 1),
            2 => ("DELETE FROM settings WHERE key = 'closures'", "closures", 3),
            _ => ("INSERT INTO settings (key, value) VALUES ('procedures', 'code-2020')", "procedures", 1),
        };
        await ExecuteAsync(edit);
        return (edit, new AlteredRow(Streams.Settings, key, place));
    }

    private async Task<(string, AlteredRow?)> EditSealAsync()
    {
        var number = random.Next(1, 4);
        var edits = new[]
        {
            $"UPDATE seals SET value = upper(value) || '0' WHERE number = {number}",
            $"UPDATE seals SET previous = 'x' WHERE number = {number}",
            $"UPDATE seals SET heads = heads + 1 WHERE number = {number}",
            $"UPDATE seals SET sealed_at = '2020-01-01 00:00:00' WHERE number = {number}",
            $"UPDATE seals SET number = number + 10 WHERE number = {number}",
            $"DELETE FROM seals WHERE number = {number}",
            $"UPDATE seal_heads SET hash = 'x' WHERE seal = {number}",
            $"DELETE FROM seal_heads WHERE seal = {number}",
            $"DELETE FROM seal_heads WHERE stream_id = (SELECT max(stream_id) FROM seal_heads WHERE seal = {number})",
        };
        var edit = edits[random.Next(edits.Length)];
        await ExecuteAsync(edit);
        return (edit, null);
    }

    /// <summary>A row too many at the end of a stream, hashed as it should be.</summary>
    private async Task<(string, AlteredRow?)> InsertAsync(List<HistoryRow> rows, HistoryRow row)
    {
        var last = rows.FindLast(other => other.StreamId == row.StreamId)!;
        if (last.Stream != Streams.Case)
        {
            return await DeleteAsync(last);
        }

        var added = last with { Sequence = last.Sequence + 1, Who = "somebody" };
        await ExecuteAsync(
            $"""
            INSERT INTO history (stream, stream_id, sequence, event, version, data, "on", recorded_at, who, hash)
            SELECT stream, stream_id, {added.Sequence}, event, version, data, "on", recorded_at, $1, $2
            FROM history WHERE {Key(last)}
            """,
            added.Who,
            HistoryChain.HashOf(added, last.Hash)
        );
        return ("insert", Place(added));
    }

    private static AlteredRow Place(HistoryRow row) => new(row.Stream, row.StreamId, row.Sequence);

    private static string Key(HistoryRow row) =>
        $"stream = '{row.Stream}' AND stream_id = '{row.StreamId}' AND sequence = {row.Sequence}";

    private Task<int> ExecuteAsync(string sql, params object[] values) => transaction.ExecuteAsync(sql, cancel, values);

    private async Task<List<HistoryRow>> HistoryAsync()
    {
        await using var command = transaction.Command(
            """
            SELECT stream, stream_id, sequence, event, version, data, "on", recorded_at, who, on_behalf_of, hash
            FROM history ORDER BY stream, stream_id, sequence
            """
        );
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<HistoryRow>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    private static HistoryRow Row(DbDataReader reader) =>
        new()
        {
            Stream = reader.GetString(0),
            StreamId = reader.GetString(1),
            Sequence = reader.GetInt32(2),
            Event = reader.GetString(3),
            Version = reader.GetInt32(4),
            Data = reader.GetString(5),
            On = reader.GetFieldValue<DateOnly>(6),
            RecordedAt = DateTime.SpecifyKind(reader.GetDateTime(7), DateTimeKind.Utc),
            Who = reader.GetString(8),
            OnBehalfOf = reader.IsDBNull(9) ? null : reader.GetString(9),
            Hash = reader.GetString(10),
        };
}
