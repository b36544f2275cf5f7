using System.Data;
using System.Data.Common;
using System.Threading.Channels;

namespace Redress.Web.Data;

/// <summary>
/// All writes of this process go through here, one transaction at a time. Whatever is waiting is written together and
/// committed once, so that eight people who save at once pay for one flush to disk. When a batch is refused it is
/// rolled back and each act is tried alone, so that only the guilty one hears of it.
/// </summary>
public sealed class WriteGate : IAsyncDisposable
{
    private const int MostTogether = 256;

    private readonly Database database;
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(4 * MostTogether) { SingleReader = true }
    );
    private readonly Task writing;
    private DbConnection? connection;
    private CaseRecorder? recorder;

    public WriteGate(Database database)
    {
        this.database = database;
        writing = Task.Run(WriteWhateverWaitsAsync);
    }

    /// <summary>Writes the act; returns once it is on disk.</summary>
    /// <exception cref="ConflictException">History was extended by somebody else since it was read.</exception>
    /// <exception cref="AlreadyDoneException">The request it answers was answered before.</exception>
    /// <exception cref="BusyException">Another process kept the database for too long.</exception>
    public async Task RecordAsync(Recording recording, CancellationToken cancel)
    {
        var waiting = new Waiting(recording);
        await queue.Writer.WriteAsync(waiting, cancel);

        // Once handed over it will be written: giving up now would leave the caller not knowing.
        await waiting.Done.Task;
    }

    /// <summary>
    /// Runs a write that must also read, in a transaction of its own when its turn comes. It must not save through
    /// another context, which would wait for the same turn.
    /// </summary>
    internal async Task<T> RunAsync<T>(Func<DbTransaction, CaseRecorder, Task<T>> write, CancellationToken cancel)
    {
        await database.Turn.WaitAsync(cancel);
        try
        {
            return await InTransactionAsync(write);
        }
        finally
        {
            database.Turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writing;
        await DisconnectAsync();
    }

    private async Task WriteWhateverWaitsAsync()
    {
        var batch = new List<Waiting>(MostTogether);
        while (await queue.Reader.WaitToReadAsync())
        {
            await database.Turn.WaitAsync();
            try
            {
                while (batch.Count < MostTogether && queue.Reader.TryRead(out var waiting))
                {
                    batch.Add(waiting);
                }

                await WriteAsync(batch);
            }
            finally
            {
                database.Turn.Release();
                batch.Clear();
            }
        }
    }

    private async Task WriteAsync(List<Waiting> batch)
    {
        try
        {
            await TogetherAsync([.. batch.Select(waiting => waiting.Recording)]);
            batch.ForEach(waiting => waiting.Done.SetResult());
        }
        catch (Exception refused) when (batch.Count == 1 || refused is BusyException)
        {
            batch.ForEach(waiting => waiting.Done.SetException(refused));
        }
        catch (Exception)
        {
            foreach (var waiting in batch)
            {
                await WriteAsync([waiting]);
            }
        }
    }

    private Task<bool> TogetherAsync(IReadOnlyList<Recording> recordings) =>
        InTransactionAsync(
            async (_, recorder) =>
            {
                await recorder.WriteAsync(recordings, CancellationToken.None);
                return true;
            }
        );

    private async Task<T> InTransactionAsync<T>(Func<DbTransaction, CaseRecorder, Task<T>> write)
    {
        try
        {
            // On SQLite this is BEGIN IMMEDIATE: it waits for other processes here or not at all.
            await using var transaction = await (await ConnectAsync()).BeginTransactionAsync();
            var written = await write(transaction, recorder!);
            await transaction.CommitAsync();
            return written;
        }
        catch (DbException busy) when (DatabaseErrors.IsBusy(busy))
        {
            throw new BusyException(busy);
        }
    }

    private async Task<DbConnection> ConnectAsync()
    {
        if (connection is not { State: ConnectionState.Open })
        {
            await DisconnectAsync();
            connection = await database.OpenAsync(CancellationToken.None);
            recorder = new CaseRecorder(database.Model, connection);
        }

        return connection;
    }

    private async Task DisconnectAsync()
    {
        recorder?.Dispose();
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private sealed record Waiting(Recording Recording)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
