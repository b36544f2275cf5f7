using Redress.Core.History;

namespace Redress.Web.Data;

/// <summary>The chain as rows of the table have it.</summary>
internal static class HistoryChain
{
    /// <summary>What the hash of this row must be, after the row with that hash.</summary>
    public static string HashOf(HistoryRow row, string? previousHash) =>
        HistoryHash.Of(
            previousHash,
            row.Stream,
            row.StreamId,
            row.Sequence,
            row.Event,
            row.Version,
            row.Data,
            row.On,
            row.RecordedAt,
            row.Who,
            row.OnBehalfOf
        );

    /// <summary>The first link of a seal; each head in order of stream and id then makes the next.</summary>
    public static string OfSeal(int number, DateTime sealedAt, int heads, string previous) =>
        HistoryHash.OfFields([$"{number}", $"{sealedAt:yyyy-MM-ddTHH:mm:ss.ffffff}Z", $"{heads}", previous]);

    public static string AddHead(string value, string stream, string streamId, int sequence, string hash) =>
        HistoryHash.OfFields([value, stream, streamId, $"{sequence}", hash]);
}
