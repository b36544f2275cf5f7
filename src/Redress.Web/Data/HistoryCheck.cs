using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>A file as a row of history tells of it.</summary>
internal sealed record ToldFile(string StreamId, int Sequence, string Hash);

/// <summary>Recomputes the chain of every stream, and the salted hash of every word that is still there.</summary>
internal sealed class HistoryCheck
{
    // Numbers come as text, so that a sequence of 2.5, which SQLite would store, is not taken for 2.
    private const string Rows = """
        SELECT h.stream, h.stream_id, CAST(h.sequence AS TEXT), h.event, CAST(h.version AS TEXT), h.data, h."on",
               h.recorded_at, h.who, h.on_behalf_of, h.hash, w.id, w.salt, w.text, w.erased_at
        FROM history h
        LEFT JOIN words w ON h.stream IN ('case', 'incident') AND w.stream_id = h.stream_id AND w.sequence = h.sequence
        ORDER BY h.stream, h.stream_id, h.sequence
        """;

    private readonly FirstAltered altered;
    private readonly Dictionary<string, string> wordsOwed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> wordsOfStream = new(StringComparer.Ordinal);
    private readonly HashSet<string> contents = new(StringComparer.Ordinal);
    private readonly List<ToldFile> files = [];
    private HistoryRow? last;
    private long rows;
    private long streams;

    /// <summary>The first row of the stream whose words are erased, though no event told so yet.</summary>
    private int? erasedUntold;

    private HistoryCheck(FirstAltered altered) => this.altered = altered;

    /// <returns>How many rows and streams there are, and the files they tell of that were not erased.</returns>
    public static async Task<(long Rows, long Streams, IReadOnlyList<ToldFile> Files)> RunAsync(
        DbTransaction snapshot,
        FirstAltered altered,
        CancellationToken cancel
    )
    {
        var check = new HistoryCheck(altered);
        await using var command = snapshot.Command(Rows);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            check.Read(reader);
        }

        check.SettleWords();
        check.SettleStream();
        return (check.rows, check.streams, check.files);
    }

    private void Read(DbDataReader reader)
    {
        HistoryRow row;
        try
        {
            row = RowOf(reader);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or OverflowException)
        {
            // Its place may be unreadable too; then the row that should come next is the one that is not as written.
            var (stream, streamId) = (reader.GetString(0), reader.GetString(1));
            altered.Found(
                stream,
                streamId,
                last?.StreamId == streamId && last.Stream == stream ? last.Sequence + 1 : 1
            );
            return;
        }

        // A row with several words comes once for each.
        if (last is null || !IsSameRow(last, row))
        {
            SettleWords();
            CheckLink(row);
            OweWords(row);
            last = row;
        }

        CheckWords(reader, row);
    }

    private void CheckLink(HistoryRow row)
    {
        rows++;
        var continues = last is not null && last.Stream == row.Stream && last.StreamId == row.StreamId;
        streams += continues ? 0 : 1;
        if (!continues)
        {
            SettleStream();
            wordsOfStream.Clear();
        }

        erasedUntold = row is { Stream: Streams.Case, Event: CaseEventJson.ErasedName } ? null : erasedUntold;

        var expected = continues ? last!.Sequence + 1 : 1;
        if (row.Sequence != expected)
        {
            altered.Found(row.Stream, row.StreamId, expected);
        }
        else if (HistoryChain.HashOf(row, continues ? last!.Hash : null) != row.Hash)
        {
            altered.Found(row.Stream, row.StreamId, row.Sequence);
        }
    }

    /// <summary>
    /// Every word an event speaks of must have its row, with its text unless that was erased. What a letter says is spoken
    /// of again when it leaves, and then by the same hash.
    /// </summary>
    private void OweWords(HistoryRow row)
    {
        contents.Clear();
        try
        {
            if (row.Stream == Streams.Incident)
            {
                IncidentJson.Read(row.Event, row.Data).WithWords(words => Owe(words, row));
            }
            else if (row.Stream == Streams.Case)
            {
                var told = CaseEventJson.Read(row.Event, row.Version, row.Data);
                told.WithWords(words => Owe(words, row));
                contents.UnionWith((told as MessageReceived)?.Files?.Select(file => file.Content.Id!) ?? []);
            }
        }
        catch (JsonException)
        {
            altered.Found(row.Stream, row.StreamId, row.Sequence);
        }
    }

    private Words Owe(Words words, HistoryRow row)
    {
        if (!wordsOfStream.TryGetValue(words.Id!, out var hash))
        {
            wordsOfStream[words.Id!] = wordsOwed[words.Id!] = words.Hash!;
        }
        else if (hash != words.Hash)
        {
            altered.Found(row.Stream, row.StreamId, row.Sequence);
        }

        return words;
    }

    private void CheckWords(DbDataReader reader, HistoryRow row)
    {
        if (reader.IsDBNull(11) || !wordsOwed.Remove(reader.GetString(11), out var hash))
        {
            return;
        }

        var erased = !reader.IsDBNull(14);
        var intact = reader.IsDBNull(13) ? erased : HashOf(reader.GetString(13), reader.GetString(12)) == hash;
        if (!intact)
        {
            altered.Found(row.Stream, row.StreamId, row.Sequence);
        }
        else if (reader.IsDBNull(13))
        {
            erasedUntold ??= row.Sequence;
        }
        else if (contents.Contains(reader.GetString(11)))
        {
            files.Add(new ToldFile(row.StreamId, row.Sequence, reader.GetString(13)));
        }
    }

    private void SettleWords()
    {
        if (wordsOwed.Count > 0)
        {
            altered.Found(last!.Stream, last.StreamId, last.Sequence);
            wordsOwed.Clear();
        }
    }

    /// <summary>Words are erased with the event that says so, and in no other way.</summary>
    private void SettleStream()
    {
        if (erasedUntold is { } sequence)
        {
            altered.Found(last!.Stream, last.StreamId, sequence);
            erasedUntold = null;
        }
    }

    private static string? HashOf(string text, string salt)
    {
        try
        {
            return Words.HashOf(text, Convert.FromHexString(salt));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsSameRow(HistoryRow one, HistoryRow other) =>
        one.Sequence == other.Sequence && one.StreamId == other.StreamId && one.Stream == other.Stream;

    private static HistoryRow RowOf(DbDataReader reader) =>
        new()
        {
            Stream = reader.GetString(0),
            StreamId = reader.GetString(1),
            Sequence = int.Parse(reader.GetString(2), NumberStyles.None, CultureInfo.InvariantCulture),
            Event = reader.GetString(3),
            Version = int.Parse(reader.GetString(4), NumberStyles.None, CultureInfo.InvariantCulture),
            Data = reader.GetString(5),
            On = Day(reader, 6),
            RecordedAt = Instant(reader, 7),
            Who = reader.GetString(8),
            OnBehalfOf = reader.IsDBNull(9) ? null : reader.GetString(9),
            Hash = reader.GetString(10),
        };

    private static DateOnly Day(DbDataReader reader, int column) =>
        reader.GetValue(column) is string text
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : reader.GetFieldValue<DateOnly>(column);

    /// <summary>SQLite keeps text; only the spelling it was written in is taken for the same instant.</summary>
    internal static DateTime Instant(DbDataReader reader, int column)
    {
        const string Written = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
        if (reader.GetValue(column) is not string text)
        {
            return reader.GetDateTime(column);
        }

        var instant = DateTime.ParseExact(
            text,
            Written,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );
        return instant.ToString(Written, CultureInfo.InvariantCulture) == text
            ? instant
            : throw new FormatException($"'{text}' is not as it was written.");
    }
}
