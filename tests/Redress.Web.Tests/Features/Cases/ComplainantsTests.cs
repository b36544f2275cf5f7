using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Several neighbours and one lift: one case, a code and a copy of every letter for each.</summary>
public sealed class ComplainantsTests(TestDatabases databases) : IAsyncLifetime
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
    public async Task Each_who_joins_has_a_code_of_their_own_and_sees_the_case_without_the_others(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, first) = await ComplainAsync(office);
        var frank = await office.VisitAsync("frank");

        await frank.OpenAsync($"/cases/{reference}/complainants");
        await frank.SubmitAsync(("Form.Phone", "01632 960002"));
        Assert.Equal(["Enter their name"], frank.Errors);
        var added = await frank.SubmitAsync(("Form.Name", "Mr Hall"), ("Form.Email", "hall@vale.example"));
        var second = added.QuerySelector(".app-access-code")!.TextContent.Trim();

        Assert.NotEqual(first, second);
        var page = await frank.OpenAsync($"/cases/{reference}");
        Assert.Equal("Mrs Shah and 1 more", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Mr Hall joined those who complain", page.Body!.TextContent, Ordinal);
        foreach (var typed in new[] { "shah", "hall" })
        {
            await frank.OpenAsync($"/search?q={typed}");
            Assert.Equal($"/cases/{reference}", frank.At.AbsolutePath);
        }

        var (shah, hall) = (new Visitor(office.Stranger()), new Visitor(office.Stranger()));
        var hers = await FollowTests.OpenAsync(shah, reference, first);
        Assert.Contains("This is Mrs Shah. The lift!", hers.Body!.TextContent, Ordinal);
        var his = await FollowTests.OpenAsync(hall, reference, second);
        Assert.Equal("/follow/complaint", hall.At.AbsolutePath);
        Assert.Contains("You complain together with others", his.Body!.TextContent, Ordinal);
        Assert.DoesNotContain("Shah", his.Body!.TextContent, Ordinal);
        Assert.DoesNotContain("Hall", (await shah.OpenAsync("/follow/complaint")).Body!.TextContent, Ordinal);

        await shah.OpenAsync("/follow/message");
        await shah.SendFilesAsync([], ("Text", "Shah here, still broken"));
        await hall.OpenAsync("/follow/message");
        await hall.SendFilesAsync([], ("Text", "I have a pram"));
        hers = await shah.OpenAsync("/follow/complaint");
        his = await hall.OpenAsync("/follow/complaint");
        Assert.Contains("Shah here, still broken", hers.Body!.TextContent, Ordinal);
        Assert.DoesNotContain("pram", hers.Body!.TextContent, Ordinal);
        Assert.Contains("I have a pram", his.Body!.TextContent, Ordinal);
        Assert.DoesNotContain("Shah", his.Body!.TextContent, Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_letter_goes_to_each_and_counts_once_the_last_copy_has_left(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office);
        await JoinAsync(
            office,
            reference,
            new
            {
                on = Today(office),
                name = "Mr Hall",
                email = "hall@vale.example",
            }
        );
        await JoinAsync(
            office,
            reference,
            new
            {
                on = Today(office),
                name = "Ms Lee",
                address = "3 High Road",
            }
        );
        await DefineAsync(office, reference);
        var cora = await office.VisitAsync("cora");

        var page = await cora.OpenAsync($"/cases/{reference}/acknowledgement");
        Assert.Contains("each of the 3 who complain: 2 by email", page.Body!.TextContent, Ordinal);
        Assert.StartsWith("Dear resident", page.QuerySelector("#Form_Letter")!.TextContent.Trim(), Ordinal);
        await cora.SubmitAsync(("Form.Leaves", "Email"));
        Assert.Empty(cora.Errors);
        Assert.Equal(2, await host!.MailAsync());

        Assert.Equal(
            ["hall@vale.example", "shah@vale.example"],
            server.Taken.Select(mail => mail.To).Order(StringComparer.Ordinal)
        );
        Assert.Single(server.Taken.Select(mail => mail.Text).Distinct());
        Assert.Equal(2, server.Taken.Select(mail => mail.MessageId).Distinct().Count());
        Assert.Null((await office.CaseAsync(reference)).CurrentStage.AcknowledgedOn);

        host.Clock.GoTo(host.Clock.Today.AddDays(1));
        var printed = await cora.OpenAsync("/letters/print");
        Assert.Contains("3 High Road", Assert.Single(printed.QuerySelectorAll(".app-sheet__to")).TextContent, Ordinal);
        await cora.SubmitAsync();

        var met = await office.CaseAsync(reference);
        Assert.Equal(host.Clock.Today, met.CurrentStage.AcknowledgedOn);
        Assert.Empty(met.Letters);
        Assert.Equal(2, met.History.Count(one => one.Event is LetterCopySent));
        Assert.All(
            met.History.Where(one => one.Event is LetterCopySent),
            one => Assert.Equal(("redress", "cora"), (one.Who, one.OnBehalfOf))
        );
        var rebuilder = office.Services.GetRequiredService<Rebuilder>();
        Assert.Equal(new Rebuilt(Cases: 1, Changed: 0), await rebuilder.RebuildAsync(Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_copy_that_is_not_taken_is_posted_and_the_others_are_not_sent_again(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office);
        await JoinAsync(
            office,
            reference,
            new
            {
                on = Today(office),
                name = "Mr Hall",
                email = "hall@vale.example",
            }
        );
        await DefineAsync(office, reference);
        var cora = await office.VisitAsync("cora");
        await cora.OpenAsync($"/cases/{reference}/acknowledgement");
        await cora.SubmitAsync(("Form.Leaves", "Email"));
        var number = (await office.CaseAsync(reference)).Letters[0].Number;
        var mailed = await cora.OpenAsync($"/cases/{reference}/letters/{number}");
        Assert.Null(mailed.QuerySelector("input[value=Posted]"));
        var posted = await (await office.ProgramAsync("cora")).SendAsync(
            $"/api/v1/cases/{reference}/settled-letters",
            new { letter = number, fate = "posted" }
        );
        Assert.Equal((409, "none_to_post"), (posted.Status, posted.Json.Code()));
        server.Says = step => step == SmtpStep.To && server.Taken.Count == 1 ? "550 no such mailbox" : null;

        await host!.MailAsync();
        server.Says = _ => null;
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await host.MailAsync());

        var failed = Assert.Single((await office.CaseAsync(reference)).Letters);
        Assert.Equal(LetterFailure.AddressRefused, Assert.Single(failed.Copies).Failure);
        var page = await cora.OpenAsync($"/cases/{reference}/letters/{failed.Number}");
        Assert.Contains("Not sent yet to", page.Body!.TextContent, Ordinal);
        await cora.SubmitAsync(("Form.Fate", "Email"));
        Assert.Empty(cora.Errors);
        Assert.Equal(1, await host.MailAsync());
        Assert.Equal(2, server.Taken.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(2, server.Taken.Count);
        Assert.NotNull((await office.CaseAsync(reference)).CurrentStage.AcknowledgedOn);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Mailed_after_all_a_letter_goes_by_post_to_those_who_have_no_email_address(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office);
        var lee = new
        {
            on = Today(office),
            name = "Ms Lee",
            address = "3 High Road",
        };
        await JoinAsync(office, reference, lee);
        await office.DoAsync(
            await office.CaseAsync(reference),
            (_, desk) => Writing.Decide(Channel.Letter, "Dear resident, a word.", desk.Today)
        );
        var letter = Assert.Single((await office.CaseAsync(reference)).Letters).Number;
        var cora = await office.VisitAsync("cora");
        await cora.OpenAsync($"/cases/{reference}/letters/{letter}");

        await cora.SubmitAsync(("Form.Fate", "Email"));

        Assert.Empty(cora.Errors);
        Assert.Equal(1, await host!.MailAsync());
        Assert.Equal("shah@vale.example", Assert.Single(server.Taken).To);
        var program = await office.ProgramAsync("cora");
        var settled = $"/api/v1/cases/{reference}/settled-letters";
        var none = await program.SendAsync(settled, new { letter, fate = "email" });
        Assert.Equal((409, "no_address"), (none.Status, none.Json.Code()));
        await cora.OpenAsync("/letters/print");
        Assert.Contains(
            "3 High Road",
            Assert.Single(cora.Page.QuerySelectorAll(".app-sheet__to")).TextContent,
            Ordinal
        );
        await cora.SubmitAsync();
        Assert.Empty((await office.CaseAsync(reference)).Letters);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_letter_to_the_first_is_theirs_also_once_another_leads(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, code) = await ComplainAsync(office);
        await DefineAsync(office, reference);
        var cora = await office.VisitAsync("cora");
        await cora.OpenAsync($"/cases/{reference}/acknowledgement");
        await cora.SubmitAsync(("Form.Leaves", "Email"));
        Assert.Empty(cora.Errors);
        var hall = new
        {
            on = Today(office),
            name = "Mr Hall",
            email = "hall@vale.example",
        };
        var joined = await JoinAsync(office, reference, hall);
        var lead = new { person = Id(joined) };
        var program = await office.ProgramAsync("cora");
        Assert.Equal(201, (await program.SendAsync($"/api/v1/cases/{reference}/lead-complainant", lead)).Status);

        var list = await cora.OpenAsync("/letters");
        Assert.Contains("shah@vale.example", list.QuerySelector("section[aria-labelledby=mail]")!.TextContent, Ordinal);
        await host!.MailAsync();

        Assert.Equal("shah@vale.example", Assert.Single(server.Taken).To);
        Assert.NotNull((await office.CaseAsync(reference)).CurrentStage.AcknowledgedOn);
        var shah = new Visitor(office.Stranger());
        var hers = await FollowTests.OpenAsync(shah, reference, code);
        Assert.Contains("Dear Mrs Shah", hers.Body!.TextContent, Ordinal);
        var his = new Visitor(office.Stranger());
        var page = await FollowTests.OpenAsync(his, reference, joined.GetProperty("code").GetString()!);
        Assert.DoesNotContain("Mrs Shah", page.Body!.TextContent, Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task One_withdraws_and_the_case_goes_on_under_the_name_of_the_next(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, first) = await ComplainAsync(office);
        var second = await JoinAsync(office, reference, new { on = Today(office), name = "Mr Hall" });
        var third = await JoinAsync(office, reference, new { on = Today(office), name = "Ms Lee" });
        var cora = await office.VisitAsync("cora");
        var shah = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(shah, reference, first);

        await cora.OpenAsync($"/cases/{reference}/lead-complainant");
        await cora.SubmitAsync(("Form.Person", Id(third)));
        Assert.Equal("Ms Lee and 2 more", cora.Page.QuerySelector("h1")!.TextContent);
        var lead = (await office.CaseAsync(reference)).Complainants[0];
        var whole = await cora.OpenAsync($"/cases/{reference}/withdrawal");
        Assert.Contains("This ends the case for all 3 who complain", whole.Body!.TextContent, Ordinal);
        await cora.OpenAsync($"/cases/{reference}/complainant-withdrawal");
        await cora.SubmitAsync(("Form.Person", lead), ("Form.How", "Phone"));
        Assert.Equal(["Enter what they said"], cora.Errors.Distinct());
        await cora.SubmitAsync(("Form.Reason", "It is not worth it."));
        Assert.Equal("Ms Lee and 1 more", cora.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(CaseStatus.Open, (await office.CaseAsync(reference)).Status);

        await shah.OpenAsync("/follow/complaint");
        Assert.Equal("/follow", shah.At.AbsolutePath);
        await FollowTests.OpenAsync(new Visitor(office.Stranger()), reference, first);
        var program = await office.ProgramAsync("cora");
        var leaving = new
        {
            person = Id(third),
            on = Today(office),
            how = "phone",
            reason = "No",
        };
        var address = $"/api/v1/cases/{reference}/complainant-withdrawal";
        Assert.Equal(201, (await program.SendAsync(address, leaving)).Status);
        Assert.Equal("Mr Hall", (await cora.OpenAsync($"/cases/{reference}")).QuerySelector("h1")!.TextContent);
        var only = await program.SendAsync(address, leaving with { person = Id(second) });
        Assert.Equal((409, "only_one"), (only.Status, only.Json.Code()));
        var led = await program.SendAsync($"/api/v1/cases/{reference}/lead-complainant", new { person = Id(second) });
        Assert.Equal((409, "leads_already"), (led.Status, led.Json.Code()));
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.Equal(Id(second), (await context.CaseAccess.SingleAsync(Cancel)).PersonId);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task One_of_them_alone_may_be_confidential(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office);
        var joined = await JoinAsync(
            office,
            reference,
            new
            {
                on = Today(office),
                name = "Zenobia Quillfeather",
                email = "zenobia@quillfeather.example",
                confidential = true,
            }
        );
        var cora = await office.VisitAsync("cora");
        var page = await cora.OpenAsync($"/cases/{reference}");
        Assert.Equal("Mrs Shah and 1 more", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("Quillfeather", page.Body!.TextContent, Ordinal);
        await cora.OpenAsync("/search?q=quillfeather");
        Assert.Equal("/search", cora.At.AbsolutePath);
        await using (var context = office.Services.GetRequiredService<Database>().NewContext())
        {
            var kept = await context.CasePeople.SingleAsync(one => one.Id == Id(joined), Cancel);
            Assert.Equal(("Confidential resident", null), (kept.Name, kept.Email));
        }

        await office.DoAsync(
            await office.CaseAsync(reference),
            (_, desk) => Writing.Decide(Channel.Email, "Dear resident, a word.", desk.Today)
        );
        Assert.Equal(2, await host!.MailAsync());
        Assert.Contains("zenobia@quillfeather.example", server.Taken.Select(mail => mail.To));

        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync($"/cases/{reference}/identity");
        var opened = await lena.SubmitAsync(("Form.Person", Id(joined)));
        Assert.Contains("Zenobia Quillfeather", opened.Body!.TextContent, Ordinal);

        var program = await office.ProgramAsync("cora");
        var (status, made, _) = await program.SendAsync(
            $"/api/v1/cases/{reference}/complaints",
            new
            {
                summary = "Damp too",
                received_on = Today(office),
                channel = "phone",
            }
        );
        Assert.Equal(201, status);
        var linked = await office.CaseAsync(made.GetProperty("reference").GetString()!);
        await using var after = office.Services.GetRequiredService<Database>().NewContext();
        var came = Assert.Single(await after.CasePeople.Where(one => one.CaseId == linked.Id).ToListAsync(Cancel));
        Assert.Equal("Mrs Shah", came.Name);
    }

    [Fact]
    public async Task Sent_twice_they_join_once_and_whoever_may_not_is_refused()
    {
        var office = await OpenAsync(Kind.Sqlite);
        var (reference, _) = await ComplainAsync(office);
        var program = await office.ProgramAsync("cora");
        var hall = new { on = Today(office), name = "Mr Hall" };
        var address = $"/api/v1/cases/{reference}/complainants";

        var once = await program.SendAsync(address, hall, "hall-1");
        var again = await program.SendAsync(address, hall, "hall-1");

        Assert.Equal((201, 201, once.Location), (once.Status, again.Status, again.Location));
        Assert.False(again.Json.TryGetProperty("code", out _));
        Assert.Equal(2, (await office.CaseAsync(reference)).Complainants.Count);
        Assert.Equal("nobody_known", (await program.SendAsync(address, hall with { name = " " })).Json.Code());
        Assert.Equal(403, (await (await office.ProgramAsync("ada")).SendAsync(address, hall)).Status);
        var frank = await office.ProgramAsync("frank");
        Assert.Equal(403, (await frank.SendAsync($"/api/v1/cases/{reference}/lead-complainant", new { })).Status);
    }

    /// <summary>A name shown, or no longer kept, of the wrong neighbour cannot be taken back.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_of_several_is_kept_opened_or_named_is_asked_and_never_taken_to_be_the_first(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office);
        await JoinAsync(office, reference, new { on = Today(office), name = "Mr Hall" });
        var lena = await office.VisitAsync("lena");
        var program = await office.ProgramAsync("lena");
        var shah = (await office.CaseAsync(reference)).ComplainantId!;
        var today = Today(office);

        await lena.OpenAsync($"/cases/{reference}/confidentiality");
        await lena.SubmitAsync();
        Assert.Equal(["Choose who is to be kept confidential"], lena.Errors);
        await AssertRefusedAsync("confidentiality", new { });
        await lena.SubmitAsync(("Form.Person", shah));
        Assert.True((await office.CaseAsync(reference)).IsConfidential(shah));

        await lena.OpenAsync($"/cases/{reference}/identity");
        await lena.SubmitAsync();
        Assert.Equal(["Choose whom you need to see"], lena.Errors);
        await AssertRefusedAsync("identity", new { });
        Assert.DoesNotContain((await office.CaseAsync(reference)).History, one => one.Event is IdentityOpened);

        await lena.OpenAsync($"/cases/{reference}/disclosure");
        await lena.SubmitAsync(("Form.Consent", "On the phone"));
        Assert.Equal(["Choose who agreed to be known"], lena.Errors);
        await AssertRefusedAsync("disclosure", new { on = today, consent = "On the phone" });
        Assert.True((await office.CaseAsync(reference)).IsConfidential(shah));

        async Task AssertRefusedAsync(string part, object body)
        {
            var refused = await program.SendAsync($"/api/v1/cases/{reference}/{part}", body);
            Assert.Equal((409, "nobody_chosen"), (refused.Status, refused.Json.Code()));
            Assert.Equal("person", refused.Json.GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task A_program_that_follows_for_one_of_them_is_not_told_what_the_others_wrote()
    {
        var office = await OpenAsync(Kind.Sqlite);
        var (reference, _) = await ComplainAsync(office);
        var joined = await JoinAsync(office, reference, new { on = Today(office), name = "Mr Hall" });
        var program = office.Stranger();
        var let = await program.SendAsync(
            "/api/v1/complaints/tokens",
            new { reference, code = joined.GetProperty("code").GetString() }
        );
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            let.Json.GetProperty("token").GetString()
        );

        var shown = await program.GetFromJsonAsync<JsonElement>(
            new Uri($"/api/v1/complaints/{reference}", UriKind.Relative),
            Cancel
        );

        Assert.Equal(JsonValueKind.Null, shown.GetProperty("summary").ValueKind);
    }

    private async Task<Office> OpenAsync(Kind kind)
    {
        host = new MailHost(await databases.CreateAsync(kind), server.Port);
        host.StartServer();
        return await Office.OpenAsync(host);
    }

    private static async Task<(string Reference, string Code)> ComplainAsync(Office office)
    {
        var resident = new Visitor(office.Stranger());
        await ComplainTests.WriteAsync(resident, "This is Mrs Shah. The lift!");
        await resident.SubmitAsync(("Known", "Named"));
        await resident.SubmitAsync(("Form.Name", "Mrs Shah"), ("Form.Email", "shah@vale.example"));
        var sent = await resident.SubmitAsync();
        return (sent.QuerySelector(".app-reference")!.TextContent, ComplainTests.CodeOn(sent));
    }

    private static async Task<JsonElement> JoinAsync(Office office, string reference, object who)
    {
        var program = await office.ProgramAsync("cora");
        var (status, json, _) = await program.SendAsync($"/api/v1/cases/{reference}/complainants", who);
        Assert.Equal(201, status);
        return json;
    }

    private static string Id(JsonElement joined) => joined.GetProperty("person").GetString()!;

    private static string Today(Office office) => $"{office.Clock.Today:yyyy-MM-dd}";

    private static async Task DefineAsync(Office office, string reference) =>
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Definition.Decide(c, new("No lift", "A lift"), desk.Today)
        );
}
