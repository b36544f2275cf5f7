using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;

namespace Redress.Web.Data;

/// <summary>Whose looks are asked for.</summary>
public enum Lookers
{
    Everybody,

    /// <summary>Those who came by an access code.</summary>
    Residents,

    Staff,
}

/// <summary>Which looks are asked for.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="CaseId">The one case; none for every case.</param>
/// <param name="By">Whose.</param>
public sealed record LooksAsked(DateOnly From, DateOnly Until, string? CaseId, Lookers By);

/// <summary>That somebody looked at a case, and at which.</summary>
public sealed record Look(string CaseId, string Reference, Reading Reading);

/// <summary>
/// Who saw what in a period, of all cases or of one: <see cref="Readings"/> across cases. Looks at cases that whoever asks
/// must not know of, because it is about them or sealed, are left out, as everywhere.
/// </summary>
public sealed class WhoSaw(RedressContext context, Readings readings)
{
    private const string ByCode = "\"by\":\"code\"";

    /// <summary>How many looks there are; what was noted here a moment ago among them.</summary>
    public async Task<int> CountAsync(LooksAsked asked, CancellationToken cancel)
    {
        await readings.WriteAsync(cancel);
        return await Rows(asked).CountAsync(cancel);
    }

    /// <summary>The latest first.</summary>
    public async IAsyncEnumerable<Look> ReadAsync(
        LooksAsked asked,
        int? most,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        await readings.WriteAsync(cancel);
        var rows = Rows(asked)
            .OrderByDescending(found => found.Row.RecordedAt)
            .ThenBy(found => found.Row.StreamId)
            .ThenByDescending(found => found.Row.Sequence);
        var some = most is { } limit ? rows.Take(limit) : rows;
        await foreach (var found in some.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return new Look(found.Row.StreamId, found.Reference, Readings.ReadingOf(found.Row));
        }
    }

    private IQueryable<Found> Rows(LooksAsked asked)
    {
        var from = LondonTime.Utc(asked.From, TimeOnly.MinValue);
        var until = LondonTime.Utc(asked.Until.AddDays(1), TimeOnly.MinValue);
        var rows = context
            .History.AsNoTracking()
            .Where(row => row.Stream == Streams.Reading && row.RecordedAt >= from && row.RecordedAt < until);
        if (asked.CaseId is { } only)
        {
            rows = rows.Where(row => row.StreamId == only);
        }

        rows = asked.By switch
        {
            Lookers.Residents => rows.Where(row => row.Data.Contains(ByCode)),
            Lookers.Staff => rows.Where(row => !row.Data.Contains(ByCode)),
            _ => rows,
        };
        return rows.Join(
            context.Cases,
            row => row.StreamId,
            one => one.Id,
            (row, one) => new Found { Row = row, Reference = one.Reference }
        );
    }

    private sealed record Found
    {
        public required HistoryRow Row { get; init; }
        public required string Reference { get; init; }
    }
}
