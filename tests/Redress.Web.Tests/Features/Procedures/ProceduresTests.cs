using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Procedures;

public sealed class ProceduresTests(TestDatabases databases)
{
    private static readonly (string, string)[] Leicester =
    [
        ("Form.Kind", "Complaint"),
        ("Form.Procedure", "leicester-2021"),
        ("Form.From.Day", "1"),
        ("Form.From.Month", "4"),
        ("Form.From.Year", "2021"),
    ];

    [Fact]
    public async Task Held_against_the_2024_Code_halton_2011_is_shown_with_each_breach_by_provision()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var amira = await (await Office.OpenAsync(host)).VisitAsync();

        var page = await amira.OpenAsync("/procedures/halton-2011?against=code-2024");

        var shown = page.QuerySelectorAll("tbody tr")
            .Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToArray())
            .Select(cells => (Provision: cells[0], Finding: cells[1], Message: cells[2]))
            .ToList();
        var found = ProcedureCheck.Against(ShippedProcedures.Find("halton-2011")!, ShippedCodes.Find("code-2024")!);
        Assert.Equal(found.Select(finding => finding.Message), shown.Select(row => row.Message));
        Assert.Contains(shown, row => row is { Provision: "5.3", Finding: "Breach" });
        Assert.Contains(shown, row => row is { Finding: "Gap" });
    }

    [Theory]
    [InlineData("code-2020")]
    [InlineData("code-2022")]
    [InlineData("code-2024")]
    [InlineData("halton-2011")]
    [InlineData("leeds-2014")]
    [InlineData("leeds-2023")]
    [InlineData("leicester-2020")]
    [InlineData("leicester-2021")]
    [InlineData("lgsco-2024")]
    [InlineData("nipso")]
    [InlineData("plus-dane-2018")]
    [InlineData("plus-dane-2021")]
    [InlineData("psow")]
    [InlineData("spso-mchp")]
    public async Task Every_figure_of_every_shipped_procedure_is_shown_with_its_paragraph(string id)
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var amira = await (await Office.OpenAsync(host)).VisitAsync();

        var text = Flat((await amira.OpenAsync($"/procedures/{id}")).QuerySelector("main")!.TextContent);

        var procedure = ShippedProcedures.Find(id)!;
        foreach (
            var duty in procedure.Kinds.Values.SelectMany(kind =>
                kind.Duties.Concat(kind.Stages.SelectMany(s => s.Duties))
            )
        )
        {
            Assert.Contains(duty.Within.ToString(), text, StringComparison.Ordinal);
            Assert.Contains(Flat(duty.Source), text, StringComparison.Ordinal);
        }

        Assert.All(procedure.SilentOn, silence => Assert.Contains(Flat(silence.Note), text, StringComparison.Ordinal));
        Assert.All(procedure.Readings, reading => Assert.Contains(Flat(reading.Why), text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_complaint_received_before_the_chosen_day_keeps_one_stage_and_a_later_one_gets_two(Kind kind)
    {
        await using var host = await HostAsync(kind);
        var dan = await (await Office.OpenAsync(host)).VisitAsync("dan");
        foreach (var (id, from) in new[] { ("leicester-2020", "2020"), ("leicester-2021", "2021") })
        {
            await dan.OpenAsync("/procedures/choice");
            var procedure = ShippedProcedures.Find(id)!;
            await dan.SubmitAsync([
                ("Form.Kind", "Complaint"),
                ("Form.Procedure", id),
                ("Form.From.Day", $"{procedure.InForceFrom.Day}"),
                ("Form.From.Month", $"{procedure.InForceFrom.Month}"),
                ("Form.From.Year", $"{procedure.InForceFrom.Year}"),
            ]);
            Assert.Empty(dan.Errors);
        }

        var rules = host.Services.GetRequiredService<RulesStore>().Current;
        var second = ShippedProcedures.Find("leicester-2021")!.InForceFrom;
        Assert.Equal(1, rules.InForce(CaseKind.Complaint, second.AddDays(-1))!.For(CaseKind.Complaint)!.LastStage);
        Assert.Equal(2, rules.InForce(CaseKind.Complaint, second)!.For(CaseKind.Complaint)!.LastStage);
        Assert.Contains(
            "leicester-2021",
            dan.Page.QuerySelector(".govuk-grid-column-one-third")!.InnerHtml,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Form.Procedure", "plus-dane-2018", "That procedure has a stage before stage 1.")]
    [InlineData("Form.Kind", "Suggestion", "That procedure says nothing about this kind of case")]
    [InlineData("Form.From.Year", "2012", "That procedure is not in force on this day")]
    [InlineData("Form.Procedure", "", "Choose a procedure")]
    public async Task A_procedure_that_cannot_apply_is_refused(string field, string value, string message)
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var dan = await (await Office.OpenAsync(host)).VisitAsync("dan");

        await dan.OpenAsync("/procedures/choice");
        await dan.SubmitAsync([.. Leicester, (field, value)]);

        Assert.StartsWith(message, Assert.Single(dan.Errors), StringComparison.Ordinal);
        Assert.Empty(host.Services.GetRequiredService<RulesStore>().Current.Choices);
    }

    [Fact]
    public async Task What_is_wrong_in_the_landlords_own_file_is_shown_by_line_and_field_and_nothing_can_be_chosen_until_it_is_mended()
    {
        await using var host = await HostAsync(Kind.Sqlite);
        var dan = await (await Office.OpenAsync(host)).VisitAsync("dan");
        Directory.CreateDirectory(host.Installation.Procedures);
        var file = Path.Combine(host.Installation.Procedures, "vale.json");
        await File.WriteAllTextAsync(
            file,
            "{\n  \"id\": \"vale\",\n  \"titel\": \"Vale\"\n}",
            TestContext.Current.CancellationToken
        );

        var page = await dan.OpenAsync("/procedures");
        var row = page.QuerySelectorAll("tbody tr")
            .Select(found => found.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToArray())
            .Single(cells => cells[2] == "titel");
        Assert.Equal(("vale.json", "3"), (row[0], row[1]));

        await dan.OpenAsync("/procedures/choice");
        await dan.SubmitAsync(Leicester);
        Assert.StartsWith("Put your procedure files right first", Assert.Single(dan.Errors), StringComparison.Ordinal);
    }

    private static string Flat(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<RedressHost> HostAsync(Kind kind)
    {
        var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        return host;
    }
}
