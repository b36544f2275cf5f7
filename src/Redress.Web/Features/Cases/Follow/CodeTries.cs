using System.Threading.RateLimiting;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>
/// How often a code may be tried: five times in a quarter of an hour for one reference, and for all references together
/// no more than the server can well check. Nothing is kept of who tries.
/// </summary>
public sealed class CodeTries : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> tries = PartitionedRateLimiter.CreateChained(
        Limiter(reference => reference, 5),
        Limiter(_ => "", 1_000)
    );

    /// <summary>Whether one more try is allowed for a reference, as typed.</summary>
    public bool Take(string reference)
    {
        using var lease = tries.AttemptAcquire(CaseReference.Read(reference) ?? reference);
        return lease.IsAcquired;
    }

    public void Dispose() => tries.Dispose();

    private static PartitionedRateLimiter<string> Limiter(Func<string, string> of, int most) =>
        PartitionedRateLimiter.Create<string, string>(reference =>
            RateLimitPartition.GetFixedWindowLimiter(
                of(reference),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }
            )
        );
}
