using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Redress.Core.Cases;
using Redress.Web.Background;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>
/// D17: representatives act only inside recorded authority; without it the complaint still counts, and answers go to the
/// resident.
/// </summary>
public sealed class RepresentativesTests(TestDatabases databases) : IAsyncLifetime
{
    private const StringComparison Ordinal = StringComparison.Ordinal;
    private const string Shah = "shah@vale.example";
    private const string Una = "una@vale.example";

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
    public async Task Without_authority_the_letter_goes_to_the_resident_and_she_who_acts_is_only_asked_for_it(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, code) = await ComplainAsync(office);
        await DefineAsync(office, reference);
        var cora = await office.VisitAsync("cora");
        var due = (await office.RowAsync(await office.CaseAsync(reference))).NextDueOn;

        await cora.OpenAsync($"/cases/{reference}/representatives");
        await cora.SubmitAsync(("Form.Phone", "01632 960009"));
        Assert.Equal(["Choose who they are"], cora.Errors);
        await cora.SubmitAsync(("Form.Kind", "FamilyOrFriend"));
        Assert.Equal(["Enter their name"], cora.Errors);
        await cora.SubmitAsync(("Form.Name", "Una Shaw"), ("Form.Email", Una));

        Assert.Equal($"/cases/{reference}/authority", cora.At.AbsolutePath);
        Assert.Equal(due, (await office.RowAsync(await office.CaseAsync(reference))).NextDueOn);
        var page = await cora.OpenAsync($"/cases/{reference}");
        Assert.Contains("No authority recorded", page.Body!.TextContent, Ordinal);
        Assert.Contains(
            "Una Shaw (Family or a friend) said that they act for Mrs Shah",
            page.Body.TextContent,
            Ordinal
        );
        await cora.OpenAsync($"/search?q=una+shaw");
        Assert.Equal($"/cases/{reference}", cora.At.AbsolutePath);

        page = await cora.OpenAsync($"/cases/{reference}/acknowledgement");
        Assert.Contains("No authority in force is recorded for Una Shaw.", page.Body!.TextContent, Ordinal);
        Assert.StartsWith("Dear Mrs Shah", page.QuerySelector("#Form_Letter")!.TextContent.Trim(), Ordinal);
        await cora.SubmitAsync(("Form.Leaves", "Email"));
        await cora.OpenAsync($"/cases/{reference}/letter");
        await cora.SubmitAsync(
            ("Form.To", await ActingAsync(office, reference)),
            ("Form.Letter", "Dear Una, about her")
        );
        Assert.Equal(
            [
                "No authority in force is recorded for them, so they may not be written to. "
                    + "Write to the resident, or ask for authority",
            ],
            cora.Errors
        );
        Assert.Contains("Dear Una, about her", cora.Page.QuerySelector("#Form_Letter")!.TextContent, Ordinal);
        await cora.OpenAsync($"/cases/{reference}/authority-request");
        await cora.SubmitAsync(("Form.Leaves", "Email"));
        Assert.Empty(cora.Errors);

        Assert.Equal(2, await host!.MailAsync());
        var asked = Assert.Single(server.Taken, mail => mail.To == Una);
        Assert.DoesNotContain("Shah", asked.Text + asked.Subject, Ordinal);
        Assert.DoesNotContain("lift", asked.Text + asked.Subject, StringComparison.OrdinalIgnoreCase);
        Assert.Equal($"Your complaint {reference}: we have it", Assert.Single(server.Taken, m => m.To == Shah).Subject);
        var now = await office.CaseAsync(reference);
        Assert.Equal(office.Clock.Today, now.CurrentStage.AcknowledgedOn);
        Assert.Equal(office.Clock.Today, Assert.Single(now.Representatives).AskedOn);

