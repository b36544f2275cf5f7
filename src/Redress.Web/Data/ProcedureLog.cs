using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Redress.Web.Data;

/// <summary>
/// Which procedure files of the landlord's were read, each with its hash, in history. A file lies outside the database,
/// and one that changes under its id moves what was judged by it before: that cannot be prevented here, only seen.
/// </summary>
public sealed class ProcedureLog(Database database, ProcedureStore procedures, WriteGate gate)
{
    /// <summary>Notes every file that is new, or is not as it was noted last.</summary>
    /// <exception cref="ConflictException">Another node noted it at the same moment.</exception>
    public async Task NoteAsync(Signature signature, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var noted = await NotedAsync(context, cancel);
        var recording = new Recording();
        foreach (var (id, hash) in procedures.ReadOwn().Hashes)
        {
            var last = noted[id].LastOrDefault();
            if (last is null || HashIn(last) != hash)
            {
                var data = new JsonObject { ["sha256"] = hash }.ToJsonString();
                recording.Append(last, (Streams.Procedure, id), ("file_read", data), signature);
            }
        }

        if (recording.Count > 0)
        {
            await gate.RecordAsync(recording, cancel);
        }
    }

    /// <summary>The ids of those whose file does not say now, or cannot be read to say, what it said when first read.</summary>
    public async Task<IReadOnlyList<string>> ChangedAsync(CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var now = procedures.ReadOwn().Hashes;
        var noted = await NotedAsync(context, cancel);
        return
        [
            .. noted.Where(file => now.GetValueOrDefault(file.Key) != HashIn(file.First())).Select(file => file.Key),
        ];
    }

    private static string HashIn(HistoryRow noted) => JsonNode.Parse(noted.Data)!["sha256"]!.GetValue<string>();

    /// <summary>What was noted of each id, the first first.</summary>
    private static async Task<ILookup<string, HistoryRow>> NotedAsync(RedressContext context, CancellationToken cancel)
    {
        var rows = await context
            .History.AsNoTracking()
            .Where(row => row.Stream == Streams.Procedure)
            .OrderBy(row => row.StreamId)
            .ThenBy(row => row.Sequence)
            .ToListAsync(cancel);
        return rows.ToLookup(row => row.StreamId, StringComparer.Ordinal);
    }
}
