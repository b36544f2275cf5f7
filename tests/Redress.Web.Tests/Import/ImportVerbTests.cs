using Microsoft.EntityFrameworkCore;
using Redress.Web.Cli;
using Redress.Web.Data;
using Redress.Web.Tests.Cli;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Import;

public sealed class ImportVerbTests(TestDatabases databases)
{
    [Fact]
    public async Task It_answers_in_numbers()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);

        var imported = await ImportAsync(installation, "reference,kind\nA,complaint\n");

        Assert.Equal(Exit.Done, imported.Exit);
        Assert.Equal("""{"read":1,"created":1,"updated":0,"unchanged":0,"refused":[]}""", imported.Output.Trim());
    }

    [Fact]
    public async Task A_refusal_names_row_field_and_line()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);

        var refused = await ImportAsync(installation, "reference,kind,received_on\nA,complaint,2025-02-30\n");

        Assert.Equal(Exit.BadInput, refused.Exit);
        var wrong = Assert.Single(refused.Json.GetProperty("refused").EnumerateArray());
        Assert.Equal((1, "received_on"), (wrong.GetProperty("row").GetInt32(), wrong.GetProperty("field").GetString()));
        Assert.StartsWith(
            "redress import: standard input, line 2, received_on: ",
            refused.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Skipping_bad_rows_ends_well()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);

        var skipped = await ImportAsync(installation, "reference,kind\nA,complaint\n,complaint\n", "--skip-bad");

        Assert.Equal((Exit.Done, 1), (skipped.Exit, skipped.Json.GetProperty("created").GetInt32()));
    }

    [Fact]
    public async Task A_case_that_somebody_else_changed_meanwhile_ends_with_2_and_one_line()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await ImportAsync(installation, "reference,kind,received_on\nA,complaint,2026-03-02\n");
        await using var context = installation.Database.NewContext();
        await Drift.InAsync(
            installation.Database,
            await context.Duties.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)
        );

        var refused = await ImportAsync(
            installation,
            "reference,kind,received_on,acknowledged_on\nA,complaint,2026-03-02,2026-03-04\n"
        );

        Assert.Equal((Exit.BadInput, ""), (refused.Exit, refused.Output));
        Assert.StartsWith("redress import: Somebody else changed this", refused.Error, StringComparison.Ordinal);
        Assert.Single(refused.Error.TrimEnd().Split('\n'));
    }

    /// <summary>So that what came in cannot be cut or taken out again unseen.</summary>
    [Fact]
    public async Task What_is_imported_is_sealed()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await ImportAsync(installation, "reference,kind\nA,complaint\nB,complaint\n");

        var cancel = TestContext.Current.CancellationToken;
        await using var context = installation.Database.NewContext();
        Assert.Equal(2, await context.SealHeads.CountAsync(head => head.Stream == Streams.Case, cancel));
        Assert.Empty(context.Unsealed);
        Assert.NotNull((await installation.Get<Verifier>().VerifyAsync(cancel)).Seal);
    }

    /// <summary>Also no seal: somebody who only looks leaves nothing behind.</summary>
    [Theory]
    [InlineData("reference,kind\nB,complaint\n", "--dry-run")]
    [InlineData("reference,kind,received_on\nB,complaint,2025-02-30\n")]
    public async Task A_dry_run_or_a_refused_file_writes_nothing(string csv, params string[] options)
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await ImportAsync(installation, csv, options);

        var cancel = TestContext.Current.CancellationToken;
        await using var context = installation.Database.NewContext();
        Assert.NotEmpty(context.Unsealed);
        Assert.Equal((0, 0), (await context.Seals.CountAsync(cancel), await context.Cases.CountAsync(cancel)));
    }

    private static Task<CommandLine> ImportAsync(TestInstallation installation, string csv, params string[] more) =>
        CommandLine.RunWithInputAsync(
            csv,
            ["import", "cases", "-", "--json", "--data", installation.Get<Installation>().Folder, .. more]
        );
}
