using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Features.Import;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Import;

/// <summary>A case that comes from elsewhere keeps the reference it had, and can be opened by it whatever it looks like.</summary>
public sealed class ImportedReferenceTests(TestDatabases databases)
{
    private static readonly string[] References =
    [
        "COMP0123",
        "12345678",
        "LCC/2024/017",
        "50% off?",
        "#7",
        "A&B+C",
        "شکایت ۷",
        "a\\b",
        "..9",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task It_is_found_from_the_worklist_acted_on_and_answered_over_the_API(Kind kind)
    {
        await using var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        var office = await Office.OpenAsync(host);
        await ImportAsync(host, References);
        var lena = await office.VisitAsync("lena");
        var program = await office.ProgramAsync("cora");

        var worklist = await lena.OpenAsync("/cases?owner=");
        var links = worklist
            .QuerySelectorAll("main table a")
            .ToDictionary(link => link.TextContent.Trim(), link => link.GetAttribute("href")!);
        foreach (var reference in References)
        {
            await lena.OpenAsync($"{links[reference]}/contacts");
            await lena.SubmitAsync(("Form.Result", "Spoke"), ("Form.Note", reference));
            Assert.Equal(links[reference], lena.At.AbsolutePath);
            Assert.Contains(reference, lena.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

            using var read = await program.GetAsync(new Uri($"/api/v1{links[reference]}", UriKind.Relative), Cancel);
            Assert.True(read.IsSuccessStatusCode, reference);
            var noted = await program.SendAsync(
                $"/api/v1{links[reference]}/contacts",
                new
                {
                    on = office.Clock.Today,
                    how = "phone",
                    result = "spoke",
                }
            );
            Assert.Equal((201, reference), (noted.Status, noted.Json.GetProperty("reference").GetString()));
        }
    }

    [Theory]
    [InlineData("..")]
    [InlineData("-")]
    public async Task One_that_names_nothing_is_refused(string reference)
    {
        await using var host = new RedressHost(await databases.CreateAsync(Kind.Sqlite));
        host.StartServer();

        var refused = Assert.Single((await ImportAsync(host, [reference])).Refused);

        Assert.Equal(
            ("reference", "A reference needs at least one letter or digit."),
            (refused.Field, refused.Message)
        );
    }

    private static Task<ImportedFile> ImportAsync(RedressHost host, IEnumerable<string> references)
    {
        var text = "reference,kind\n" + string.Join('\n', references.Select(reference => $"{reference},complaint"));
        var rows = CsvFile.Read("cases.csv", Encoding.UTF8.GetBytes(text), ImportedHistory.Columns);
        var import = ActivatorUtilities.CreateInstance<CaseImport>(host.Services);
        return import.RunAsync(rows, skipBad: false, dryRun: false, Cancel);
    }
}