        var resident = new Visitor(office.Stranger());
        page = await FollowTests.OpenAsync(resident, reference, code);
        Assert.Contains("Una Shaw: They may not act for you. We tell them nothing.", Plain(page), Ordinal);
        Assert.DoesNotContain("You got in touch with us for somebody else", page.Body!.TextContent, Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Recorded_once_it_serves_every_stage_and_the_resident_told_by_their_own_mail_ends_it(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, code) = await ComplainAsync(office);
        await DefineAsync(office, reference);
        var cora = await office.VisitAsync("cora");
        await NameAsync(office, reference);

        await cora.OpenAsync($"/cases/{reference}/authority");
        await cora.SubmitAsync(Day("Form.From", day: null));
        Assert.Equal(
            ["Choose how it was given", "Choose who our letters go to", "Enter from which day it holds"],
            cora.Errors.Order(StringComparer.Ordinal)
        );
        await cora.SubmitAsync([
            ("Form.How", "SignedForm"),
            ("Form.Letters", "true"),
            .. Day("Form.From", office.Clock.Today),
        ]);
        Assert.Equal(["Enter what they may do"], cora.Errors);
        var page = await cora.SubmitAsync(("Form.Scope", "Speak and write for me."));
        Assert.Empty(cora.Errors);
        Assert.Contains("May act", page.Body!.TextContent, Ordinal);
        Assert.Equal(1, await host!.MailAsync());
        var notice = Assert.Single(server.Taken);
        Assert.Equal((Shah, $"Your complaint {reference}: who acts for you"), (notice.To, notice.Subject));
        Assert.Contains("What they may do: Speak and write for me.", notice.Text, Ordinal);
        Assert.Equal(office.Clock.Today, (await office.CaseAsync(reference)).Representatives[0].ToldOn);

        await AnswerBothStagesAsync(office, reference);
        Assert.Equal([Shah, Una, Una, Una], server.Taken.Select(mail => mail.To));
        var answered = await office.CaseAsync(reference);
        Assert.All(answered.Stages, stage => Assert.NotNull(stage.RespondedOn));

        // Two letters to her wait when the resident ends it: the one goes to the resident, the other to nobody.
        var una = await ActingAsync(office, reference);
        await office.DoAsync(answered, (c, desk) => Writing.Decide(Channel.Email, "One thing more.", desk.Today));
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Writing.Decide(c, una, Channel.Email, "Dear Una", desk.Today)
        );
        var resident = new Visitor(office.Stranger());
        page = await FollowTests.OpenAsync(resident, reference, code);
        Assert.Contains("Una Shaw: They may act for you, and our letters go to them.", Plain(page), Ordinal);
        await resident.OpenAsync("/follow/representatives");
        page = await resident.SubmitAsync();
        Assert.Contains("Una Shaw: They may not act for you. We tell them nothing.", Plain(page), Ordinal);

        server.Taken.Clear();
        Assert.Equal(2, await host.MailAsync());
        var fallen = Assert.Single(server.Taken);
        Assert.Equal((Shah, "One thing more."), (fallen.To, fallen.Text));
        var waits = Assert.Single((await office.CaseAsync(reference)).Letters);
        Assert.Equal(LetterFailure.NoAuthority, waits.Failure);
        page = await cora.OpenAsync($"/cases/{reference}/letters/{waits.Number}");
        Assert.Contains("whoever it is to may not act for the resident", page.Body!.TextContent, Ordinal);
        Assert.Null(page.QuerySelector("input[value=Email]"));
        page = await cora.OpenAsync($"/cases/{reference}");
        Assert.Contains("Una Shaw may act for the resident no more", page.Body!.TextContent, Ordinal);
        Assert.Equal(0, (await office.Services.GetRequiredService<Rebuilder>().CompareAsync(Cancel)).Changed);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task It_serves_the_residents_other_cases_and_ends_in_all_of_them(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (one, code) = await ComplainAsync(office);
        var (other, _) = await ComplainAsync(office);
        var (stranger, _) = await ComplainAsync(office, "Mr Hall", "hall@vale.example");
        var cora = await office.ProgramAsync("cora");
        await NameAsync(office, one);
        var given = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["how"] = "phone",
            ["scope"] = "Everything.",
            ["letters"] = false,
            ["from"] = $"{office.Clock.Today:yyyy-MM-dd}",
            ["also"] = new[] { stranger },
        };
        var page = await (await office.VisitAsync("cora")).OpenAsync($"/cases/{one}/authority");
        Assert.Contains(other, page.Body!.TextContent, Ordinal);
        Assert.DoesNotContain(stranger, page.Body!.TextContent, Ordinal);

        var refused = await cora.SendAsync($"/api/v1/cases/{one}/authorities", given);
        Assert.Equal((409, "not_their_case"), (refused.Status, refused.Json.Code()));
        given["also"] = new[] { other };
        Assert.Equal(201, (await cora.SendAsync($"/api/v1/cases/{one}/authorities", given)).Status);

