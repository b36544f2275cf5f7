using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class LogTests(RedressHosts hosts, TestDatabases databases) : IClassFixture<RedressHosts>
{
    private static readonly (string, string)[] Filled =
    [
        ("Form.Summary", "The lift is broken"),
        ("Form.Channel", "Letter"),
        ("Form.ReceivedOn.Day", "9"),
        ("Form.Name", "Mrs Shah"),
        ("Form.Phone", "01632 960001"),
        ("Form.Category", "Lifts"),
    ];

    private static readonly Complaint Sent = new("2025-04-09", "phone", "The lift is broken");

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_letter_is_logged_with_the_day_it_was_truly_received(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var frank = await office.VisitAsync("frank");

        var form = await frank.OpenAsync("/cases/new");
        Assert.Equal("14", ((IHtmlInputElement)form.QuerySelector("#Form_ReceivedOn_Day")!).Value);
        var page = await frank.SubmitAsync(Filled);

        Assert.Equal("Mrs Shah", page.QuerySelector("h1")!.TextContent.Trim());
        var row = await RowAtAsync(office, frank.At);
        Assert.Equal((new DateOnly(2025, 4, 9), "frank", "Lifts"), (row.ReceivedOn, row.OwnerId, row.Category));
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var person = await context.CasePeople.SingleAsync(
            p => p.CaseId == row.Id,
            TestContext.Current.CancellationToken
        );
        Assert.Equal((row.ComplainantId, "01632 960001"), (person.Id, person.Phone));
    }

    [Fact]
    public async Task Nothing_typed_is_lost_when_something_is_missing()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var frank = await office.VisitAsync("frank");

        await frank.OpenAsync("/cases/new");
        var page = await frank.SubmitAsync([.. Filled, ("Form.Summary", ""), ("Form.Definition", "No lift")]);
        Assert.Equal(["Enter what the resident says"], frank.Errors);
        Assert.Equal("Mrs Shah", ((IHtmlInputElement)page.QuerySelector("#Form_Name")!).Value);
        Assert.Equal("9", ((IHtmlInputElement)page.QuerySelector("#Form_ReceivedOn_Day")!).Value);

        await frank.SubmitAsync(("Form.Summary", "The lift"));
        Assert.StartsWith("Enter both what the complaint is", Assert.Single(frank.Errors), StringComparison.Ordinal);
        await frank.SubmitAsync(("Form.OutcomeSought", "A lift"));
        Assert.IsType<Defined>((await CaseAtAsync(office, frank.At)).History[^1].Event);
    }

    [Theory]
    [InlineData("Form.ReceivedOn.Year", "2031", "The day it was received must be today or in the past")]
    [InlineData(
        "Form.ReceivedOn.Year",
        "1999",
        "No procedure was in force on the day it was received. Check the date, or ask whoever looks after procedures"
    )]
    [InlineData("Form.ReceivedOn.Month", "13", "The day it was received must be a real date")]
    public async Task A_refusal_stands_beside_its_field(string field, string value, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var frank = await office.VisitAsync("frank");
        await frank.OpenAsync("/cases/new");
        var page = await frank.SubmitAsync([.. Filled, (field, value)]);
        Assert.Equal([message], frank.Errors);
        Assert.NotNull(page.QuerySelector("#Form_ReceivedOn-error"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_form_sent_twice_makes_one_case(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var frank = await office.VisitAsync("frank");
        var form = await frank.OpenAsync("/cases/new");
        await frank.SubmitAsync(Filled);
        var first = frank.At;

        frank.Return(form);
        await frank.SubmitAsync(Filled);

        Assert.Equal(first, frank.At);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_goes_back_and_takes_down_another_case_has_two(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var frank = await office.VisitAsync("frank");
        var form = await frank.OpenAsync("/cases/new");
        await frank.SubmitAsync(Filled);
        var first = frank.At;

        frank.Return(form);
        await frank.SubmitAsync([.. Filled, ("Form.Summary", "No heating either")]);
        Assert.StartsWith("You sent this form before", Assert.Single(frank.Errors), StringComparison.Ordinal);
        await frank.SubmitAsync();

        Assert.NotEqual(first, frank.At);
        var other = await CaseAtAsync(office, frank.At);
        Assert.Equal("No heating either", await office.TextAsync(other, other.Summary!));
    }

    [Fact]
    public async Task While_the_database_is_busy_nothing_typed_is_lost()
    {
        await using var host = new RedressHost(await databases.CreateAsync(Kind.Sqlite));
        host.StartServer();
        var office = await Office.OpenAsync(host);
        var (frank, program) = (await office.VisitAsync("frank"), await office.ProgramAsync());
        await frank.OpenAsync("/cases/new");
        await using var commandLine = TestInstallation.Over(host.Services.GetRequiredService<Installation>());
        await commandLine.Get<InstallationSetup>().OpenAsync(TestContext.Current.CancellationToken);

        var page = await commandLine
            .Get<WriteGate>()
            .RunAsync(
                async (_, _) =>
                {
                    var sent = program.SendAsync("/api/v1/cases", Sent);
                    var shown = await frank.SubmitAsync(Filled);
                    Assert.Equal((503, "busy"), ((await sent).Status, (await sent).Json.Code()));
                    return shown;
                },
                TestContext.Current.CancellationToken
            );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, frank.Status);
        Assert.StartsWith("The service is busy", Assert.Single(frank.Errors), StringComparison.Ordinal);
        Assert.Equal("Mrs Shah", ((IHtmlInputElement)page.QuerySelector("#Form_Name")!).Value);
        await frank.SubmitAsync();
        Assert.NotNull((await CaseAtAsync(office, frank.At)).Summary);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_is_written_on_a_line_is_kept_without_the_spaces_around_it(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (frank, program) = (await office.VisitAsync("frank"), await office.ProgramAsync());
        await frank.OpenAsync("/cases/new");
        await frank.SubmitAsync([.. Filled, ("Form.Category", " Lifts "), ("Form.Service", " ")]);
        var row = await RowAtAsync(office, frank.At);
        Assert.Equal(("Lifts", null), (row.Category, row.Service));

        var sent = await program.SendAsync("/api/v1/cases", Sent with { category = " Lifts " });
        var reference = sent.Json.GetProperty("reference").GetString()!;
        Assert.Equal("Lifts", (await office.CaseAsync(reference)).Category);

        var refused = await program.SendAsync("/api/v1/cases", Sent with { category = "Lifts\nDoors" });
        Assert.Equal((400, "category"), (refused.Status, Assert.Single(refused.Json.Fields())));
    }

    [Fact]
    public async Task A_case_is_given_to_nobody_who_could_not_open_it()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var frank = await office.VisitAsync("frank");

        var page = await frank.OpenAsync("/cases/new");
        var offered = page.QuerySelectorAll("#Form_Handler option").Select(one => one.GetAttribute("value")).ToList();
        Assert.Contains("amira", offered);
        Assert.DoesNotContain("dan", offered);

        var sent = await (await office.ProgramAsync()).SendAsync("/api/v1/cases", Sent with { handler = "dan" });
        Assert.Equal((400, "handler"), (sent.Status, Assert.Single(sent.Json.Fields())));
    }

    [Fact]
    public async Task Of_an_anonymous_person_nothing_is_kept()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var frank = await office.VisitAsync("frank");
        await frank.OpenAsync("/cases/new");
        var page = await frank.SubmitAsync([.. Filled, ("Form.Anonymous", "true")]);

        Assert.Equal("Anonymous", page.QuerySelector("h1")!.TextContent.Trim());
        var row = await RowAtAsync(office, frank.At);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.Empty(
            await context.CasePeople.Where(p => p.CaseId == row.Id).ToListAsync(TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_does_and_refuses_the_same(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var program = await office.ProgramAsync();
        var complaint = new
        {
            received_on = "2025-04-09",
            channel = "phone",
            summary = "بجلی نہیں ہے " + new string('ے', 50_000),
            name = "Mrs Shah",
        };

        Assert.Equal(
            "received_in_the_future",
            (await program.SendAsync("/api/v1/cases", complaint with { received_on = "2025-04-15" })).Json.Code()
        );
        var (status, receipt, location) = await program.SendAsync("/api/v1/cases", complaint);
        Assert.Equal(201, status);
        Assert.Equal($"/api/v1/cases/{receipt.GetProperty("reference").GetString()}", location!.ToString());
        using var read = await program.GetAsync(location, TestContext.Current.CancellationToken);
        var json = System.Text.Json.JsonDocument.Parse(
            await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(complaint.summary, json.RootElement.GetProperty("summary").GetString());
        Assert.Equal("amira", json.RootElement.GetProperty("owner").GetProperty("id").GetString());
    }

    private static async Task<CaseRow> RowAtAsync(Office office, Uri at)
    {
        var reference = at.Segments[^1];
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        return await context.Cases.SingleAsync(
            row => row.Reference == reference,
            TestContext.Current.CancellationToken
        );
    }

    private static async Task<Case> CaseAtAsync(Office office, Uri at)
    {
        var row = await RowAtAsync(office, at);
        return await office.CaseAsync(row.Reference);
    }

    /// <summary>As a program sends it: names as they are on the wire.</summary>
    private sealed record Complaint(
        string received_on,
        string channel,
        string summary,
        string? category = null,
        string? handler = null
    );
}
