using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Tests.Cli;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>A resident whom the complaints team knows, and nobody else who works on the case does.</summary>
public sealed partial class ConfidentialTests(TestDatabases databases) : IAsyncLifetime
{
    private const StringComparison Ordinal = StringComparison.OrdinalIgnoreCase;

    private const string Alias = "Confidential resident";

    /// <summary>What would tell who she is, wherever it turned up, and is too long to come about by chance.</summary>
    private static readonly string[] Canaries = ["Zenobia", "Quillfeather", "07700 900987", "Marrowfat", "ZQ9 4XY"];

    private static readonly (string Field, string Value)[] Zenobia =
    [
        ("Form.Name", "Zenobia Quillfeather"),
        ("Form.Phone", "07700 900987"),
        ("Form.Email", "zenobia@quillfeather.example"),
        ("Form.Address", "83 Marrowfat Terrace"),
        ("Form.Postcode", "ZQ9 4XY"),
    ];

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
    public async Task Nothing_of_who_she_is_stands_anywhere_that_anybody_reads(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office);

        Assert.Equal("lena", (await office.CaseAsync(reference)).Owner);
        await AssignAsync(office, reference, "amira");
        foreach (var who in new[] { "amira", "ada", "cora", "lena" })
        {
            var visitor = await office.VisitAsync(who);
            var program = await office.ProgramAsync(who);
            Assert.Equal(Alias, (await visitor.OpenAsync($"/cases/{reference}")).QuerySelector("h1")!.TextContent);
            await AssertNothingAsync(visitor.Http, PagesOf(reference));
            await AssertNothingAsync(program, ApiOf(reference));
        }

        await AssertNothingInDatabaseAsync();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Her_name_postcode_and_address_find_nothing_even_where_she_wrote_them(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office, "The lift. Zenobia Quillfeather, Marrowfat Terrace, ZQ94XY");
        var lena = await office.VisitAsync("lena");

        foreach (var typed in Canaries.Concat(["ZQ9", "ZQ94XY", "quill", "07700900987", "900987"]))
        {
            await lena.OpenAsync($"/search?q={Uri.EscapeDataString(typed)}");
            Assert.Equal("/search", lena.At.AbsolutePath);
        }

        await lena.OpenAsync("/search?q=lift");
        Assert.Equal($"/cases/{reference}", lena.At.AbsolutePath);
        var rebuilder = office.Services.GetRequiredService<Rebuilder>();
        Assert.Equal(new Rebuilt(Cases: 1, Changed: 0), await rebuilder.RebuildAsync(Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_complaints_team_opens_who_she_is_and_history_says_who_looked(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office);
        var lena = await office.VisitAsync("lena");

        var asked = await lena.OpenAsync($"/cases/{reference}/identity");
        Assert.DoesNotContain("Zenobia", asked.Body!.TextContent, Ordinal);
        Assert.DoesNotContain((await office.CaseAsync(reference)).History, one => one.Event is IdentityOpened);
        var opened = await lena.SubmitAsync();
        Assert.All(Canaries, canary => Assert.Contains(canary, opened.Body!.TextContent, Ordinal));

        var (status, json, _) = await (await office.ProgramAsync("lena")).SendAsync(
            $"/api/v1/cases/{reference}/identity",
            new { }
        );
        Assert.Equal((200, "Zenobia Quillfeather"), (status, json.GetProperty("name").GetString()));
        Assert.Equal("83 Marrowfat Terrace", json.GetProperty("address").GetString());

        var looks = (await office.CaseAsync(reference)).History.Where(one => one.Event is IdentityOpened).ToList();
        Assert.Equal(["lena", "lena"], looks.Select(one => one.Who));
        var page = await lena.OpenAsync($"/cases/{reference}");
        Assert.Contains("Looked who the confidential resident is", page.Body!.TextContent, Ordinal);
        await AssertNothingInDatabaseAsync();

        await AssignAsync(office, reference, "amira");
        foreach (var who in new[] { "frank", "amira", "ada" })
        {
            var visitor = await office.VisitAsync(who);
            await visitor.OpenAsync($"/cases/{reference}/identity");
            Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
            var program = await office.ProgramAsync(who);
            Assert.Equal(403, (await program.SendAsync($"/api/v1/cases/{reference}/identity", new { })).Status);
        }
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_letter_written_by_somebody_who_does_not_know_her_arrives(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office);
        await DefineAsync(office, reference);
        await AssignAsync(office, reference, "amira");
        var amira = await office.VisitAsync();

        var page = await amira.OpenAsync($"/cases/{reference}/acknowledgement");
        Assert.Contains("the address that the complaints team keeps", page.Body!.TextContent, Ordinal);
        Assert.StartsWith("Dear resident", page.QuerySelector("#Form_Letter")!.TextContent.Trim(), Ordinal);
        await amira.SubmitAsync(("Form.Leaves", "Email"));
        Assert.Empty(amira.Errors);
        await AssertNothingInDatabaseAsync();

        server.Says = step => step == SmtpStep.To ? "451 zenobia@quillfeather.example is busy" : null;
        Assert.Equal(1, await host!.MailAsync());
        await AssertNothingInDatabaseAsync();
        server.Says = _ => null;
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await host.MailAsync());

        var mail = Assert.Single(server.Taken);
        Assert.Equal("zenobia@quillfeather.example", mail.To);
        Assert.DoesNotContain("Zenobia Quillfeather", mail.ToHeader, Ordinal);
        Assert.NotNull((await office.CaseAsync(reference)).CurrentStage.AcknowledgedOn);
        await AssertNothingInDatabaseAsync();
    }

