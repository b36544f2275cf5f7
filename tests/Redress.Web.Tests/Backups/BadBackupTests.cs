using System.Text.Json.Nodes;
using Redress.Web.Cli;
using Redress.Web.Data;
using Redress.Web.Tests.Cli;

namespace Redress.Web.Tests.Backups;

/// <summary>A backup that is not whole, or not for here, is refused in one line that says why, and nothing is written.</summary>
public sealed class BadBackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("redress-backups-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder.FullName, "data");

    private string Backup => Path.Combine(folder.FullName, "backup");

    private string House => Path.Combine(folder.FullName, "house");

    private string Manifest => Path.Combine(Backup, "manifest.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("redress.db")]
    [InlineData("procedures/our-own.json")]
    public async Task A_file_that_was_altered_or_is_missing_is_named(string path)
    {
        await TakeAsync();
        var file = Path.Combine(Backup, path);
        var bytes = await File.ReadAllBytesAsync(file, Cancel);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancel);
        await ExpectRefusedAsync($"{file}: it was altered after the backup was made.");

        File.Delete(file);
        await ExpectRefusedAsync($"{file}: it is missing from the backup.");
    }

    [Fact]
    public async Task Half_a_backup_is_none()
    {
        await TakeAsync();
        File.Delete(Manifest);

        await ExpectRefusedAsync($"{Backup}: there is no manifest.json in it, so it is no backup, or half of one.");
    }

    [Theory]
    [InlineData("nonsense", 1, "$")]
    [InlineData("null", 1, "$")]
    [InlineData("{\n\"release\": 7\n}", 2, "$.release")]
    [InlineData("{\n\"release\": \"1\"\n}", 3, "$")]
    public async Task A_manifest_that_is_none_is_refused_with_line_and_field(string manifest, int line, string field)
    {
        await TakeAsync();
        await File.WriteAllTextAsync(Manifest, manifest, Cancel);

        await ExpectRefusedAsync($"{Manifest}, line {line}, {field}: this is not what a backup says of itself.");
    }

    [Theory]
    [InlineData("../data/redress.db")]
    [InlineData("/etc/passwd")]
    [InlineData("files/../../data/redress.db")]
    [InlineData("")]
    public async Task A_manifest_cannot_name_a_file_elsewhere(string path)
    {
        await TakeAsync();
        await EditAsync(manifest => manifest["files"]![path] = "0");

        await ExpectRefusedAsync($"{Manifest}: '{path}' is not a file of this backup.");
    }

    [Fact]
    public async Task A_backup_of_another_release_is_refused_with_what_to_do()
    {
        await TakeAsync();
        await EditAsync(manifest =>
        {
            manifest["release"] = "0.0.9";
            manifest["contents"]!["migration"] = "20200101000000_Earlier";
        });

        await ExpectRefusedAsync(
            $"{Backup}: this backup was made by release 0.0.9 (20200101000000_Earlier); this is release "
        );
        Assert.Contains("Restore it with the release that made it", await RestoreAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_the_other_database_is_refused()
    {
        await TakeAsync();
        await EditAsync(manifest => manifest["database"] = "postgresql");

        await ExpectRefusedAsync(
            $"{Backup}: this backup is of postgresql and cannot be restored into sqlite. REDRESS_DATABASE says which it is"
        );
    }

    [Theory]
    [InlineData("rows", "the rows of history")]
    [InlineData("table", "the rows of nonsense")]
    [InlineData("seal", "the newest seal")]
    public async Task A_manifest_that_says_otherwise_than_the_database_is_refused(string what, string wrong)
    {
        await TakeAsync();
        await EditAsync(manifest =>
        {
            var contents = manifest["contents"]!;
            switch (what)
            {
                case "rows":
                    contents["rows"]!["history"] = 1;
                    break;
                case "table":
                    contents["rows"]!["nonsense"] = 0;
                    break;
                default:
                    contents["seal"] = "x";
                    break;
            }
        });

        await ExpectRefusedAsync($"The backup's manifest says otherwise of {wrong} than the database in it.");
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("migrate")]
    [InlineData("rebuild")]
    [InlineData("seed --cases 1")]
    [InlineData("serve --urls http://127.0.0.1:0")]
    [InlineData("backup elsewhere")]
    [InlineData("restore elsewhere")]
    public async Task A_restore_that_was_cut_short_is_no_installation(string command)
    {
        await CommandLine.RunAsync("migrate", "--data", Data);
        UnfinishedRestore.Begin(new Installation(Data));
        var verb = command.Split(' ');

        var ran = await CommandLine.RunAsync([.. verb, "--data", Data]);

        Assert.Equal((Exit.BadInput, ""), (ran.Exit, ran.Output));
        Assert.Equal(
            $"redress {verb[0]}: {Data}: a restore into it is under way or was cut short, so it is not whole. "
                + "If it was, delete the folder, then restore again.\n",
            ran.Error
        );
    }

    [Fact]
    public async Task A_backup_that_was_cut_short_is_seen_and_nothing_is_written_into_it()
    {
        await CommandLine.RunAsync("migrate", "--data", Data);
        Directory.CreateDirectory($"{Backup}.unfinished");

        var ran = await CommandLine.RunAsync("backup", Backup, "--data", Data);

        Assert.Equal((Exit.BadInput, ""), (ran.Exit, ran.Output));
        Assert.StartsWith($"redress backup: {Backup}.unfinished: a backup into this folder is under way", ran.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries($"{Backup}.unfinished"));
    }

    [Fact]
    public async Task Where_there_is_no_installation_there_is_nothing_to_back_up()
    {
        var ran = await CommandLine.RunAsync("backup", Backup, "--data", Data);

        Assert.Equal((Exit.BadInput, ""), (ran.Exit, ran.Output));
        Assert.Contains("There is no database of this release here", ran.Error, StringComparison.Ordinal);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task What_was_done_is_said()
    {
        await TakeAsync();

        var restored = await CommandLine.RunAsync("restore", Backup, "--data", House, "--json");
        var verified = await CommandLine.RunAsync("verify", "--data", House, "--json");

        Assert.Equal(Exit.Done, restored.Exit);
        var said = restored.Json;
        Assert.Equal(
            (Backup, "sqlite"),
            (said.GetProperty("folder").GetString(), said.GetProperty("database").GetString())
        );
        Assert.Equal(verified.Json.GetProperty("rows").GetInt64(), said.GetProperty("rows").GetInt64());
        Assert.Equal(verified.Json.GetProperty("seal").GetString(), said.GetProperty("seal").GetString());
        Assert.Equal(2, said.GetProperty("files").GetInt32());
    }

    private async Task TakeAsync()
    {
        OwnProcedure.Write(new Installation(Data), "our-own.json");
        await CommandLine.RunAsync("migrate", "--data", Data);
        await CommandLine.RunAsync("seed", "--cases", "3", "--data", Data);
        var taken = await CommandLine.RunAsync("backup", Backup, "--data", Data);
        Assert.Equal((Exit.Done, ""), (taken.Exit, taken.Error));
        Assert.StartsWith($"Backed up to {Backup}: ", taken.Output);
    }

    private async Task EditAsync(Action<JsonNode> edit)
    {
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Manifest, Cancel))!;
        edit(manifest);
        await File.WriteAllTextAsync(Manifest, manifest.ToJsonString(), Cancel);
    }

    private async Task ExpectRefusedAsync(string message) =>
        Assert.StartsWith($"redress restore: {message}", await RestoreAsync(), StringComparison.Ordinal);

    private async Task<string> RestoreAsync()
    {
        var ran = await CommandLine.RunAsync("restore", Backup, "--data", House);
        Assert.Equal((Exit.BadInput, ""), (ran.Exit, ran.Output));
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
        Assert.True(!Directory.Exists(House) || !Directory.EnumerateFileSystemEntries(House).Any());
        return ran.Error;
    }
}
