using Microsoft.Data.Sqlite;
using Redress.Web.Cli;
using Redress.Web.Data;

namespace Redress.Web.Tests.Cli;

public sealed class HistoryVerbsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("redress-verbs-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Nothing_but_migrate_makes_a_database()
    {
        var verified = await CommandLine.RunAsync("verify", "--data", folder.FullName, "--json");

        Assert.Equal(Exit.BadInput, verified.Exit);
        Assert.Contains("redress migrate", verified.Error, StringComparison.Ordinal);

        var migrated = await CommandLine.RunAsync("migrate", "--data", folder.FullName, "--json");
        Assert.NotEqual(0, migrated.Json.GetProperty("applied").GetArrayLength());
        var again = await CommandLine.RunAsync("migrate", "--data", folder.FullName, "--json");
        Assert.Equal(0, again.Json.GetProperty("applied").GetArrayLength());
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("rebuild")]
    public async Task A_folder_that_is_not_there_is_not_made(string verb)
    {
        var nowhere = Path.Combine(folder.FullName, "nowhere");

        var ran = await CommandLine.RunAsync(verb, "--data", nowhere, "--json");

        Assert.Equal((Exit.BadInput, ""), (ran.Exit, ran.Output));
        Assert.StartsWith($"redress {verb}: --data: {nowhere}: ", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(nowhere));
    }

    [Fact]
    public async Task An_altered_row_is_named_and_the_answer_is_no()
    {
        await CommandLine.RunAsync("migrate", "--data", folder.FullName);
        var whole = await CommandLine.RunAsync("verify", "--data", folder.FullName, "--json");
        Assert.Equal(Exit.Done, whole.Exit);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, whole.Json.GetProperty("altered").ValueKind);

        await using (var connection = new SqliteConnection($"Data Source={folder.FullName}/redress.db;Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var alter = connection.CreateCommand();
            alter.CommandText =
                "DROP TRIGGER history_no_update; UPDATE history SET who = 'x' WHERE stream_id = 'scotland'";
            await alter.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var altered = await CommandLine.RunAsync("verify", "--data", folder.FullName, "--json");
        Assert.Equal(Exit.No, altered.Exit);
        var row = altered.Json.GetProperty("altered");
        Assert.Equal("calendar", row.GetProperty("stream").GetString());
        Assert.Equal("scotland", row.GetProperty("stream_id").GetString());
        Assert.Equal(1, row.GetProperty("sequence").GetInt32());
    }

    [Fact]
    public async Task A_procedure_file_that_was_changed_is_warned_of()
    {
        var file = OwnProcedure.Write(new Installation(folder.FullName), "our-own.json");
        await CommandLine.RunAsync("migrate", "--data", folder.FullName);
        var before = await CommandLine.RunAsync("verify", "--data", folder.FullName, "--json");
        await File.AppendAllTextAsync(file, "\n", TestContext.Current.CancellationToken);

        var verified = await CommandLine.RunAsync("verify", "--data", folder.FullName, "--json");

        Assert.Equal((Exit.Done, ""), (before.Exit, before.Error));
        Assert.Equal(Exit.Done, verified.Exit);
        Assert.StartsWith("warning: the file of procedure our-own ", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_procedure_file_is_warned_of_and_stops_nobody_who_only_looks()
    {
        await CommandLine.RunAsync("migrate", "--data", folder.FullName);
        var file = OwnProcedure.Break(new Installation(folder.FullName));

        var verified = await CommandLine.RunAsync("verify", "--data", folder.FullName, "--json");

        Assert.Equal(Exit.Done, verified.Exit);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, verified.Json.GetProperty("altered").ValueKind);
        Assert.StartsWith($"warning: {file}, line 7, calendar: ", verified.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rebuild")]
    [InlineData("migrate")]
    [InlineData("seed --cases 1")]
    [InlineData("import cases -")]
    [InlineData("serve --urls http://127.0.0.1:0")]
    public async Task A_broken_procedure_file_stops_whoever_would_write_in_one_line(string command)
    {
        await CommandLine.RunAsync("migrate", "--data", folder.FullName);
        var file = OwnProcedure.Break(new Installation(folder.FullName));
        var verb = command.Split(' ');

        var ran = await CommandLine.RunWithInputAsync(
            "reference,kind\nA,complaint\n",
            [.. verb, "--data", folder.FullName]
        );

        Assert.Equal((Exit.BadInput, ""), (ran.Exit, ran.Output));
        Assert.StartsWith($"redress {verb[0]}: {file}, line 7, calendar: ", ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Rebuilding_says_what_it_changed()
    {
        await CommandLine.RunAsync("migrate", "--data", folder.FullName);

        var rebuilt = await CommandLine.RunAsync("rebuild", "--data", folder.FullName, "--json");

        Assert.Equal(Exit.Done, rebuilt.Exit);
        Assert.Equal(0, rebuilt.Json.GetProperty("changed").GetInt32());
    }
}
