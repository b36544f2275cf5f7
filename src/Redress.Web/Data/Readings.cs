using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Redress.Core;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>That somebody looked at a case.</summary>
/// <param name="At">When.</param>
/// <param name="Who">The id of their account; <see cref="CurrentPerson.Resident"/> of somebody without one.</param>
/// <param name="For">The act of the page or endpoint they asked for, as it was called then.</param>
/// <param name="By">What let them see it.</param>
/// <param name="As">Which resident it was; none of staff.</param>
public sealed record Reading(DateTime At, string Who, string For, SeenBy By, string? As);

/// <summary>What lets somebody see a case.</summary>
public enum SeenBy
{
    /// <summary>Their role sees every case.</summary>
    Every,

    /// <summary>They work on the front line, and nobody in the case is confidential.</summary>
    FrontLine,

    /// <summary>It is theirs: given to them, or asked of them.</summary>
    Own,

    /// <summary>Its access code.</summary>
    Code,
}

/// <summary>
/// Who looked at which case, when and by what right. Looking is history too, of a stream of its own beside each case's, and
/// chained and sealed like it: nobody unsees a case by deleting a row. What was seen is noted here at once and written a
/// second later, so that nobody waits to read.
/// </summary>
/// <remarks>
/// The same person looking again for the same thing within a quarter of an hour is one reading. Of a resident who would not
/// be known nothing is kept.
/// </remarks>
public sealed class Readings(Database database, WriteGate gate, TimeProvider time) : IDisposable
{
    private const string Looked = "looked";
    private const int MostWaiting = 4096;
    private const int MostRemembered = 50_000;

    private static readonly TimeSpan OneReading = TimeSpan.FromMinutes(15);

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly ConcurrentQueue<Noted> waiting = new();
    private readonly ConcurrentDictionary<(string Who, string? As, string CaseId, Act For), DateTime> seen = new();
    private readonly SemaphoreSlim writing = new(1);

    /// <summary>Notes that somebody is shown a case.</summary>
    public async Task NoteAsync(CurrentPerson reader, string caseId, CancellationToken cancel)
    {
        if (!reader.IsSignedIn && reader.FollowsAs is null)
        {
            return;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var key = (reader.Who, reader.FollowsAs, caseId, reader.For);
        if (!seen.TryGetValue(key, out var before) || now - before >= OneReading)
        {
            if (seen.Count >= MostRemembered)
            {
                seen.Clear();
            }

            seen[key] = now;
            waiting.Enqueue(
                new Noted(
                    caseId,
                    new Reading(now, reader.Who, WireName.Of(reader.For), ByOf(reader.Sight), reader.FollowsAs)
                )
            );
        }

        if (waiting.Count >= MostWaiting)
        {
            await WriteAsync(cancel);
        }
    }

    /// <summary>Writes what was noted; returns once it is on disk. What another node wrote first stands before it.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        var taken = new List<Noted>();
        try
        {
            while (taken.Count < MostWaiting && waiting.TryDequeue(out var one))
            {
                taken.Add(one);
            }

            while (taken.Count > 0 && !await TryWriteAsync(taken, cancel))
            {
                // Another node wrote of one of the cases at the same time.
            }
        }
        catch
        {
            taken.ForEach(waiting.Enqueue);
            throw;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Who looked at a case, the latest first, what was noted here a moment ago among them.</summary>
    public async Task<IReadOnlyList<Reading>> OfAsync(
        RedressContext context,
        string caseId,
        int most,
        CancellationToken cancel
    )
    {
        await WriteAsync(cancel);
        var rows = await context
            .History.AsNoTracking()
            .Where(row => row.Stream == Streams.Reading && row.StreamId == caseId)
            .OrderByDescending(row => row.Sequence)
            .Take(most)
            .ToListAsync(cancel);
        return [.. rows.Select(ReadingOf)];
    }

    public void Dispose() => writing.Dispose();

    internal static Reading ReadingOf(HistoryRow row)
    {
        var data = JsonSerializer.Deserialize<Data>(row.Data, Json)!;
        return new(row.RecordedAt, row.Who, data.For, data.By, data.As);
    }

    private async Task<bool> TryWriteAsync(List<Noted> taken, CancellationToken cancel)
    {
        try
        {
            return await gate.RunAsync(
                (transaction, recorder) => AppendAsync(taken, transaction, recorder, cancel),
                cancel
            );
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private async Task<bool> AppendAsync(
        List<Noted> taken,
        DbTransaction transaction,
        CaseRecorder recorder,
        CancellationToken cancel
    )
    {
        await using var context = database.ContextIn(transaction);
        string[] ids = [.. taken.Select(one => one.CaseId).Distinct(StringComparer.Ordinal)];

        // Each case's own end is looked up by its key: to find the ends among all that was ever looked at takes longer the
        // more there is of it.
        var last = await context
            .Cases.Where(row => ids.Contains(row.Id))
            .Select(row => new
            {
                row.Id,
                Sequence = context
                    .History.Where(look => look.Stream == Streams.Reading && look.StreamId == row.Id)
                    .Max(look => (int?)look.Sequence)
                    ?? 0,
                Hash = context
                    .History.Where(look => look.Stream == Streams.Reading && look.StreamId == row.Id)
                    .OrderByDescending(look => look.Sequence)
                    .Select(look => look.Hash)
                    .FirstOrDefault(),
            })
            .ToDictionaryAsync(row => row.Id, row => (row.Sequence, row.Hash), StringComparer.Ordinal, cancel);
        var recording = new Recording();
        foreach (var (caseId, one) in taken)
        {
            var data = new Data(one.For, one.By, one.As);
            var row = recording.Append(
                last.GetValueOrDefault(caseId),
                (Streams.Reading, caseId),
                (Looked, JsonSerializer.Serialize(data, Json)),
                new Signature(one.Who, one.At)
            );
            last[caseId] = (row.Sequence, row.Hash);
        }

        await recorder.WriteAsync([recording], cancel);
        return true;
    }

    private static SeenBy ByOf(Sight sight) =>
        sight.Only is not null ? SeenBy.Code
        : sight.Every ? SeenBy.Every
        : sight.Known ? SeenBy.FrontLine
        : SeenBy.Own;

    private sealed record Noted(string CaseId, Reading Reading);

    private sealed record Data(string For, SeenBy By, string? As);
}
