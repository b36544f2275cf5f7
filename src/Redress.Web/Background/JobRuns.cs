using System.Data.Common;
using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>
/// A run of a job is claimed by inserting its row: of several nodes, one inserts it and the others learn that it is
/// taken. The work is done in the same transaction, so that a run which fails or is cut short gives its claim back.
/// </summary>
public sealed class JobRuns(WriteGate gate, TimeProvider time)
{
    /// <returns>False where the run is somebody else's, or done.</returns>
    internal async Task<bool> RunAsync(
        string job,
        DateTime dueAt,
        Func<DbTransaction, CaseRecorder, Task> work,
        CancellationToken cancel
    )
    {
        var claim = new Recording();
        claim.Insert(
            new JobRunRow
            {
                Job = job,
                DueAt = dueAt,
                ClaimedAt = time.GetUtcNow().UtcDateTime,
            }
        );
        var claimed = false;
        try
        {
            return await gate.RunAsync(
                async (transaction, recorder) =>
                {
                    await recorder.WriteAsync([claim], cancel);
                    claimed = true;
                    await work(transaction, recorder);
                    return true;
                },
                cancel
            );
        }
        catch (ConflictException) when (!claimed)
        {
            return false;
        }
    }
}
