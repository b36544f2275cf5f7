using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;

namespace Redress.Web.Data;

/// <summary>
/// Wrong codes, counted in the database so that all nodes count together. Of who tries nothing is kept, and of when the
/// day; in which quarter of an hour it was lies only in the hash that is the row's id, and the row goes after a day.
/// </summary>
/// <remarks>
/// Five wrong tries in a quarter of an hour end the guessing of one code, as its first group names it: it is not looked at
/// any more. Whoever does not know that group cannot use those tries up, so nobody keeps others out of their own case.
/// docs/decisions/0009 has the reasons.
/// </remarks>
public sealed class CodeTries(Database database, WriteGate gate, TimeProvider time) : IDisposable
{
    /// <summary>How many wrong tries are answered as such.</summary>
    public const int Most = 5;

    private const int FirstGroup = 4;

    private const string Count = """
        INSERT INTO code_tries (id, wrong, on_day) VALUES ($1, 1, $2)
        ON CONFLICT (id) DO UPDATE SET wrong = code_tries.wrong + 1
        """;

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>
    /// To look at a code is slow on purpose. So many at once, and the rest one after the other, is what all guessing
    /// together can come to; nobody is refused for what others tried unless the queue is full.
    /// </summary>
    private readonly ConcurrencyLimiter atOnce = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = 4,
            QueueLimit = 64,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Waits for a turn to look at a code; not acquired where too many wait already.</summary>
    internal ValueTask<RateLimitLease> TurnAsync(CancellationToken cancel) => atOnce.AcquireAsync(1, cancel);

    /// <summary>How often wrong codes were tried in this quarter of an hour and the one before.</summary>
    /// <param name="reference">The reference, as read.</param>
    /// <param name="code">The code, as read; empty where it cannot be one.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>With the same first group, and with any.</returns>
    internal async Task<(int Alike, int Any)> WrongAsync(string reference, string code, CancellationToken cancel)
    {
        var (alike, any) = (Ids(Alike(reference, code)), Ids(reference));
        await using var context = database.NewContext();
        var rows = await context
            .CodeTries.AsNoTracking()
            .Where(row => alike.Contains(row.Id) || any.Contains(row.Id))
            .ToListAsync(cancel);
        return (
            rows.Where(row => alike.Contains(row.Id)).Sum(row => row.Wrong),
            rows.Where(row => any.Contains(row.Id)).Sum(row => row.Wrong)
        );
    }

    /// <summary>The code that was tried is wrong.</summary>
    /// <inheritdoc cref="WrongAsync"/>
    internal Task MissAsync(string reference, string code, CancellationToken cancel) =>
        gate.RunAsync(
            async (transaction, _) =>
            {
                var today = LondonTime.Today(time);
                await transaction.ExecuteAsync("DELETE FROM code_tries WHERE on_day < $1", cancel, today.AddDays(-1));
                await transaction.ExecuteAsync(Count, cancel, Ids(Alike(reference, code))[0], today);
                return await transaction.ExecuteAsync(Count, cancel, Ids(reference)[0], today);
            },
            cancel
        );

    public void Dispose() => atOnce.Dispose();

    private static string Alike(string reference, string code) =>
        $"{reference} {code[..Math.Min(FirstGroup, code.Length)]}";

    /// <summary>Of this quarter of an hour, and of the one before: so that five are all there are in any fifteen minutes.</summary>
    private string[] Ids(string tried)
    {
        var quarter = time.GetUtcNow().Ticks / Quarter.Ticks;
        return [Sha256.Of($"{tried} {quarter}"), Sha256.Of($"{tried} {quarter - 1}")];
    }
}
