using System.Threading.RateLimiting;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>
/// How often a code may be tried. A wrong one five times in a quarter of an hour for one reference: the right one costs
/// nothing, because neighbours in one case open it by the same reference. And no more tries at once than the server can
/// well check. Nothing is kept of who tries.
/// </summary>
public sealed class CodeTries : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> wrong = Limiter(reference => reference, 5);

    /// <summary>Several at the same time begin before any of them is known to be wrong, so all tries have an end too.</summary>
    private readonly PartitionedRateLimiter<string> tries = PartitionedRateLimiter.CreateChained(
        Limiter(reference => reference, 100),
        Limiter(_ => "", 1_000)
    );

    /// <summary>Whether one more try is allowed for a reference, as typed.</summary>
    public bool Take(string reference)
    {
        using var stillAllowed = wrong.AttemptAcquire(Key(reference), permitCount: 0);
        using var lease = tries.AttemptAcquire(Key(reference));
        return stillAllowed.IsAcquired && lease.IsAcquired;
    }

    /// <summary>The code tried for a reference was wrong.</summary>
    public void Miss(string reference)
    {
        using var counted = wrong.AttemptAcquire(Key(reference));
    }

    public void Dispose()
    {
        wrong.Dispose();
        tries.Dispose();
    }

    private static string Key(string reference) => CaseReference.Read(reference) ?? reference;

    private static PartitionedRateLimiter<string> Limiter(Func<string, string> of, int most) =>
        PartitionedRateLimiter.Create<string, string>(reference =>
            RateLimitPartition.GetFixedWindowLimiter(
                of(reference),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }
            )
        );
}