    [Fact]
    public async Task What_a_server_says_that_will_never_take_her_letter_is_not_kept()
    {
        var office = await OpenAsync(Kind.Sqlite);
        var (reference, _) = await ComplainAsync(office);
        await WriteAsync(office, reference, Channel.Email);
        server.Says = step => step == SmtpStep.To ? "550 no zenobia@quillfeather.example here" : null;

        await host!.MailAsync();

        var failed = await office.CaseAsync(reference);
        Assert.Equal(LetterFailure.AddressRefused, Assert.Single(failed.Letters).Failure);
        await AssertNothingInDatabaseAsync();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Only_the_complaints_team_prints_her_letter_and_the_case_says_that_they_looked(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office);
        var written = await WriteAsync(office, reference, Channel.Letter);
        await AssignAsync(office, reference, "amira");
        var other = await WriteAsync(office, (await office.LoggedWithAddressAsync()).Reference, Channel.Letter);
        var amira = await office.VisitAsync();
        var lena = await office.VisitAsync("lena");

        var list = await amira.OpenAsync("/letters");
        Assert.Contains("For the complaints team to print and post (1)", list.Body!.TextContent, Ordinal);
        Assert.Single((await amira.OpenAsync("/letters/print")).QuerySelectorAll(".app-sheet"));
        await amira.SubmitAsync();
        Assert.Empty((await office.CaseAsync(other)).Letters);
        Assert.Single((await office.CaseAsync(written)).Letters);

        var program = await office.ProgramAsync();
        var unsent = await program.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/letters", UriKind.Relative), Cancel);
        var hers = Assert.Single(unsent.GetProperty("letters").EnumerateArray());
        Assert.True(hers.GetProperty("for_the_team").GetBoolean());
        var letters = new[] { hers.GetProperty("letter").GetString() };
        var (_, marked, _) = await program.SendAsync("/api/v1/posted-letters", new { letters });
        var left = Assert.Single(marked.GetProperty("left").EnumerateArray());
        Assert.Equal(
            ("for_the_team", reference),
            (left.GetProperty("code").GetString(), left.GetProperty("reference").GetString())
        );
        Assert.Single((await office.CaseAsync(written)).Letters);

        var asked = await lena.OpenAsync("/letters/print");
        Assert.DoesNotContain("Marrowfat", asked.Body!.TextContent, Ordinal);
        var printed = await lena.SubmitAsync();
        Assert.Contains("83 Marrowfat Terrace", printed.QuerySelector(".app-sheet__to")!.TextContent, Ordinal);
        var looked = (await office.CaseAsync(written)).History[^1];
        Assert.Equal(("lena", written.Letters[0].Number), (looked.Who, ((IdentityOpened)looked.Event).Letter));
        (_, marked, _) = await (await office.ProgramAsync("lena")).SendAsync("/api/v1/posted-letters", new { letters });
        Assert.Single(marked.GetProperty("posted").EnumerateArray());
        await AssertNothingInDatabaseAsync();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Made_confidential_later_she_is_gone_from_every_row_and_comes_back_when_she_agrees(Kind kind)
    {
        var office = await OpenAsync(kind);
        var frank = await office.VisitAsync("frank");
        var reference = await LogAsync(frank);
        await WriteAsync(office, reference, Channel.Email);
        var program = await office.ProgramAsync("ada");
        var team = await office.ProgramAsync("cora");

        await frank.OpenAsync($"/search?q=quillfeather");
        Assert.Equal($"/cases/{reference}", frank.At.AbsolutePath);
        await frank.OpenAsync($"/cases/{reference}/confidentiality");
        await frank.SubmitAsync();
        Assert.Equal("/", frank.At.AbsolutePath);
        Assert.Contains("no longer among those you can open", frank.Page.Body!.TextContent, Ordinal);
        await frank.OpenAsync($"/cases/{reference}");
        Assert.Equal(HttpStatusCode.NotFound, frank.Status);
        await AssertNothingInDatabaseAsync();
        await frank.OpenAsync("/search?q=quillfeather");
        Assert.Equal("/search", frank.At.AbsolutePath);
        var again = await team.SendAsync($"/api/v1/cases/{reference}/confidentiality", new { });
        Assert.Equal((409, "already_confidential"), (again.Status, again.Json.Code()));

        await host!.MailAsync();
        Assert.Equal("zenobia@quillfeather.example", Assert.Single(server.Taken).To);
        await AssertNothingInDatabaseAsync();

        var agreed = new { on = $"{office.Clock.Today:yyyy-MM-dd}", consent = "She rang Lena." };
        Assert.Equal(403, (await program.SendAsync($"/api/v1/cases/{reference}/disclosure", agreed)).Status);
        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync($"/cases/{reference}/disclosure");
        await lena.SubmitAsync();
        Assert.Equal(["Enter how they agreed"], lena.Errors);
        await lena.SubmitAsync(("Form.Consent", "She rang Lena."));
        Assert.Equal("Zenobia Quillfeather", lena.Page.QuerySelector("h1")!.TextContent);
        await frank.OpenAsync("/search?q=marrowfat");
        Assert.Equal($"/cases/{reference}", frank.At.AbsolutePath);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.Empty(await context.CaseIdentities.ToListAsync(Cancel));
        var rebuilder = office.Services.GetRequiredService<Rebuilder>();
        Assert.Equal(new Rebuilt(Cases: 1, Changed: 0), await rebuilder.RebuildAsync(Cancel));
        var lead = await office.ProgramAsync("lena");
        Assert.Equal(
            "not_confidential",
            (await lead.SendAsync($"/api/v1/cases/{reference}/disclosure", agreed)).Json.Code()
        );
    }

    [Fact]
    public async Task Taken_down_on_the_phone_she_is_confidential_at_once_and_so_is_what_comes_of_it()
    {
        var office = await OpenAsync(Kind.Sqlite);
        var frank = await office.VisitAsync("frank");
        await frank.OpenAsync("/cases/new");
        await frank.SubmitAsync(("Form.Summary", "Noise"), ("Form.Channel", "Phone"), ("Form.Confidential", "true"));
        Assert.Equal(
            ["Enter who they are, to be kept by the complaints team, and do not choose anonymous"],
            frank.Errors
        );

        var reference = await LogAsync(frank, ("Form.Confidential", "true"));
        Assert.Contains("no longer among those you can open", frank.Page.Body!.TextContent, Ordinal);
        await frank.OpenAsync($"/cases/{reference}");
        Assert.Equal(HttpStatusCode.NotFound, frank.Status);
        await AssertNothingInDatabaseAsync();

        var program = await office.ProgramAsync("lena");
        var (status, made, _) = await program.SendAsync(
            $"/api/v1/cases/{reference}/complaints",
            new
            {
                summary = "Damp too",
                received_on = $"{office.Clock.Today:yyyy-MM-dd}",
                channel = "phone",
            }
        );
        Assert.Equal(201, status);
        await AssertNothingInDatabaseAsync();
        var linked = made.GetProperty("reference").GetString()!;
        var (_, json, _) = await program.SendAsync($"/api/v1/cases/{linked}/identity", new { });
        Assert.Equal("Zenobia Quillfeather", json.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_program_asks_for_it_too_and_she_follows_her_complaint_as_everybody_does(Kind kind)
    {
        var office = await OpenAsync(kind);
        var program = office.Stranger();
        var complaint = new
        {
            summary = "The lift is broken",
            anonymous = false,
            confidential = true,
            name = "Zenobia Quillfeather",
            email = "zenobia@quillfeather.example",
        };
        var both = await program.SendAsync(
            "/api/v1/complaints",
            complaint with
            {
                anonymous = true,
            },
            $"{Guid.NewGuid()}"
        );
        Assert.Equal((400, "confidential"), (both.Status, Assert.Single(both.Json.Fields())));

        var (status, sent, _) = await program.SendAsync("/api/v1/complaints", complaint, $"{Guid.NewGuid()}");
        Assert.Equal(201, status);
        await AssertNothingInDatabaseAsync();

        var reference = sent.GetProperty("reference").GetString()!;
        var resident = new Visitor(office.Stranger());
        var page = await FollowTests.OpenAsync(resident, reference, sent.GetProperty("code").GetString()!);
        Assert.Contains("The lift is broken", page.Body!.TextContent, Ordinal);
        await resident.OpenAsync($"/cases/{reference}/identity");
        Assert.Equal("/sign-in", resident.At.AbsolutePath);
    }

    /// <summary>Mail to whoever acts for her goes to her own address, where they have none.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Her_address_is_in_no_mail_though_the_letter_is_to_whoever_acts_for_her(Kind kind)
    {
        var office = await OpenAsync(kind);
        var frank = await office.VisitAsync("frank");
        var reference = await LogAsync(frank);
        await office.ActedForAsync(reference, email: null);
        await WriteAsync(office, reference, Channel.Email);
        server.Says = step => step == SmtpStep.To ? "451 zenobia@quillfeather.example is busy" : null;
        Assert.Equal(1, await host!.MailAsync());
        server.Says = _ => null;

        await frank.OpenAsync($"/cases/{reference}/confidentiality");
        await frank.SubmitAsync();

        await AssertNothingInDatabaseAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await host.MailAsync());
        Assert.Equal("zenobia@quillfeather.example", Assert.Single(server.Taken).To);
        await AssertNothingInDatabaseAsync();
    }

    [Fact]
    public async Task What_is_exported_says_no_more()
    {
        var office = await OpenAsync(Kind.Sqlite);
        var (reference, _) = await ComplainAsync(office);

        string[] export = ["export", "case", reference, "--data", host!.Installation.Folder, "--as"];
        var json = await CommandLine.RunAsync([.. export, "json"]);
        var timeline = await CommandLine.RunAsync([.. export, "timeline"]);

        Assert.Contains(Alias, json.Output, Ordinal);
        AssertNothingIn(json.Output + timeline.Output, "what is exported");
    }

    private async Task<Office> OpenAsync(Kind kind)
    {
        host = new MailHost(await databases.CreateAsync(kind), server.Port);
        host.StartServer();
        return await Office.OpenAsync(host);
    }

    /// <summary>She complains on the public pages, and is told reference and code.</summary>
    private static async Task<(string Reference, string Code)> ComplainAsync(
        Office office,
        string summary = "The lift is broken"
    )
    {
        var resident = new Visitor(office.Stranger());
        await ComplainTests.WriteAsync(resident, summary);
        await resident.SubmitAsync(("Known", "Confidential"));
        await resident.SubmitAsync(Zenobia);
        var sent = await resident.SubmitAsync();
        return (sent.QuerySelector(".app-reference")!.TextContent, ComplainTests.CodeOn(sent));
    }

    private static async Task<string> LogAsync(Visitor visitor, params (string Field, string Value)[] more)
    {
        await visitor.OpenAsync("/cases/new");
        await visitor.SubmitAsync([.. Zenobia, ("Form.Summary", "Noise"), ("Form.Channel", "Phone"), .. more]);
        Assert.Empty(visitor.Errors);

        // The front line does not see somebody confidential again, and reads the reference to them from the page after.
        return visitor.At.AbsolutePath == "/"
            ? Reference().Match(visitor.Page.Body!.TextContent).Value
            : visitor.At.Segments[^1];
    }

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    private static async Task AssignAsync(Office office, string reference, string who) =>
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Assignment.Decide(c, new(who), desk.Rules, desk.Today),
            "lena"
        );

    private static async Task DefineAsync(Office office, string reference) =>
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Definition.Decide(c, new("No lift", "A lift"), desk.Today)
        );

