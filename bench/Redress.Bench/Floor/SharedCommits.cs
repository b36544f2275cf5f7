using System.Threading.Channels;

namespace Redress.Bench.Floor;

/// <summary>One writer that commits whatever is waiting, so that many callers pay for one flush to disk.</summary>
internal sealed class SharedCommits
{
    private const int AtMost = 64;

    private readonly Channel<(IReadOnlyList<Insert> Inserts, TaskCompletionSource Done)> waiting =
        Channel.CreateUnbounded<(IReadOnlyList<Insert>, TaskCompletionSource)>(
            new UnboundedChannelOptions { SingleReader = true }
        );

    public SharedCommits(FloorDatabase database) => _ = Task.Run(() => WriteAsync(database));

    public Task WriteAsync(IReadOnlyList<Insert> inserts)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Writer.TryWrite((inserts, done));
        return done.Task;
    }

    private async Task WriteAsync(FloorDatabase database)
    {
        await using var connection = database.Open();
        var inserts = new List<Insert>();
        var callers = new List<TaskCompletionSource>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (callers.Count < AtMost && waiting.Reader.TryRead(out var next))
            {
                inserts.AddRange(next.Inserts);
                callers.Add(next.Done);
            }

            try
            {
                await database.WriteAsync(connection, inserts);
                callers.ForEach(caller => caller.SetResult());
            }
            catch (Exception failure)
            {
                callers.ForEach(caller => caller.SetException(failure));
            }

            inserts.Clear();
            callers.Clear();
        }
    }
}
