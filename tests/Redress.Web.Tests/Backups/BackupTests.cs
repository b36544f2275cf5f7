using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Redress.Web.Data;
using Redress.Web.Demo;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Backups;

public sealed class BackupTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_comes_back_is_what_was_there(Kind kind)
    {
        await using var lived = await LivedInAsync(kind);
        var place = lived.Get<Installation>();
        var was = await lived.Get<Verifier>().VerifyAsync(Cancel);

        var taken = await lived.Get<Backup>().TakeAsync(Folder(place), Cancel);
        var house = await databases.CreateEmptyAsync(kind);
        var restored = await RestoreAsync(house, Folder(place));

        Assert.Equal((was.Rows, was.Seal), (taken.Contents.Rows["history"], taken.Contents.Seal));
        Assert.Equal((was.Rows, was.Seal), (restored.Contents.Rows["history"], restored.Contents.Seal));
        Assert.Equal(await RowsAsync(place, taken), await RowsAsync(house, taken));
        Assert.Equal(await FilesAsync(place), await FilesAsync(house));

        await using var moved = TestInstallation.Over(house);
        await moved.Get<InstallationSetup>().OpenAsync(Cancel);
        Assert.Equal(was, await moved.Get<Verifier>().VerifyAsync(Cancel));
        Assert.Equal(0, (await moved.Get<Rebuilder>().CompareAsync(Cancel)).Changed);
        Assert.Empty(await moved.Get<ProcedureLog>().ChangedAsync(Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Life_goes_on_in_it(Kind kind)
    {
        await using var lived = await LivedInAsync(kind);
        await lived.Get<Backup>().TakeAsync(Folder(lived.Get<Installation>()), Cancel);
        var house = await databases.CreateEmptyAsync(kind);
        await RestoreAsync(house, Folder(lived.Get<Installation>()));
        await using var moved = TestInstallation.Over(house);
        await moved.Get<InstallationSetup>().MigrateAsync(Cancel);

        await moved.EventfulAsync();
        await moved.Get<Sealer>().SealAsync(Cancel);
        await using (var context = moved.Database.NewContext())
        {
            // Numbered by the database, after those that came back.
            var highest = await context.UserClaims.MaxAsync(claim => claim.Id, Cancel);
            var claim = new IdentityUserClaim<string> { UserId = "p1", ClaimType = "new" };
            context.Add(claim);
            await context.SaveChangesAsync(Cancel);
            Assert.Equal(highest + 1, claim.Id);
        }

        var verified = await moved.Get<Verifier>().VerifyAsync(Cancel);
        Assert.Null(verified.Altered);
        await using var connection = await moved.Database.OpenAsync(Cancel);
        await using var alter = connection.CreateCommand();
        alter.CommandText = "UPDATE history SET who = 'x'";
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            alter.ExecuteNonQueryAsync(Cancel)
        );
        Assert.Contains("never changed", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Nothing_is_restored_over_anything(Kind kind)
    {
        await using var lived = await LivedInAsync(kind);
        var place = lived.Get<Installation>();
        await lived.Get<Backup>().TakeAsync(Folder(place), Cancel);

        var over = await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync(place, Folder(place)));
        Assert.StartsWith($"--data: {place.Folder}: it holds something already", over.Message);

        if (kind == Kind.Postgres)
        {
            var besides = place with { Folder = Path.Combine(place.Folder, "new") };
            over = await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync(besides, Folder(place)));
            Assert.StartsWith("REDRESS_DATABASE: this database holds tables already", over.Message);
            Assert.False(Directory.Exists(besides.Folder));
        }
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_refused_and_an_empty_one_taken()
    {
        await using var lived = await LivedInAsync(Kind.Sqlite);
        var folder = Folder(lived.Get<Installation>());
        Directory.CreateDirectory(folder);
        await lived.Get<Backup>().TakeAsync(folder + "/", Cancel);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() =>
            lived.Get<Backup>().TakeAsync(folder, Cancel)
        );

        Assert.StartsWith($"{folder}: it holds something already", refused.Message);
        Assert.False(Path.Exists($"{folder}.unfinished"));
    }

    [Fact]
    public async Task A_damaged_database_is_found_before_the_backup_is_relied_upon()
    {
        await using var lived = await LivedInAsync(Kind.Sqlite);
        var place = lived.Get<Installation>();
        var page = await PageOfAnIndexAsync(lived);
        await using (var file = File.OpenWrite(place.DatabaseFile))
        {
            const int PageSize = 4096;
            file.Position = (page - 1) * PageSize;
            await file.WriteAsync(new byte[PageSize], Cancel);
        }

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() =>
            lived.Get<Backup>().TakeAsync(Folder(place), Cancel)
        );

        Assert.StartsWith($"{place.DatabaseFile}: SQLite finds it damaged", refused.Message);
        Assert.False(Path.Exists(Folder(place)));
    }

    /// <summary>Of one that few look into, with everything in the file itself.</summary>
    private static async Task<long> PageOfAnIndexAsync(TestInstallation lived)
    {
        await using var connection = await lived.Database.OpenAsync(Cancel);
        await using var find = connection.CreateCommand();
        find.CommandText = """
            PRAGMA wal_checkpoint(TRUNCATE);
            SELECT rootpage FROM sqlite_schema WHERE name = 'ix_case_people_case_id';
            """;
        await using var reader = await find.ExecuteReaderAsync(Cancel);
        await reader.NextResultAsync(Cancel);
        Assert.True(await reader.ReadAsync(Cancel));
        return reader.GetInt64(0);
    }

    /// <summary>An installation in which a bit of everything was done, and sealed.</summary>
    private async Task<TestInstallation> LivedInAsync(Kind kind)
    {
        var lived = await TestInstallation.StartAsync(databases, kind);
        var place = lived.Get<Installation>();
        OwnProcedure.Write(place, "our-own.json");
        Directory.CreateDirectory(Path.Combine(place.Files, "ab"));
        await File.WriteAllBytesAsync(Path.Combine(place.Files, "ab", "photo"), [0, 1, 255], Cancel);
        await lived.Get<InstallationSetup>().MigrateAsync(Cancel);
        await using (var context = lived.Database.NewContext())
        {
            context.Add(new Person { Id = "p1", Name = "Zoë \\ \"tab\t\" 'null' \\N" });
            await context.SaveChangesAsync(Cancel);
            foreach (var type in new[] { "one", "two", "three" })
            {
                context.Add(new IdentityUserClaim<string> { UserId = "p1", ClaimType = type });
                await context.SaveChangesAsync(Cancel);
            }
        }

        await lived.EventfulAsync();
        await lived.LoggedAsync("Ümläuts, a \\ and\nanother line", anonymous: true);
        var seeder = new Seeder(lived.Get<WriteGate>(), lived.Get<RulesStore>().Current, lived.Clock.Today);
        await seeder.RunAsync(30, seed: 1, rowsPerCase: null, _ => { }, Cancel);
        await lived.Get<Sealer>().SealAsync(Cancel);
        await lived.LoggedAsync("Not sealed yet");
        return lived;
    }

    private static string Folder(Installation place) => Path.Combine(place.Folder, "backup");

    private static async Task<BackupManifest> RestoreAsync(Installation place, string folder)
    {
        await using var restoring = TestInstallation.Over(place);
        return await restoring.Get<Restore>().RunAsync(folder, Cancel);
    }

    private static async Task<IEnumerable<(string, string)>> FilesAsync(Installation place)
    {
        var files = new List<(string, string)>();
        foreach (var folder in new[] { place.Files, place.Procedures })
        {
            foreach (var (path, hash) in await BackupManifest.HashesAsync(folder, Cancel))
            {
                files.Add((path, hash));
            }
        }

        Assert.Equal(2, files.Count);
        return files;
    }

    /// <summary>Every row of every table. Those of a table have no order of their own.</summary>
    private static async Task<IEnumerable<string>> RowsAsync(Installation place, BackupManifest manifest)
    {
        var rows = new List<string>();
        await using var database = new Database(place);
        await using var connection = await database.OpenAsync(Cancel);
        foreach (var table in manifest.Contents.Rows.Keys)
        {
            await using var select = connection.CreateCommand();
            select.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await select.ExecuteReaderAsync(Cancel);
            while (await reader.ReadAsync(Cancel))
            {
                var values = Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue);
                rows.Add($"{table}: {string.Join('|', values)}");
            }
        }

        Assert.Equal(manifest.Contents.Rows.Values.Sum(), rows.Count);
        return rows.Order(StringComparer.Ordinal);
    }
}
