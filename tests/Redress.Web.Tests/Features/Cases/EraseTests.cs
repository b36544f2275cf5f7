using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Files;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class EraseTests(RedressHosts hosts, TestDatabases databases) : IClassFixture<RedressHosts>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Done when 7: the words are in no byte of the database, figures and the proof of the record stay.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Two_erase_it_and_no_word_is_left_while_figures_and_the_proof_stay(Kind kind)
    {
        var place = await databases.CreateAsync(kind);
        await using var host = new RedressHost(place);
        host.StartServer();
        var office = await Office.OpenAsync(host);
        var kept = await office.LoggedAsync(summary: "Another with xylophonitispilz");
        var (about, photo) = await FullOfWordsAsync(office);
        var home = $"/cases/{about.Reference}";
        Assert.InRange(await CountAsync(place), 15, int.MaxValue);
        Age(host, photo);
        var before = await office.RowAsync(about);
        var duties = await DutiesAsync(host, about);

        var cora = await office.VisitAsync("cora");
        await cora.OpenAsync($"{home}/erasure");
        await cora.SubmitAsync();
        Assert.Equal(["Choose why it must go"], cora.Errors);
        await cora.SubmitAsync(("Form.Ground", "RetentionEnded"));
        Assert.Equal(["The years for which it is kept are not over"], cora.Errors);
        await cora.SubmitAsync(("Form.Ground", "AskedByResident"));
        Assert.Empty(cora.Errors);
        var page = await cora.OpenAsync($"{home}/erasure/decision");
        Assert.Contains("somebody else must agree", page.Body!.TextContent, StringComparison.Ordinal);
        await cora.ForgeAsync(("Form.Answer", "Agree"));
        Assert.Equal(["You proposed this, so somebody else must agree to it. You can take it back"], cora.Errors);
        Assert.InRange(await CountAsync(place), 15, int.MaxValue);

        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync($"{home}/erasure/decision");
        page = await lena.SubmitAsync(("Form.Answer", "Agree"));
        Assert.Empty(lena.Errors);
        Assert.Equal(home, lena.At.AbsolutePath);
        Assert.Contains("was erased on", page.Body!.TextContent, StringComparison.Ordinal);

        // Of the other case's word, which begins the same, there is as much as before.
        Assert.Equal(0, await CountAsync(place));
        Assert.False(File.Exists(host.Services.GetRequiredService<FileStore>().PlaceOf(photo)));
        Assert.NotNull(await office.TextAsync(kept, kept.Summary!));

        var now = await office.RowAsync(about);
        Assert.Equal(before with { Keeping = Keeping.Erased, Version = now.Version }, now);
        Assert.Equal(duties, await DutiesAsync(host, about));
        Assert.Null((await host.Services.GetRequiredService<Verifier>().VerifyAsync(Cancel)).Altered);
        Assert.Equal(0, (await host.Services.GetRequiredService<Rebuilder>().CompareAsync(Cancel)).Changed);
    }

    /// <summary>Nothing happens to it after, and every page of it opens.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_erased_case_is_read_and_nothing_is_done_about_it(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await FollowTests.ComplainedAsync(office, named: true);
        var about = await ClosedAsync(office, await office.CaseAsync(reference));
        var home = $"/cases/{reference}";
        var late = await office.VisitAsync("lena");
        await late.OpenAsync($"{home}/contacts");
        await office.DoAsync(
            about,
            (c, desk) => Erasure.Propose(c, ErasureGround.ShouldNotBeHeld, desk.Rules, desk.Today),
            "cora"
        );
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Erasure.Agree(c, desk.Person.Id, desk.Rules, desk.Today),
            "lena"
        );

        await late.SubmitAsync(
            ("Form.How", "Phone"),
            ("Form.Result", "Spoke"),
            ("Form.Note", "She rang and was told of the erasure.")
        );
        Assert.StartsWith("The case was erased", Assert.Single(late.Errors), StringComparison.Ordinal);
        var lena = await office.VisitAsync("lena");
        var parts = office
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => route.StartsWith("cases/{reference}", StringComparison.Ordinal))
            .Select(route => route["cases/{reference}".Length..])
            .Where(part => !part.Contains('{', StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.InRange(parts.Count, 50, 200);
        foreach (var part in parts)
        {
            var page = await lena.OpenAsync($"{home}{part}");
            Assert.True((int)lena.Status is 200, $"{part}: {lena.Status}");
            Assert.DoesNotContain("The lift is broken", page.Body!.TextContent, StringComparison.Ordinal);
        }

        var shown = await lena.OpenAsync(home);
        Assert.Equal("Name erased", shown.QuerySelector("h1")!.TextContent.Trim());
        Assert.Null(shown.QuerySelector("main form"));
        Assert.Null(shown.QuerySelector("#moves"));
        shown = await lena.OpenAsync($"{home}/messages");
        Assert.Contains("the case is erased", shown.Body!.TextContent, StringComparison.Ordinal);
        shown = await lena.OpenAsync("/search?q=lift");
        Assert.DoesNotContain(reference, shown.Body!.TextContent, StringComparison.Ordinal);

        var program = await office.ProgramAsync("lena");
        var (status, json, _) = await program.SendAsync(
            $"/api/v1{home}/holds",
            new { ground = "legal_claim", reason = "A claim." }
        );
        Assert.Equal((409, "erased"), (status, json.Code()));
        var resident = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(resident, reference, code);
        Assert.Equal(["We know no complaint with this reference and this code. Check both"], resident.Errors);
    }

    /// <summary>D21.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_hold_stops_it_until_it_is_lifted(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var about = await ClosedAsync(office, await office.LoggedAsync());
        var home = $"/cases/{about.Reference}";
        var cora = await office.VisitAsync("cora");
        await cora.OpenAsync($"{home}/hold");
        await cora.SubmitAsync(("Form.Ground", "Ombudsman"));
        Assert.Equal(["Enter which claim, request or inquiry it is held for"], cora.Errors);
        var page = await cora.SubmitAsync(("Form.Ground", "Ombudsman"), ("Form.Reason", "Their 202500123."));
        Assert.Empty(cora.Errors);
        Assert.Contains(
            "Their 202500123.",
            page.QuerySelector("[aria-label='Held']")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(Keeping.Held, (await office.RowAsync(about)).Keeping);

        await cora.OpenAsync($"{home}/erasure");
        Assert.Equal(home, cora.At.AbsolutePath);
        var program = await office.ProgramAsync("lena");
        var (status, json, _) = await program.SendAsync(
            $"/api/v1{home}/erasure-proposals",
            new { ground = "asked_by_resident" }
        );
        Assert.Equal((409, "is_held"), (status, json.Code()));
        (status, json, _) = await program.SendAsync($"/api/v1{home}/agreed-erasures", new { });
        Assert.Equal((409, "nothing_proposed"), (status, json.Code()));

        await cora.OpenAsync($"{home}/hold/end");
        await cora.SubmitAsync(("Form.Reason", "Determined on 3 May."));
        Assert.Empty(cora.Errors);
        (status, _, _) = await program.SendAsync(
            $"/api/v1{home}/erasure-proposals",
            new { ground = "asked_by_resident" }
        );
        Assert.Equal(201, status);
        (status, _, _) = await program.SendAsync($"/api/v1{home}/rejected-erasures", new { reason = "Not now." });
        Assert.Equal(201, status);
        Assert.Null((await office.RowAsync(about)).Keeping);
        (status, json, _) = await program.SendAsync($"/api/v1{home}/lifted-holds", new { reason = "Over." });
        Assert.Equal((409, "not_held"), (status, json.Code()));
    }

    /// <summary>The administrator is the second person without seeing the case.</summary>
    [Fact]
    public async Task Whoever_runs_the_system_decides_and_reads_no_word_of_it()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var about = await ClosedAsync(office, await office.LoggedAsync());
        await office.DoAsync(
            about,
            (c, desk) => Erasure.Propose(c, ErasureGround.AskedByResident, desk.Rules, desk.Today),
            "cora"
        );
        var dan = await office.VisitAsync("dan");
        var page = await dan.OpenAsync($"/cases/{about.Reference}/erasure/decision");
        Assert.DoesNotContain("lift", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        await dan.SubmitAsync(("Form.Answer", "Reject"));
        Assert.Equal(["Enter why it is kept"], dan.Errors);
        await dan.SubmitAsync(("Form.Answer", "Agree"));
        Assert.Empty(dan.Errors);
        Assert.NotNull((await office.CaseAsync(about)).ErasedOn);
    }

    private static async Task<Case> ClosedAsync(Office office, Case about)
    {
        about = await office.DoAsync(about, (_, desk) => Classification.Decide(new(Category: "Repairs"), desk.Today));
        about = await office.DoAsync(
            about,
            (c, desk) => Withdrawal.Decide(c, new(desk.Today, WithdrawalMethod.Phone, "It was mended."), desk.Today)
        );
        about = await office.DoAsync(about, (c, desk) => Closure.Decide(c, desk.Today, desk.Today));
        return about.NewMessages.Count == 0
            ? about
            : await office.DoAsync(about, (c, desk) => MessageReceipt.Read(c, desk.Today));
    }

    /// <summary>A closed case with the marked word in whatever people can write, and a photo.</summary>
    private static async Task<(Case About, string Photo)> FullOfWordsAsync(Office office)
    {
        var id = $"{Guid.NewGuid():N}";
        var about = await office.LoggedAsync(summary: Marked("summary"), complainant: id);
        await office.AddAsync(
            new CasePersonRow
            {
                Id = id,
                CaseId = about.Id,
                Role = PersonRole.Complainant,
                Name = Marked("Una"),
                Email = "xylophonitis@vale.example",
                Phone = Marked("020"),
                Address = Marked("4 Canal Row"),
                Postcode = "X1",
            }
        );
        about = await office.DoAsync(
            about,
            (c, desk) =>
                ContactNote.Decide(
                    c,
                    new(desk.Today, ContactMethod.Phone, ContactResult.Spoke, Note: Marked("note")),
                    desk.Today
                )
        );
        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync($"/cases/{about.Reference}/messages");
        await lena.SendFilesAsync(
            [($"{Marked("damp")}.jpg", Samples.Jpeg())],
            ("Form.Channel", "Letter"),
            ("Form.Text", Marked("letter"))
        );
        Assert.Empty(lena.Errors);
        about = await office.CaseAsync(about);
        var photo = about.History.Select(one => one.Event).OfType<MessageReceived>().Last().Files![0].Content;
        var hash = await office.TextAsync(about, photo);
        about = await office.DoAsync(about, (c, desk) => MessageReceipt.Read(c, desk.Today));
        about = await office.DoAsync(
            about,
            (c, desk) => Subjects.Name(c, "ben", Marked("he shouted"), desk.Today),
            "lena"
        );
        about = await office.DoAsync(about, (c, desk) => Subjects.Confirm(c, "ben", "cora", desk.Today), "cora");
        about = await office.DoAsync(
            about,
            (c, desk) =>
                Statements.Ask(
                    c,
                    new("s1", "ben", Marked("did you?"), [Marked("he shouted")], Marked("union")),
                    desk.Rules,
                    desk.Today
                )
        );
        await using (var context = office.Services.GetRequiredService<Database>().NewContext())
        {
            context.Add(
                new OutgoingMailRow
                {
                    Id = id,
                    CaseId = about.Id,
                    Letter = 3,
                    PersonId = id,
                    Address = "xylophonitis@vale.example",
                    Name = Marked("Una"),
                    MessageId = "m1",
                    WrittenAt = office.Clock.GetUtcNow().UtcDateTime,
                    DueAt = office.Clock.GetUtcNow().UtcDateTime,
                    Attempts = 1,
                    LastError = Marked("no such address"),
                    DoneAt = office.Clock.GetUtcNow().UtcDateTime,
                }
            );
            context.Add(
                new LetterDraftRow
                {
                    CaseId = about.Id,
                    Stage = 1,
                    Duty = DutyName.Respond,
                    Number = 1,
                    Text = Marked("draft"),
                    KeptBy = "amira",
                    KeptOn = office.Clock.Today,
                }
            );
            await context.SaveChangesAsync(Cancel);
        }

        return (await ClosedAsync(office, about), hash!);
    }

    private static string Marked(string what) => $"{what} xylophonitis again";

    /// <summary>How often the marked word, and not one that only begins with it, stands in all that is kept.</summary>
    private static async Task<int> CountAsync(Installation place)
    {
        var texts = new List<string> { await DatabaseDump.OfAsync(place) };

        // By another process: to close a file of the database here would drop the locks that SQLite holds on it.
        var copy = Directory.CreateTempSubdirectory("redress-erased-").FullName;
        using (var copying = Process.Start("cp", ["-r", place.Folder, copy]))
        {
            await copying.WaitForExitAsync(Cancel);
            Assert.Equal(0, copying.ExitCode);
        }

        foreach (var file in Directory.GetFiles(copy, "*", SearchOption.AllDirectories))
        {
            texts.Add(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancel)));
        }

        Directory.Delete(copy, recursive: true);

        return texts.Sum(text =>
            text.Split("xylophonitis", StringSplitOptions.None)
                .Skip(1)
                .Count(rest => !rest.StartsWith("pilz", StringComparison.Ordinal))
        );
    }

    /// <summary>It came a month ago.</summary>
    private static void Age(RedressHost host, string photo) =>
        File.SetLastWriteTimeUtc(
            host.Services.GetRequiredService<FileStore>().PlaceOf(photo),
            host.Clock.GetUtcNow().UtcDateTime.AddDays(-30)
        );

    private static async Task<List<DutyRow>> DutiesAsync(RedressHost host, Case about)
    {
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        return await context
            .Duties.AsNoTracking()
            .Where(row => row.CaseId == about.Id)
            .OrderBy(row => row.Stage)
            .ThenBy(row => row.Duty)
            .ToListAsync(Cancel);
    }
}
