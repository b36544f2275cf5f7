using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Features.Import;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Import;

/// <summary>Cases that were handled under procedures of their time, read by people of today.</summary>
public sealed class ImportedUnderOldProceduresTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_old_case_shows_its_informal_stage(Kind kind)
    {
        await using var host = await HostAsync(kind);
        var office = await Office.OpenAsync(host);

        var imported = await ImportAsync(
            host,
            """
            reference,kind,received_on,stage0_responded_on,stage1_responded_on,procedure
            PD-1,complaint,2018-03-05,2018-03-12,2018-03-26,plus-dane-2018
            """
        );

        Assert.Empty(imported.Refused);
        var old = await office.CaseAsync("PD-1");
        Assert.Contains(
            old.History,
            row => row.Event is InformalStageAnswered { On: var on } && on == new DateOnly(2018, 3, 12)
        );
        Assert.Equal(new DateOnly(2018, 3, 26), old.FindStage(1)!.RespondedOn);
        var cora = await office.VisitAsync("cora");
        var page = await cora.OpenAsync("/cases/PD-1");
        Assert.Contains("12 March 2018", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-01-04", "plus-dane-2018", "", "procedure")]
    [InlineData("2026-03-01", "plus-dane-2018", "2026-03-05", "procedure")]
    [InlineData("", "plus-dane-2018", "", "procedure")]
    [InlineData("2018-03-05", "", "2018-03-12", "procedure")]
    [InlineData("2024-06-03", "code-2024", "2024-06-05", "stage0_responded_on")]
    public async Task A_case_of_today_gets_none(string received, string procedure, string stage0, string field)
    {
        await using var host = await HostAsync(Kind.Sqlite);

        var imported = await ImportAsync(
            host,
            $"reference,kind,received_on,procedure,stage0_responded_on\nPD-2,complaint,{received},{procedure},{stage0}"
        );

        Assert.Equal(0, imported.Created);
        Assert.Contains(imported.Refused, wrong => wrong.Field == field);
    }

    /// <summary>Leicester's procedure of 1 April 2021 followed that of 2020, whoever reads the case in.</summary>
    [Fact]
    public async Task A_further_stage_is_under_the_procedure_that_followed_the_one_named()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var office = await Office.OpenAsync(host);

        await ImportAsync(
            host,
            """
            reference,kind,received_on,stage1_responded_on,escalation_requested_on,procedure
            LE-1,complaint,2021-03-15,2021-03-26,2021-04-12,leicester-2020
            """
        );

        var imported = await office.CaseAsync("LE-1");
        Assert.Equal(["leicester-2020", "leicester-2021"], imported.Stages.Select(stage => stage.ProcedureId));
    }

    [Theory]
    [InlineData("reference")]
    [InlineData("service")]
    [InlineData("category")]
    public async Task A_line_without_end_is_refused_by_its_name(string field)
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["reference"] = "R",
            ["service"] = "",
            ["category"] = "",
            [field] = new string('x', 301),
        };

        var imported = await ImportAsync(
            host,
            $"reference,kind,service,category\n{cells["reference"]},complaint,{cells["service"]},{cells["category"]}"
        );

        Assert.Equal(field, Assert.Single(imported.Refused).Field);
    }

    private async Task<RedressHost> HostAsync(Kind kind)
    {
        var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        return host;
    }

    private static Task<ImportedFile> ImportAsync(RedressHost host, string text)
    {
        var rows = CsvFile.Read("cases.csv", Encoding.UTF8.GetBytes(text), ImportedHistory.Columns);
        var import = ActivatorUtilities.CreateInstance<CaseImport>(host.Services);
        return import.RunAsync(rows, skipBad: false, dryRun: false, Cancel);
    }
}
