using System.Collections.Concurrent;
using System.Diagnostics;
using Redress.Web.Cli;
using Redress.Web.Data;
using Redress.Web.Demo;
using Redress.Web.Tests.Cli;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Faults;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Backups;

/// <summary>Backups and restores by the real program, beside a server at work, or killed in the middle.</summary>
public sealed class BackupUnderWayTests(TestDatabases databases, SeededInstallations seeded)
    : IClassFixture<SeededInstallations>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task While_four_people_work_a_backup_holds_all_they_were_told_before_it_began(Kind kind)
    {
        var place = await databases.CreateAsync(kind);
        var clerks = await Clerks.HireAsync(place);
        await using var server = await ServedProcess.StartAsync(place, Cancel);
        using var home = new CancellationTokenSource();
        var working = clerks.WorkAsync(server, home.Token);
        await clerks.AnswersAsync(40);
        var before = clerks.Answered.ToDictionary();

        var folder = Path.Combine(place.Folder, "backup");
        var taken = await VerbProcess.RunAsync(place, "backup", folder, "--json");

        var after = clerks.Answered.Count;
        await home.CancelAsync();
        await working;
        Assert.Equal((Exit.Done, ""), (taken.Exit, taken.Error));
        Assert.True(after > before.Count, "Nobody worked while the backup was made.");
        Assert.Equal(0, clerks.Unanswered);

        var house = await databases.CreateEmptyAsync(kind);
        var restored = await VerbProcess.RunAsync(house, "restore", folder, "--json");
        var verified = await VerbProcess.RunAsync(house, "verify", "--json");
        Assert.Equal((Exit.Done, Exit.Done), (restored.Exit, verified.Exit));
        Assert.Equal(restored.Json.GetProperty("rows").GetInt64(), verified.Json.GetProperty("rows").GetInt64());
        Assert.Equal(restored.Json.GetProperty("seal").GetString(), verified.Json.GetProperty("seal").GetString());
        var kept = await Clerks.ExpectWholeAsync(house, before);
        Assert.InRange(kept, before.Count, clerks.Answered.Count);
    }

    [Theory]
    [InlineData(Kind.Sqlite, "redress.db")]
    [InlineData(Kind.Sqlite, "manifest.json")]
    [InlineData(Kind.Postgres, "tables/history.copy")]
    public async Task A_backup_that_is_killed_is_never_taken_for_one(Kind kind, string killAt)
    {
        var place = await seeded.OnAsync(kind);
        var folder = Path.Combine(place.Folder, $"{Guid.NewGuid()}");
        var unfinished = $"{folder}.unfinished";
        await RunAndKillAsync(place, Path.Combine(unfinished, killAt), "backup", folder);

        if (!Directory.Exists(folder))
        {
            var nothing = await databases.CreateEmptyAsync(kind);
            await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync(nothing, folder));
            await Assert.ThrowsAsync<InvalidDataException>(() => TakeAsync(place, folder));
            Directory.Delete(unfinished, recursive: true);
            await TakeAsync(place, folder);
        }

        await ExpectRestoredAsync(kind, folder);
    }

    [Theory]
    [InlineData(Kind.Sqlite, "restore-is-unfinished")]
    [InlineData(Kind.Sqlite, "redress.db")]
    [InlineData(Kind.Postgres, "procedures/our-own.json")]
    public async Task A_restore_that_is_killed_is_no_installation_and_can_be_done_again(Kind kind, string killAt)
    {
        var place = await seeded.OnAsync(kind);
        var folder = Path.Combine(place.Folder, $"{Guid.NewGuid()}");
        await TakeAsync(place, folder);
        var house = await databases.CreateEmptyAsync(kind);
        await RunAndKillAsync(house, Path.Combine(house.Folder, killAt), "restore", folder);

        await using (var opened = TestInstallation.Over(house))
        {
            var setup = opened.Get<InstallationSetup>();
            if (File.Exists(Path.Combine(house.Folder, "restore-is-unfinished")))
            {
                var refused = await Assert.ThrowsAsync<InvalidDataException>(() => setup.MigrateAsync(Cancel));
                Assert.Contains("delete the folder", refused.Message, StringComparison.Ordinal);
                await Assert.ThrowsAsync<InvalidDataException>(() => setup.OpenAsync(Cancel));
                await Assert.ThrowsAsync<InvalidDataException>(() => setup.OpenToReadAsync(Cancel));
                await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync(house, folder));
            }
            else
            {
                // It was done before it could be killed.
                await setup.OpenAsync(Cancel);
            }
        }

        await ExpectRestoredAsync(kind, folder);
    }

    /// <summary>As on a disk that has no room: no file may grow beyond 64 KiB.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Without_room_nothing_is_left_behind(Kind kind)
    {
        var place = await seeded.OnAsync(kind);
        var folder = Path.Combine(place.Folder, $"{Guid.NewGuid()}");

        var (exit, error) = await RunWithoutRoomAsync(place, "backup", folder);
        Assert.NotEqual(Exit.Done, exit);
        Assert.StartsWith("redress backup: ", error);
        Assert.False(Path.Exists(folder));
        Assert.False(Path.Exists($"{folder}.unfinished"));

        if (kind == Kind.Sqlite)
        {
            await TakeAsync(place, folder);
            var house = await databases.CreateEmptyAsync(kind);
            (exit, error) = await RunWithoutRoomAsync(house, "restore", folder);
            Assert.NotEqual(Exit.Done, exit);
            Assert.StartsWith("redress restore: ", error);
            Assert.Empty(Directory.EnumerateFileSystemEntries(house.Folder));
        }
    }

    /// <summary>Kills a verb as soon as it has begun a file.</summary>
    private static async Task RunAndKillAsync(Installation on, string file, params string[] line)
    {
        using var watcher = new FileSystemWatcher(on.Folder) { IncludeSubdirectories = true };
        var begun = new TaskCompletionSource();
        watcher.Created += (_, made) =>
        {
            if (made.FullPath == file)
            {
                begun.TrySetResult();
            }
        };
        watcher.EnableRaisingEvents = true;
        using var process = VerbProcess.Start(on, line);
        await Task.WhenAny(begun.Task, process.WaitForExitAsync(Cancel));
        process.Kill();
        await process.WaitForExitAsync(Cancel);
    }

    private static async Task<(int Exit, string Error)> RunWithoutRoomAsync(Installation place, params string[] line)
    {
        // The limit is for .NET's own code pages too, unless it writes them plainly.
        const string Limited = "trap '' XFSZ; ulimit -f 64; exec dotnet \"$@\"";
        var start = new ProcessStartInfo(
            "bash",
            ["-c", Limited, "bash", typeof(Program).Assembly.Location, .. line, "--data", place.Folder]
        )
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["REDRESS_DATABASE"] = place.PostgresConnection;
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, error);
    }

    private static async Task TakeAsync(Installation place, string folder)
    {
        await using var opened = TestInstallation.Over(place);
        await opened.Get<Backup>().TakeAsync(folder, Cancel);
    }

    private static async Task<BackupManifest> RestoreAsync(Installation place, string folder)
    {
        await using var opened = TestInstallation.Over(place);
        return await opened.Get<Restore>().RunAsync(folder, Cancel);
    }

    private async Task ExpectRestoredAsync(Kind kind, string folder)
    {
        var house = await databases.CreateEmptyAsync(kind);
        var restored = await RestoreAsync(house, folder);
        await using var opened = TestInstallation.Over(house);
        await opened.Get<InstallationSetup>().OpenAsync(Cancel);
        var verified = await opened.Get<Verifier>().VerifyAsync(Cancel);
        Assert.Null(verified.Altered);
        Assert.Equal((restored.Contents.Rows["history"], restored.Contents.Seal), (verified.Rows, verified.Seal));
    }
}

/// <summary>An installation on each database, large enough that a backup takes a while.</summary>
public sealed class SeededInstallations(TestDatabases databases)
{
    private readonly ConcurrentDictionary<Kind, Lazy<Task<Installation>>> seeded = [];

    public Task<Installation> OnAsync(Kind kind) => seeded.GetOrAdd(kind, _ => new(() => SeedAsync(kind))).Value;

    private async Task<Installation> SeedAsync(Kind kind)
    {
        await using var made = await TestInstallation.StartAsync(databases, kind);
        var place = made.Get<Installation>();
        OwnProcedure.Write(place, "our-own.json");
        var seeder = new Seeder(made.Get<WriteGate>(), made.Get<RulesStore>().Current, made.Clock.Today);
        await seeder.RunAsync(300, seed: 1, rowsPerCase: null, _ => { }, TestContext.Current.CancellationToken);
        await made.Get<Sealer>().SealAsync(TestContext.Current.CancellationToken);
        return place;
    }
}
