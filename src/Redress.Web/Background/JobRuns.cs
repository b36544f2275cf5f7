using Redress.Web.Data;

namespace Redress.Web.Background;

/// <summary>
/// A run of a job is claimed by inserting its row: of several nodes, one inserts it and the others learn that it is
/// taken.
/// </summary>
public sealed class JobRuns(WriteGate gate, TimeProvider time)
{
    public async Task<bool> ClaimAsync(string job, DateTime dueAt, CancellationToken cancel)
    {
        var recording = new Recording();
        recording.Insert(
            new JobRunRow
            {
                Job = job,
                DueAt = dueAt,
                ClaimedAt = time.GetUtcNow().UtcDateTime,
            }
        );
        try
        {
            await gate.RecordAsync(recording, cancel);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
