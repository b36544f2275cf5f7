using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>
/// D8: what to do before making contact is seen by whoever is about to, and a contact that it forbids is stopped before it
/// goes, in every channel.
/// </summary>
public sealed class RecordNeedsTests(TestDatabases databases) : IAsyncLifetime
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private readonly SmtpServer server = new();
    private MailHost? host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Asked_at_the_start_it_is_above_every_number_and_in_every_case_of_theirs(Kind kind)
    {
        var office = await OpenAsync(kind);
        var first = await ComplainAsync(office, "Large print, please. My eyes are bad.");
        var other = await ComplainAsync(office);
        var stranger = await ComplainAsync(office, name: "Mr Shah");
        var frank = await office.VisitAsync("frank");

        Assert.Contains("Large print, please.", await ShownAsync(frank, $"/cases/{first}"), Ordinal);
        Assert.Contains("Large print, please.", await ShownAsync(frank, $"/cases/{other}"), Ordinal);
        Assert.DoesNotContain("Before you make contact", await ShownAsync(frank, $"/cases/{stranger}"), Ordinal);

        var page = await frank.OpenAsync($"/cases/{other}/needs");
        Assert.Contains("My eyes are bad", page.QuerySelector("#Form_What")!.TextContent, Ordinal);
        await frank.SubmitAsync(
            ("Form.NoPhone", "true"),
            ("Form.Format", "LargePrint"),
            ("Form.Language", "Urdu"),
            ("Form.What", "Call Mr Mirza first.")
        );
        Assert.Empty(frank.Errors);
        foreach (var reference in new[] { first, other })
        {
            page = await frank.OpenAsync($"/cases/{reference}");
            var before = page.QuerySelector(".app-needs")!.TextContent;
            Assert.Contains("Do not ring them", before, Ordinal);
            Assert.Contains("Large print", before, Ordinal);
            Assert.Contains("Write in Urdu", before, Ordinal);
            Assert.Contains("Call Mr Mirza first.", before, Ordinal);
            Assert.DoesNotContain("01632 960001", page.QuerySelector(".app-case__who")!.TextContent, Ordinal);
            Assert.Null(page.QuerySelector("button[value=Voicemail]"));
            page = await frank.OpenAsync($"/cases/{reference}/contacts");
            Assert.NotNull(page.QuerySelector(".app-needs"));
        }

        var rebuilder = office.Services.GetRequiredService<Rebuilder>();
        Assert.Equal(0, (await rebuilder.CompareAsync(Cancel)).Changed);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_way_that_is_forbidden_is_stopped_when_a_letter_is_written_and_when_it_is_handed_over(Kind kind)
    {
        var office = await OpenAsync(kind);
        var reference = await ComplainAsync(office);
        var cora = await office.ProgramAsync("cora");
        await WriteAsync(office, reference, Channel.Email);
        await WriteAsync(office, reference, Channel.Letter);

        await RecordAsync(cora, reference, new { no_email = true });
        Assert.Equal(1, await host!.MailAsync());
        Assert.Empty(server.Taken);
        var letters = (await office.CaseAsync(reference)).Letters;
        Assert.Equal([LetterFailure.NotSafe, null], letters.Select(letter => letter.Failure));
        Assert.Equal(0, await host.MailAsync());

        var emailed = await cora.SendAsync(
            $"/api/v1/cases/{reference}/letters",
            new { letter = "Dear Mrs Shah", leaves = "email" }
        );
        Assert.Equal((409, "not_safe"), (emailed.Status, emailed.Json.Code()));
        var code = await cora.SendAsync($"/api/v1/cases/{reference}/emailed-code", new { });
        Assert.Equal((409, "not_safe"), (code.Status, code.Json.Code()));
        var visitor = await office.VisitAsync("cora");
        Assert.Single((await visitor.OpenAsync("/letters/print")).QuerySelectorAll(".app-sheet"));
        var page = await visitor.OpenAsync($"/cases/{reference}/letter");
        Assert.Null(page.QuerySelector("input[value=Email]"));
        await visitor.SubmitAsync(("Form.Letter", "By post then"));
        Assert.Empty(visitor.Errors);

        await RecordAsync(
            cora,
            reference,
            new
            {
                no_email = true,
                no_post = true,
                format = "audio",
            }
        );
        Assert.Empty((await visitor.OpenAsync("/letters/print")).QuerySelectorAll(".app-sheet"));
        await visitor.OpenAsync($"/cases/{reference}/letter");
        await visitor.SubmitAsync(("Form.Letter", "Kept as typed"), ("Form.Leaves", "Post"));
        Assert.Equal(
            ["They must not be reached that way. See what is recorded above their number and address"],
            visitor.Errors
        );
        Assert.Contains("Kept as typed", visitor.Page.QuerySelector("#Form_Letter")!.TextContent, Ordinal);
        Assert.All(
            (await office.CaseAsync(reference)).Letters,
            letter => Assert.Equal(LetterFailure.NotSafe, letter.Failure)
        );

        await RecordAsync(cora, reference, new { format = "large_print" });
        var waiting = (await office.CaseAsync(reference)).Letters[0].Number;
        var settled = await cora.SendAsync(
            $"/api/v1/cases/{reference}/settled-letters",
            new { letter = waiting, fate = "email" }
        );
        Assert.Equal(201, settled.Status);
        Assert.Equal(1, await host.MailAsync());
        Assert.Equal("shah@vale.example", Assert.Single(server.Taken).To);
        var shown = await cora.GetFromJsonAsync<JsonElement>(
            new Uri($"/api/v1/cases/{reference}", UriKind.Relative),
            Cancel
        );
        Assert.Equal(
            "large_print",
            Assert.Single(shown.GetProperty("needs").EnumerateArray()).GetProperty("format").GetString()
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_front_line_forbids_a_way_and_only_who_has_the_case_allows_it_again(Kind kind)
    {
        var office = await OpenAsync(kind);
        var reference = await ComplainAsync(office);
        var frank = await office.VisitAsync("frank");
        await frank.OpenAsync($"/cases/{reference}/needs");
        await frank.SubmitAsync();
        Assert.Equal(["Enter what to do, or choose something"], frank.Errors);
        await frank.SubmitAsync(("Form.NoVoicemail", "true"));
        Assert.Empty(frank.Errors);
        var program = await office.ProgramAsync("frank");

        var again = await program.SendAsync($"/api/v1/cases/{reference}/needs", new { what = "Ring at ten." });

        Assert.Equal((409, "allows_again"), (again.Status, again.Json.Code()));
        await RecordAsync(await office.ProgramAsync("cora"), reference, new { what = "Ring at ten." });
        Assert.Equal(new Never(), Assert.Single((await office.CaseAsync(reference)).Needs).Never);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_letter_is_printed_as_whoever_it_goes_to_reads_it(Kind kind)
    {
        var office = await OpenAsync(kind);
        var logged = await office.LoggedWithAddressAsync();
        var cora = await office.ProgramAsync("cora");
        await RecordAsync(cora, logged.Reference, new { format = "large_print" });
        await WriteAsync(office, logged.Reference, Channel.Letter);

        var page = await (await office.VisitAsync("cora")).OpenAsync("/letters/print");

        Assert.NotNull(page.QuerySelector(".app-sheet--large"));
        Assert.Contains("make it for whoever it goes to: Large print", page.Body!.TextContent, Ordinal);
    }

    private async Task<Office> OpenAsync(Kind kind)
    {
        host = new MailHost(await databases.CreateAsync(kind), server.Port);
        host.StartServer();
        return await Office.OpenAsync(host);
    }

    private static async Task<string> ShownAsync(Visitor visitor, string address) =>
        (await visitor.OpenAsync(address)).Body!.TextContent;

    private static async Task RecordAsync(HttpClient program, string reference, object needs)
    {
        var recorded = await program.SendAsync($"/api/v1/cases/{reference}/needs", needs);
        Assert.True(recorded.Status == 201, $"{recorded.Status} {recorded.Json}");
    }

    private static async Task WriteAsync(Office office, string reference, Channel channel) =>
        await office.DoAsync(
            await office.CaseAsync(reference),
            (_, desk) => Writing.Decide(channel, "Dear Mrs Shah", desk.Today)
        );

    private static async Task<string> ComplainAsync(Office office, string? needs = null, string name = "Mrs Shah")
    {
        var resident = new Visitor(office.Stranger());
        await ComplainTests.WriteAsync(resident, "The lift is broken");
        await resident.SubmitAsync(("Known", "Named"));
        await resident.SubmitAsync(
            ("Form.Name", name),
            ("Form.Phone", "01632 960001"),
            ("Form.Email", "shah@vale.example"),
            ("Form.Address", "4 Canal Row"),
            ("Form.Needs", needs ?? "")
        );
        var sent = await resident.SubmitAsync();
        return sent.QuerySelector(".app-reference")!.TextContent;
    }
}
