using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Redress.Web.Data;

/// <summary>What became of a check of all history.</summary>
/// <param name="Rows">Rows of history.</param>
/// <param name="StreamCount">Streams they belong to.</param>
/// <param name="Seal">The value of the newest seal, to be kept elsewhere; none while nothing was sealed.</param>
/// <param name="Altered">The first row that is not as it was written; none when all are.</param>
public sealed record Verification(long Rows, long StreamCount, string? Seal, AlteredRow? Altered);

/// <summary>
/// Where history was altered. For a row that is missing, its place; for a broken seal, the stream <c>seal</c> and its
/// number.
/// </summary>
public sealed record AlteredRow(string Stream, string StreamId, int Sequence);

/// <summary>
/// Reads all of history once, in order, holding one row at a time, and recomputes every hash. What a chain cannot show
/// by itself is asked of its neighbours: a cut tail of the case's own version and of the seals, a chain computed anew of
/// the seals, changed words of their salted hashes, a changed calendar or setting of the row that tells of it, a changed seal of the
/// seals after it. Every file that history tells of is read too.
/// </summary>
public sealed class Verifier(Database database, FileStore files)
{
    public async Task<Verification> VerifyAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var snapshot = await SnapshotAsync(connection, cancel);
        return await VerifyAsync(snapshot, files, cancel);
    }

    internal static async Task<Verification> VerifyAsync(
        DbTransaction snapshot,
        FileStore files,
        CancellationToken cancel
    )
    {
        var altered = new FirstAltered();
        var (rows, streams, told) = await HistoryCheck.RunAsync(snapshot, altered, cancel);
        await FileCheck.RunAsync(told, files, altered, cancel);
        await NeighbourChecks.RunAsync(snapshot, altered, cancel);
        await RulesCheck.RunAsync(snapshot, altered, cancel);
        var seal = await SealCheck.RunAsync(snapshot, altered, cancel);
        return new Verification(rows, streams, seal, altered.First);
    }

    /// <summary>One state of the database, whatever is written meanwhile.</summary>
    private static async Task<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken cancel) =>
        connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
}

/// <summary>Of all that was found, what comes first in order of stream, id and sequence.</summary>
internal sealed class FirstAltered
{
    public AlteredRow? First { get; private set; }

    public void Found(string stream, string streamId, int sequence)
    {
        var found = new AlteredRow(stream, streamId, sequence);
        if (First is null || Compare(found, First) < 0)
        {
            First = found;
        }
    }

    private static int Compare(AlteredRow one, AlteredRow other)
    {
        var byStream = string.CompareOrdinal(one.Stream, other.Stream);
        var byId = byStream != 0 ? byStream : string.CompareOrdinal(one.StreamId, other.StreamId);
        return byId != 0 ? byId : one.Sequence.CompareTo(other.Sequence);
    }
}
