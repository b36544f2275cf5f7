using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Redress.Core.History;
using Redress.Web.Cli;
using Redress.Web.Data;
using Redress.Web.Tests.Cli;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Export;

public sealed class ExportVerbTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_holds_all_that_is_needed_to_compute_every_hash_again()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var eventful = await installation.EventfulAsync();

        var exported = await ExportAsync(installation, eventful.Case.Reference.ToLowerInvariant(), "json");

        Assert.Equal(Exit.Done, exported.Exit);
        Assert.Equal(eventful.Case.Id, exported.Json.GetProperty("id").GetString());
        Assert.Equal("open", exported.Json.GetProperty("status").GetString());
        string? previous = null;
        foreach (var row in exported.Json.GetProperty("history").EnumerateArray())
        {
            Assert.Equal(HashOf(row, eventful.Case.Id, previous), previous = row.GetProperty("hash").GetString());
        }

        Assert.Equal(eventful.Head, previous);
        Assert.Equal(4, exported.Json.GetProperty("duties").GetArrayLength());
        Assert.Contains(
            exported.Json.GetProperty("words").EnumerateArray(),
            words => words.GetProperty("text").GetString() == "Dear resident, you were right."
        );
    }

    [Fact]
    public async Task A_timeline_is_what_the_clock_reads()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var eventful = await installation.EventfulAsync();

        var exported = await ExportAsync(installation, eventful.Case.Reference, "timeline");
        var clock = await CommandLine.RunWithInputAsync(
            exported.Output,
            "clock",
            "--procedure",
            "code-2024",
            "--timeline",
            "-",
            "--json"
        );

        Assert.Equal(Exit.Done, clock.Exit);
        Assert.Contains(
            clock.Json.GetProperty("duties").EnumerateArray(),
            duty =>
                duty.GetProperty("due").GetString() == "2025-05-08" && duty.GetProperty("met").GetString() is not null
        );
    }

    [Fact]
    public async Task A_bundle_holds_history_to_read_letters_and_proof()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var eventful = await installation.EventfulAsync();
        var file = Path.Combine(installation.Get<Installation>().Folder, "bundle.zip");

        var exported = await ExportAsync(installation, eventful.Case.Reference, "bundle", "--to", file);

        Assert.Equal((Exit.Done, ""), (exported.Exit, exported.Output));
        using var bundle = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("words/008-2-point_decided.txt", bundle.Entries.Select(entry => entry.FullName));
        var messages = Text(bundle, "messages.txt");
        string[] inOrder =
        [
            "in, received",
            "out, acknowledgement",
            "out, extension",
            "out, response",
            "in, next stage",
        ];
        Assert.Equal(inOrder, inOrder.OrderBy(message => messages.IndexOf(message, StringComparison.Ordinal)));
        Assert.All(inOrder, message => Assert.Contains(message, messages, StringComparison.Ordinal));
        Assert.Contains("Dear resident, you were right.", messages, StringComparison.Ordinal);
        Assert.Contains(eventful.Head!, Text(bundle, "verify.txt"), StringComparison.Ordinal);
        Assert.Contains("computed again", Text(bundle, "verify.txt"), StringComparison.Ordinal);
        Assert.Contains("Dear resident, you were right.", Text(bundle, "record.txt"), StringComparison.Ordinal);
        Assert.Contains("in time: Stage 1, answer", Text(bundle, "index.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_row_is_told_and_the_answer_is_no()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var eventful = await installation.EventfulAsync();
        await using var context = installation.Database.NewContext();
        await context.Database.ExecuteSqlRawAsync(
            "DROP TRIGGER history_no_update; UPDATE history SET who = 'x' WHERE stream = 'case' AND sequence = 2",
            Cancel
        );
        var file = Path.Combine(installation.Get<Installation>().Folder, "bundle.zip");

        var exported = await ExportAsync(installation, eventful.Case.Reference, "bundle", "--to", file);

        Assert.Equal(Exit.No, exported.Exit);
        Assert.Equal(
            $"redress export: row 2 of the history of '{eventful.Case.Reference}' was altered.\n",
            exported.Error
        );
        using var bundle = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("ALTERED: row 2 ", Text(bundle, "verify.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_procedure_file_is_warned_of_and_holds_no_case_back()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var eventful = await installation.EventfulAsync();
        var file = OwnProcedure.Break(installation.Get<Installation>());

        var exported = await ExportAsync(installation, eventful.Case.Reference, "json");

        Assert.Equal(Exit.Done, exported.Exit);
        Assert.Equal(4, exported.Json.GetProperty("duties").GetArrayLength());
        Assert.StartsWith($"warning: {file}, line 7, calendar: ", exported.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export case NO-SUCH --as json", "there is no case 'NO-SUCH'")]
    [InlineData("export case A --as pdf", "--as: 'pdf' is not a form; use json, timeline or bundle")]
    [InlineData("export plan A --as json", "'plan' cannot be exported; there is: case")]
    [InlineData("export case A --as json --to /no/such/folder/a", "--to: ")]
    public async Task What_cannot_be_exported_is_said_in_a_line(string command, string said)
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var reference = (await installation.LoggedAsync()).Case.Reference;
        var words = command.Replace("case A", $"case {reference}", StringComparison.Ordinal).Split(' ');

        var refused = await CommandLine.RunAsync([.. words, "--data", installation.Get<Installation>().Folder]);

        Assert.Equal((Exit.BadInput, ""), (refused.Exit, refused.Output));
        Assert.StartsWith($"redress export: {said}", refused.Error, StringComparison.Ordinal);
    }

    private static Task<CommandLine> ExportAsync(
        TestInstallation installation,
        string reference,
        string form,
        params string[] more
    ) =>
        CommandLine.RunAsync([
            "export",
            "case",
            reference,
            "--as",
            form,
            "--data",
            installation.Get<Installation>().Folder,
            .. more,
        ]);

    private static string HashOf(JsonElement row, string id, string? previous) =>
        HistoryHash.Of(
            previous,
            "case",
            id,
            row.GetProperty("sequence").GetInt32(),
            row.GetProperty("event").GetString()!,
            row.GetProperty("version").GetInt32(),
            row.GetProperty("data").GetString()!,
            DateOnly.Parse(row.GetProperty("on").GetString()!),
            row.GetProperty("recorded_at").GetDateTime(),
            row.GetProperty("who").GetString()!,
            row.GetProperty("on_behalf_of").GetString()
        );

    private static string Text(ZipArchive bundle, string name)
    {
        using var reader = new StreamReader(bundle.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
