using System.Security.Cryptography;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Files;

/// <summary>Where files lie, how they get there, and what takes them away.</summary>
public sealed class FileStoreTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_lies_under_its_hash_and_says_of_when_it_came_only_the_day()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var store = installation.Get<FileStore>();

        using var upload = await ReceiveAsync(store, Samples.Pdf());
        Assert.True(store.Keep(upload));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Samples.Pdf())), upload.Hash);
        var place = store.PlaceOf(upload.Hash);
        Assert.Equal(Samples.Pdf(), await File.ReadAllBytesAsync(place, Cancel));
        Assert.Equal(LondonTime.Utc(installation.Clock.Today, TimeOnly.MinValue), File.GetLastWriteTimeUtc(place));
        Assert.Empty(Directory.GetFiles(store.WaitingRoom));
    }

    [Fact]
    public async Task What_is_not_kept_or_refused_or_broken_off_leaves_nothing()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var store = installation.Get<FileStore>();

        (await ReceiveAsync(store, Samples.Pdf())).Dispose();
        (await ReceiveAsync(store, "<html>"u8.ToArray())).Dispose();
        (await ReceiveAsync(store, new byte[FileStore.MostBytes + 1])).Dispose();
        await Assert.ThrowsAsync<IOException>(() => store.ReceiveAsync(new Broken(), "a", long.MaxValue, Cancel));

        Assert.Empty(Directory.GetFiles(store.WaitingRoom));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, FileFault.TooLarge)]
    public async Task A_file_may_be_as_long_as_the_limit_and_no_longer(int more, FileFault? fault)
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var content = new byte[FileStore.MostBytes + more];
        Samples.Pdf().CopyTo(content, 0);

        using var upload = await ReceiveAsync(installation.Get<FileStore>(), content);

        Assert.Equal(fault, upload.Fault);
    }

    [Fact]
    public async Task Where_little_room_is_left_it_is_left_to_the_database()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var full = new FileStore(installation.Get<Installation>(), installation.Clock) { RoomLeft = long.MaxValue };

        using var upload = await ReceiveAsync(full, Samples.Pdf());

        Assert.Equal(FileFault.NoRoom, upload.Fault);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_a_file_is_not_kept()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var store = installation.Get<FileStore>();
        using var upload = await ReceiveAsync(store, Samples.Pdf());

        // A file stands where the folder of its first letters would be.
        await File.WriteAllTextAsync(Path.GetDirectoryName(store.PlaceOf(upload.Hash))!, "", Cancel);

        Assert.False(store.Keep(upload));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_sweep_takes_what_nothing_uses_once_it_is_a_day_old(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var store = installation.Get<FileStore>();
        var used = await KeptAsync(store, Samples.Pdf());
        var orphan = await KeptAsync(store, Samples.Pdf("/Orphan true"));
        var logged = await installation.LoggedAsync();
        await installation.RecordAsync(logged.Case.Id, 0, Message(installation.Clock.Today, used));

        installation.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await SweepAsync(installation));
        installation.Clock.Advance(TimeSpan.FromDays(1));
        var again = await KeptAsync(store, Samples.Pdf("/Again true"));
        Assert.Equal(1, await SweepAsync(installation));

        Assert.Equal(
            (true, false, true),
            (
                File.Exists(store.PlaceOf(used.Hash)),
                File.Exists(store.PlaceOf(orphan.Hash)),
                File.Exists(store.PlaceOf(again.Hash))
            )
        );
    }

    [Fact]
    public async Task What_never_arrived_whole_is_swept_too()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var store = installation.Get<FileStore>();
        Directory.CreateDirectory(store.WaitingRoom);
        var half = Path.Combine(store.WaitingRoom, "half");
        await File.WriteAllTextAsync(half, "cut short", Cancel);
        File.SetLastWriteTimeUtc(half, installation.Clock.GetUtcNow().UtcDateTime.AddDays(-2));

        Assert.Equal(1, await SweepAsync(installation));

        Assert.False(File.Exists(half));
    }

    [Fact]
    public async Task A_file_that_came_again_is_new()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var store = installation.Get<FileStore>();
        await KeptAsync(store, Samples.Pdf());
        installation.Clock.Advance(TimeSpan.FromDays(3));

        var again = await KeptAsync(store, Samples.Pdf());

        Assert.Equal(0, await SweepAsync(installation));
        Assert.True(File.Exists(store.PlaceOf(again.Hash)));
    }

    [Theory]
    [InlineData(Kind.Sqlite, true)]
    [InlineData(Kind.Postgres, false)]
    public async Task A_file_missing_or_altered_is_found_by_the_row_that_tells_of_it(Kind kind, bool missing)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var store = installation.Get<FileStore>();
        var file = await KeptAsync(store, Samples.Pdf());
        var logged = await installation.LoggedAsync();
        await installation.RecordAsync(logged.Case.Id, 0, Message(installation.Clock.Today, file));
        var verifier = installation.Get<Verifier>();
        Assert.Null((await verifier.VerifyAsync(Cancel)).Altered);

        if (missing)
        {
            File.Delete(store.PlaceOf(file.Hash));
        }
        else
        {
            await File.AppendAllTextAsync(store.PlaceOf(file.Hash), " ", Cancel);
        }

        Assert.Equal(
            new AlteredRow(Streams.Case, logged.Case.Id, logged.Case.Version + 1),
            (await verifier.VerifyAsync(Cancel)).Altered
        );
    }

    [Fact]
    public async Task History_holds_neither_the_hash_of_a_file_nor_its_name()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var file = await KeptAsync(installation.Get<FileStore>(), Samples.Pdf());
        var logged = await installation.LoggedAsync();
        await installation.RecordAsync(logged.Case.Id, 0, Message(installation.Clock.Today, file));

        await using var context = installation.Database.NewContext();
        Assert.DoesNotContain(
            context.History.Select(row => row.Data).ToList(),
            data =>
                data.Contains(file.Hash, StringComparison.Ordinal) || data.Contains("a.pdf", StringComparison.Ordinal)
        );
    }

    private static MessageReceived Message(DateOnly on, Upload file) => new(on, Channel.Letter, Files: [file.Received]);

    private static async Task<Upload> KeptAsync(FileStore store, byte[] content)
    {
        var upload = await ReceiveAsync(store, content);
        Assert.True(store.Keep(upload));
        return upload;
    }

    private static async Task<Upload> ReceiveAsync(FileStore store, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await store.ReceiveAsync(stream, "a.pdf", long.MaxValue, Cancel);
    }

    private static Task<int> SweepAsync(TestInstallation installation) =>
        installation
            .Get<WriteGate>()
            .RunAsync((transaction, _) => installation.Get<FileSweep>().RunAsync(transaction, Cancel), Cancel);

    /// <summary>The line breaks after a little.</summary>
    private sealed class Broken : MemoryStream
    {
        private bool begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (begun)
            {
                throw new IOException("The line broke.");
            }

            begun = true;
            return ValueTask.FromResult(100);
        }
    }
}
