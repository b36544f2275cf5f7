using System.Data.Common;
using System.Text.Json;

namespace Redress.Web.Data;

/// <summary>
/// Holds the calendars and settings in use to what history tells of them: each edition to its hash, each setting to its
/// last change.
/// </summary>
internal static class RulesCheck
{
    private const string Told = """
        SELECT stream, stream_id, sequence, data FROM history
        WHERE (stream = 'calendar' AND event = 'edition_added') OR (stream = 'settings' AND event = 'changed')
        ORDER BY stream, stream_id, sequence
        """;

    private const string Kept = """
        SELECT 'calendar', calendar_id, edition, data FROM calendar_editions
        UNION ALL
        SELECT 'settings', key, 0, value FROM settings
        """;

    public static async Task RunAsync(DbTransaction snapshot, FirstAltered altered, CancellationToken cancel)
    {
        var kept = await KeptAsync(snapshot, cancel);
        var told = new Dictionary<Place, (string? Hash, int Sequence)>();
        var last = new Dictionary<(string, string), int>();
        await using var command = snapshot.Command(Told);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var (stream, id, sequence) = (reader.GetString(0), reader.GetString(1), reader.GetInt32(2));
            last[(stream, id)] = sequence;
            if (Read(stream, reader.GetString(3)) is var (edition, hash))
            {
                told[new Place(stream, id, edition)] = (hash, sequence);
            }
            else
            {
                altered.Found(stream, id, sequence);
            }
        }

        foreach (var (place, (hash, sequence)) in told)
        {
            if (!kept.Remove(place, out var text) || (hash is not null && Sha256.Of(text) != hash))
            {
                // A setting changes without end: what changed it since its last row is a row that is missing.
                altered.Found(place.Stream, place.Id, place.Stream == Streams.Settings ? sequence + 1 : sequence);
            }
        }

        foreach (var place in kept.Keys)
        {
            altered.Found(place.Stream, place.Id, last.GetValueOrDefault((place.Stream, place.Id)) + 1);
        }
    }

    /// <summary>The hash is none in a row written before editions were hashed.</summary>
    private static (int Edition, string? Hash)? Read(string stream, string data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            var row = json.RootElement;
            return stream == Streams.Settings ? (0, Sha256.Of(row.GetProperty("value").GetString()!))
                : row.TryGetProperty("sha256", out var hash) ? (row.GetProperty("edition").GetInt32(), hash.GetString())
                : (row.GetProperty("edition").GetInt32(), null);
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static async Task<Dictionary<Place, string>> KeptAsync(DbTransaction snapshot, CancellationToken cancel)
    {
        var kept = new Dictionary<Place, string>();
        await using var command = snapshot.Command(Kept);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            kept[new Place(reader.GetString(0), reader.GetString(1), reader.GetInt32(2))] = reader.GetString(3);
        }

        return kept;
    }

    /// <summary>A setting has one edition, 0.</summary>
    private readonly record struct Place(string Stream, string Id, int Edition);
}