    private static async Task<Case> WriteAsync(Office office, string reference, Channel leaves) =>
        await office.DoAsync(
            await office.CaseAsync(reference),
            (_, desk) => Writing.Decide(leaves, "Dear resident, a word.", desk.Today)
        );

    private static IEnumerable<string> PagesOf(string reference) =>
        CaseMoves
            .All.Select(move => $"/cases/{reference}/{move.Part}")
            .Concat(["/cases", $"/cases/{reference}", "/letters", "/letters/print", "/search?q=lift", "/staff"]);

    private static IEnumerable<string> ApiOf(string reference) =>
        ["/api/v1/cases", $"/api/v1/cases/{reference}", $"/api/v1/cases/{reference}/history", "/api/v1/search?q=lift"];

    private static async Task AssertNothingAsync(HttpClient http, IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            AssertNothingIn(await answer.Content.ReadAsStringAsync(Cancel), address);
        }
    }

    /// <summary>Neither in any table, nor in any byte of the files: SQLite's journal is written into its file first.</summary>
    private async Task AssertNothingInDatabaseAsync()
    {
        if (host!.Installation.PostgresConnection is null)
        {
            await using var context = host.Services.GetRequiredService<Database>().NewContext();
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel);
        }

        AssertNothingIn(await DatabaseDump.OfAsync(host.Installation), "the database");

        // By another process: to open and close the file in this one would take SQLite's locks away.
        var search = new ProcessStartInfo("grep", ["-rail", string.Join("\\|", Canaries), host.Installation.Folder])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var grep = Process.Start(search)!;
        Assert.Equal("", await grep.StandardOutput.ReadToEndAsync(Cancel));
    }

    private static void AssertNothingIn(string text, string where) =>
        Assert.Empty(Canaries.Where(canary => text.Contains(canary, Ordinal)).Select(canary => $"{canary} in {where}"));
}
