using System.Threading.RateLimiting;

namespace Redress.Web.Security;

/// <summary>
/// Checking a password is slow on purpose. Two are checked at a time and a few wait, so that a flood of them takes from
/// nobody who is at work; whoever comes when many wait already is told to come again.
/// </summary>
public sealed class HashTurns : IDisposable
{
    public const int AtOnce = 2;

    public const int Waiting = 50;

    private readonly ConcurrencyLimiter turns = new(
        new()
        {
            PermitLimit = AtOnce,
            QueueLimit = Waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Waits for a turn, which ends when what is returned is disposed.</summary>
    /// <exception cref="TooManyHashesException">Too many wait already.</exception>
    public async Task<IDisposable> TakeAsync(CancellationToken cancel)
    {
        var lease = await turns.AcquireAsync(cancellationToken: cancel);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        throw new TooManyHashesException();
    }

    public void Dispose() => turns.Dispose();
}

/// <summary>More passwords wait to be checked than can be. Nothing is known of this one.</summary>
public sealed class TooManyHashesException()
    : Exception("Too many passwords wait to be checked: try again in a moment.");
