using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Text;

namespace Redress.Bench.Load;

/// <summary>
/// A closed loop: each connection asks, reads the whole answer, checks it and asks again. One wrong answer fails the
/// run, because a server that refuses is fast.
/// </summary>
internal static class LoadClient
{
    public static LoadResult Run(LoadPlan plan)
    {
        var references = File.ReadLines(plan.References).Select(Encoding.UTF8.GetBytes).ToArray();
        var runs = Enumerable.Range(0, plan.Connections).Select(i => new OneConnection(plan, references, i)).ToArray();

        // Threads and not tasks: each spends its life waiting on its own blocking socket.
        var threads = runs.Select(run => new Thread(run.Run)).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        if (runs.FirstOrDefault(run => run.Failure is not null) is { } failed)
        {
            throw new InvalidOperationException(failed.Failure);
        }

        var times = runs.SelectMany(run => run.Ticks).Order().ToArray();
        return new LoadResult(
            times.Length,
            runs.Sum(run => run.Ticks.Count / run.Measured.TotalSeconds),
            Milliseconds(times[times.Length / 2]),
            Milliseconds(times[(int)(times.Length * 0.99)]),
            Milliseconds(times[^1]),
            (int)(runs.Sum(run => run.Bytes) / times.Length)
        );
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;

    private sealed class OneConnection(LoadPlan plan, byte[][] references, int number)
    {
        // What is unique is a random start, and a number counted up.
        private const int TakenForRun = 12;

        private readonly Template request = new(plan.Request);
        private readonly Template marker = new(plan.Marker);

        // The same cases in the same order for the floor and the product.
        private readonly Random random = new(number);

        public List<long> Ticks { get; } = new(1 << 20);
        public TimeSpan Measured { get; private set; }
        public long Bytes { get; private set; }
        public string? Failure { get; private set; }

        public void Run()
        {
            try
            {
                using var connection = new HttpConnection(plan.Port);
                var asked = new byte[16 * 1024];
                var expected = new byte[1024];
                var unique = Encoding.UTF8.GetBytes($"{Guid.NewGuid():N}"[..Template.UniqueLength]);
                var asks = 0;

                var begun = Stopwatch.GetTimestamp();
                var warm = begun + (long)(plan.WarmUpSeconds * Stopwatch.Frequency);
                var done = warm + (long)(plan.Seconds * Stopwatch.Frequency);
                var measuredFrom = 0L;
                while (true)
                {
                    var reference = references[random.Next(references.Length)];
                    Utf8Formatter.TryFormat(++asks, unique.AsSpan(TakenForRun), out _, new StandardFormat('d', 12));
                    var length = request.Write(asked, reference, unique);

                    var sent = Stopwatch.GetTimestamp();
                    var status = connection.Ask(asked.AsSpan(0, length), out var body);
                    var answered = Stopwatch.GetTimestamp();

                    var expectedLength = marker.Write(expected, reference, unique);
                    if (status != plan.Status || body.IndexOf(expected.AsSpan(0, expectedLength)) < 0)
                    {
                        Fail(connection, status, asked.AsSpan(0, length), body);
                        return;
                    }

                    if (sent >= warm)
                    {
                        measuredFrom = measuredFrom == 0 ? sent : measuredFrom;
                        Ticks.Add(answered - sent);
                        Bytes += body.Length;
                    }

                    if (answered >= done)
                    {
                        Measured = Stopwatch.GetElapsedTime(measuredFrom, answered);
                        return;
                    }
                }
            }
            catch (Exception broken)
            {
                Failure = broken.ToString();
            }
        }

        private void Fail(HttpConnection connection, int status, ReadOnlySpan<byte> asked, ReadOnlySpan<byte> body) =>
            Failure =
                $"Expected {plan.Status} with '{plan.Marker}', got {status}.\n{Encoding.UTF8.GetString(asked)}\n"
                + $"{connection.Head}{Encoding.UTF8.GetString(body[..Math.Min(body.Length, 2000)])}";
    }
}