        var there = Assert.Single((await office.CaseAsync(other)).Representatives);
        Assert.True(there.MayAct(office.Clock.Today));
        var shown = await cora.GetFromJsonAsync<JsonElement>(
            new Uri($"/api/v1/cases/{other}", UriKind.Relative),
            Cancel
        );
        var acting = Assert.Single(shown.GetProperty("representatives").EnumerateArray());
        Assert.Equal(
            (true, false, "Everything."),
            (
                acting.GetProperty("may_act").GetBoolean(),
                acting.GetProperty("gets_letters").GetBoolean(),
                acting.GetProperty("scope").GetString()
            )
        );
        Assert.Equal(1, await host!.MailAsync());
        Assert.Contains(other, Assert.Single(server.Taken).Text, Ordinal);

        var made = await cora.SendAsync(
            $"/api/v1/cases/{one}/complaints",
            new
            {
                summary = "And the stairs are dark",
                received_on = $"{office.Clock.Today:yyyy-MM-dd}",
                channel = "phone",
                handler = "amira",
            }
        );
        Assert.Equal(201, made.Status);
        var third = made.Json.GetProperty("reference").GetString()!;
        Assert.True((await office.CaseAsync(third)).Representatives[0].MayAct(office.Clock.Today));

        var resident = office.Stranger();
        var opened = await resident.SendAsync("/api/v1/complaints/tokens", new { reference = one, code });
        resident.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            opened.Json.GetProperty("token").GetString()
        );
        var mine = await resident.GetFromJsonAsync<JsonElement>(
            new Uri($"/api/v1/complaints/{one}", UriKind.Relative),
            Cancel
        );
        var una = Assert.Single(mine.GetProperty("acting_for_you").EnumerateArray());
        Assert.Equal(
            ("Una Shaw", true),
            (una.GetProperty("name").GetString(), una.GetProperty("may_act").GetBoolean())
        );
        var person = una.GetProperty("person").GetString();
        Assert.Equal(
            201,
            (await resident.SendAsync($"/api/v1/complaints/{one}/ended-authorities", new { person })).Status
        );

        Assert.False((await office.CaseAsync(other)).Representatives[0].MayAct(office.Clock.Today));
        Assert.False((await office.CaseAsync(third)).Representatives[0].MayAct(office.Clock.Today));
        Assert.False((await office.CaseAsync(one)).Representatives[0].MayAct(office.Clock.Today));
        Assert.Equal(
            409,
            (await resident.SendAsync($"/api/v1/complaints/{one}/ended-authorities", new { person })).Status
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Its_last_day_passes_overnight_and_what_was_to_go_to_her_goes_to_nobody(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office);
        var una = await NameAsync(office, reference);
        var today = office.Clock.Today;
        var amira = await office.ProgramAsync("cora");
        var councillor = new
        {
            how = "constituent_asked",
            scope = "Her ward.",
            letters = true,
            from = $"{today:yyyy-MM-dd}",
            until = $"{today:yyyy-MM-dd}",
        };
        var refused = await amira.SendAsync($"/api/v1/cases/{reference}/authorities", councillor);
        Assert.Equal((409, "only_for_members"), (refused.Status, refused.Json.Code()));
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) =>
                Representation.Authorise(
                    c,
                    new(una, AuthorityMethod.Phone, "This week.", Letters: true, today, today),
                    "a1",
                    desk.Today
                )
        );
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Writing.Decide(c, una, Channel.Letter, "Dear Una", desk.Today)
        );
        var cora = await office.VisitAsync("cora");
        Assert.Contains("May act until", (await cora.OpenAsync($"/cases/{reference}")).Body!.TextContent, Ordinal);

        host!.Clock.GoTo(today.AddDays(1));
        await MorningAsync(office);

        Assert.Equal(LetterFailure.NoAuthority, Assert.Single((await office.CaseAsync(reference)).Letters).Failure);
        Assert.Contains("Authority ran out", (await cora.OpenAsync($"/cases/{reference}")).Body!.TextContent, Ordinal);
        Assert.Empty((await cora.OpenAsync("/letters/print")).QuerySelectorAll(".app-sheet"));
    }

    /// <summary>The front line takes down who acts, and that it has ended; what they may do, whoever has the case says.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_front_line_names_them_and_ends_it_and_gives_nobody_authority(Kind kind)
    {
        var office = await OpenAsync(kind);
        var (reference, _) = await ComplainAsync(office);
        var frank = await office.VisitAsync("frank");
        await frank.OpenAsync($"/cases/{reference}/representatives");
        await frank.SubmitAsync(("Form.Kind", "Advocate"), ("Form.Name", "Una Shaw"));
        Assert.Equal($"/cases/{reference}", frank.At.AbsolutePath);
        await frank.OpenAsync($"/cases/{reference}/authority");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, frank.Status);
        var una = await ActingAsync(office, reference);
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) =>
                Representation.Authorise(
                    c,
                    new(una, AuthorityMethod.InPerson, "All.", true, desk.Today),
                    "a1",
                    desk.Today
                )
        );

        await frank.OpenAsync($"/cases/{reference}/authority-end");
        await frank.SubmitAsync();
        Assert.Equal(["Enter who ended it, and how"], frank.Errors);
        await frank.SubmitAsync(("Form.Reason", "Mrs Shah rang."));

        Assert.Empty(frank.Errors);
        Assert.Null(
            (await office.CaseAsync(reference)).ReaderOf(
                (await office.CaseAsync(reference)).ComplainantId,
                office.Clock.Today
            )
        );
        await frank.OpenAsync($"/cases/{reference}/authority-end");
        Assert.Equal($"/cases/{reference}", frank.At.AbsolutePath);
    }

    private async Task<Office> OpenAsync(Kind kind)
    {
        host = new MailHost(await databases.CreateAsync(kind), server.Port);
        host.StartServer();
        return await Office.OpenAsync(host);
    }

    private static Task MorningAsync(Office office) =>
        office.Services.GetServices<IHostedService>().OfType<PassedLettersJob>().Single().RunAsync(Cancel);

    private static (string, string)[] Day(string field, DateOnly? day) =>
        [($"{field}.Day", $"{day?.Day}"), ($"{field}.Month", $"{day?.Month}"), ($"{field}.Year", $"{day?.Year}")];

    private static string Plain(AngleSharp.Html.Dom.IHtmlDocument page) =>
        string.Join(' ', page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<string> ActingAsync(Office office, string reference) =>
        (await office.CaseAsync(reference)).Representatives[0].Person;

    private static async Task<string> NameAsync(Office office, string reference)
    {
        var named = await (await office.ProgramAsync("cora")).SendAsync(
            $"/api/v1/cases/{reference}/representatives",
            new
            {
                kind = "family_or_friend",
                name = "Una Shaw",
                email = Una,
                address = "4 Canal Row",
            }
        );
        Assert.Equal(201, named.Status);
        return named.Json.GetProperty("person").GetString()!;
    }

    private static async Task<(string Reference, string Code)> ComplainAsync(
        Office office,
        string name = "Mrs Shah",
        string email = Shah
    )
    {
        var resident = new Visitor(office.Stranger());
        await ComplainTests.WriteAsync(resident, "The lift is broken");
        await resident.SubmitAsync(("Known", "Named"));
        await resident.SubmitAsync(("Form.Name", name), ("Form.Email", email));
        var sent = await resident.SubmitAsync();
        return (sent.QuerySelector(".app-reference")!.TextContent, ComplainTests.CodeOn(sent));
    }

    private static async Task DefineAsync(Office office, string reference) =>
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Definition.Decide(c, new("No lift", "A lift"), desk.Today)
        );

    /// <summary>The first acknowledgement and each answer are mailed from here.</summary>
    private static async Task AnswerBothStagesAsync(Office office, string reference)
    {
        async Task DoAsync<T>(Func<Case, CaseDesk, Decision<T>> decide, string who = "lena")
            where T : struct, Enum
        {
            await office.DoAsync(await office.CaseAsync(reference), decide, who);
            await office.Services.GetRequiredService<Postman>().RunAsync(Cancel);
        }

        foreach (var (stage, who) in new[] { (1, "lena"), (2, "ben") })
        {
            if (stage == 2)
            {
                await DoAsync((c, desk) => Escalation.Decide(c, new(desk.Today), desk.Rules, desk.Today));
                await DoAsync((c, desk) => Assignment.Decide(c, new("ben"), desk.Rules, desk.Today));
            }

            await DoAsync(
                (c, desk) =>
                    Acknowledgement.Decide(
                        c,
                        new(stage == 2 ? desk.Today : null, Channel.Email, "We have it", true),
                        desk.Rules,
                        desk.Today
                    ),
                who
            );
            await DoAsync(
                (c, desk) =>
                    Response.Decide(
                        c,
                        new(null, Channel.Email, "Our answer", Finding.Upheld) { WithoutAdvice = true },
                        who,
                        desk.Rules,
                        desk.Today
                    ),
                who
            );
        }
    }
}
