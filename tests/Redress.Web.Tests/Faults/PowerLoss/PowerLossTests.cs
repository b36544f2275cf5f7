using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Faults.PowerLoss;

/// <summary>
/// Every write of a real server to its SQLite file is noted while four people work, and the power is cut after any of
/// them, again and again. PostgreSQL keeps its own promises, and is not ours to test.
/// </summary>
public sealed class PowerLossTests(TestDatabases databases)
{
    private const int Answers = 200;

    private static readonly int Losses = Environment.GetEnvironmentVariable("REDRESS_TEST_FULL") == "1" ? 300 : 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_answered_is_lost_and_nothing_is_half_saved()
    {
        await LosePowerAsync(
            notes => notes,
            async (left, answered) =>
            {
                await ExpectSoundAsync(left);
                await Clerks.ExpectWholeAsync(left, answered);
            }
        );
    }

    /// <summary>This test can fail: it sees a server that answers before what it says is on the disk.</summary>
    [Fact]
    public async Task A_log_that_is_not_synced_at_each_commit_is_seen_to_lose_what_was_answered()
    {
        var losses = 0;

        await LosePowerAsync(
            AsSynchronousNormal,
            async (left, answered) =>
            {
                await using var database = new Database(left);
                await using var context = database.NewContext();
                var kept = await context.IdempotencyKeys.Select(row => row.Key).ToHashSetAsync(Cancel);
                losses += answered.Keys.All(kept.Contains) ? 0 : 1;
            }
        );

        Assert.InRange(losses, Losses / 2, Losses);
    }

    /// <summary>
    /// A day's work, as the disk saw it, and many ways in which the power might have gone; somebody looks at what each left,
    /// and is told what had been answered until then.
    /// </summary>
    private async Task LosePowerAsync(
        Func<IReadOnlyList<DiskNote>, IEnumerable<DiskNote>> noted,
        Func<Installation, IReadOnlyDictionary<string, string>, Task> look
    )
    {
        var place = await databases.CreateAsync(Kind.Sqlite);
        var clerks = await Clerks.HireAsync(place);
        var disk = new Disk(place.Folder);
        var beside = Directory.CreateDirectory($"{place.Folder}-power").FullName;
        var recorder = await DiskRecorder.CompileAsync(beside, place.Folder, Cancel);
        var told = await WorkAsync(clerks, place, recorder);
        var notes = noted(recorder.Notes()).ToList();

        var random = new Random(5);
        var first = notes.FindIndex(note => note.End >= told.Values.Min());
        var moments = Enumerable.Range(0, Losses).Select(_ => random.Next(first, notes.Count)).ToLookup(at => at);
        for (var at = 0; at < notes.Count; at++)
        {
            disk.Do(notes[at]);
            foreach (var _ in moments[at])
            {
                var left = new Installation(Directory.CreateDirectory(Path.Combine(beside, "left")).FullName);
                disk.SaveAfterLoss(left.Folder, random);
                var answered = clerks.Answered.Where(pair => told[pair.Key] <= notes[at].End).ToDictionary();
                await look(left, answered);
                Directory.Delete(left.Folder, recursive: true);
            }
        }
    }

    /// <returns>How much was noted when each answer had come: all that it relies on was done by then.</returns>
    private static async Task<IReadOnlyDictionary<string, long>> WorkAsync(
        Clerks clerks,
        Installation place,
        DiskRecorder recorder
    )
    {
        var told = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        clerks.Told = key => told[key] = recorder.Length;
        await using var server = await ServedProcess.StartAsync(place, Cancel, recorder.Environment);
        var enough = clerks.AnswersAsync(Answers);
        var working = clerks.WorkAsync(server, Cancel);
        await Task.WhenAny(enough, working);
        await server.KillAsync(Cancel);
        await working;
        return told;
    }

    /// <summary>
    /// The same without what <c>synchronous=NORMAL</c> leaves out: the log is synced when it begins anew and before its pages
    /// go to the file, and at no other time.
    /// </summary>
    private static IEnumerable<DiskNote> AsSynchronousNormal(IReadOnlyList<DiskNote> notes)
    {
        // Somebody may open the file to read at any time.
        var acts = notes.Where(note => note.Act is not DiskAct.Open).ToList();
        var leftOut = Enumerable
            .Range(1, acts.Count - 2)
            .Where(at => acts[at].Act is DiskAct.Sync && IsOfLog(acts[at]))
            .Where(at => acts[at - 1] is not { Act: DiskAct.Write, At: 0 } && IsOfLog(acts[at + 1]))
            .Select(at => acts[at].End)
            .ToHashSet();
        return notes.Where(note => !leftOut.Contains(note.End));
    }

    private static bool IsOfLog(DiskNote note) => note.File.EndsWith("-wal", StringComparison.Ordinal);

    private static async Task ExpectSoundAsync(Installation left)
    {
        await using var connection = new SqliteConnection($"Data Source={left.DatabaseFile};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check(1)";
        Assert.Equal("ok", await check.ExecuteScalarAsync(Cancel));
    }
}
