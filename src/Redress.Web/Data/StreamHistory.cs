using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;

namespace Redress.Web.Data;

/// <summary>History of what is not a case: settings, calendars, procedures. Same table, same chain.</summary>
internal static class StreamHistory
{
    /// <summary>Adds the next row of a stream to what is about to be recorded.</summary>
    public static async Task AppendAsync(
        this RedressContext context,
        Recording recording,
        (string Stream, string Id) stream,
        (string Event, string Data) happened,
        Signature signature,
        CancellationToken cancel
    )
    {
        var last = await context
            .History.AsNoTracking()
            .Where(row => row.Stream == stream.Stream && row.StreamId == stream.Id)
            .OrderByDescending(row => row.Sequence)
            .FirstOrDefaultAsync(cancel);
        recording.Append(last, stream, happened, signature);
    }

    /// <summary>The same after the last row as the caller has read it: if there is one more by then, it is a conflict.</summary>
    public static HistoryRow Append(
        this Recording recording,
        HistoryRow? last,
        (string Stream, string Id) stream,
        (string Event, string Data) happened,
        Signature signature
    ) => recording.Append(last is null ? (0, null) : (last.Sequence, last.Hash), stream, happened, signature);

    /// <summary>The same after the end of the stream: its last sequence, and that row's hash.</summary>
    /// <returns>The row, which is the last for whatever is added next.</returns>
    public static HistoryRow Append(
        this Recording recording,
        (int Sequence, string? Hash) last,
        (string Stream, string Id) stream,
        (string Event, string Data) happened,
        Signature signature
    )
    {
        var at = new DateTime(
            signature.At.Ticks - (signature.At.Ticks % TimeSpan.TicksPerMicrosecond),
            DateTimeKind.Utc
        );
        var row = new HistoryRow
        {
            Stream = stream.Stream,
            StreamId = stream.Id,
            Sequence = last.Sequence + 1,
            Event = happened.Event,
            Version = 1,
            Data = happened.Data,
            On = LondonTime.Day(at),
            RecordedAt = at,
            Who = signature.Who,
            OnBehalfOf = signature.OnBehalfOf,
            Hash = "",
        };
        row = row with { Hash = HistoryChain.HashOf(row, last.Hash) };
        recording.Insert(row);
        recording.Put(new UnsealedRow { Stream = stream.Stream, StreamId = stream.Id });
        return row;
    }
}
