using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>
/// A landlord's complaints office: people with their roles, at a browser or with a token, and cases to work on. Each test
/// works on cases of its own, so that one installation serves a whole class.
/// </summary>
public sealed class Office
{
    private readonly WebApplicationFactory<Program> host;

    private Office(WebApplicationFactory<Program> host, TestClock clock) => (this.host, Clock) = (host, clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public TestClock Clock { get; }

    public IServiceProvider Services => host.Services;

    public static async Task<Office> OpenAsync(RedressHosts hosts, Kind kind) =>
        await OpenAsync(await hosts.OnAsync(kind));

    /// <summary>The office of an installation that a test made for itself.</summary>
    public static async Task<Office> OpenAsync(RedressHost host) => await OpenAsync(host, host.Clock);

    public static async Task<Office> OpenAsync(WebApplicationFactory<Program> host, TestClock clock)
    {
        var office = new Office(host, clock);
        await office.EmployAsync();
        return office;
    }

    /// <summary>Somebody at a browser, signed in.</summary>
    public async Task<Visitor> VisitAsync(string who = "amira")
    {
        var http = host.CreateClient();
        http.DefaultRequestHeaders.Add("Cookie", await SignedIn.CookieAsync(Services, who));
        return new Visitor(http);
    }

    /// <summary>Somebody who has not signed in.</summary>
    public HttpClient Stranger() => host.CreateClient();

    /// <summary>A program with somebody's token.</summary>
    public async Task<HttpClient> ProgramAsync(string who = "amira")
    {
        using var scope = Services.CreateScope();
        var person = await PersonAsync(scope, who);
        var context = scope.ServiceProvider.GetRequiredService<RedressContext>();
        var token = await ApiTokens.MakeAsync(context, person.Id, "tests", Clock.GetUtcNow().UtcDateTime, Cancel);
        var http = host.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    /// <summary>A complaint received today on the phone, logged by Amira, defined unless said, and hers.</summary>
    public Task<Case> LoggedAsync(
        bool defined = true,
        string summary = "The lift is broken",
        string? category = "Repairs",
        string? complainant = null
    ) =>
        RecordAsync(
            file: null,
            desk =>
                Logging.Decide(
                    new LoggingRequest(
                        CaseKind.Complaint,
                        Ids.NewReference(),
                        desk.Today,
                        Channel.Phone,
                        summary,
                        "amira"
                    )
                    {
                        Category = category,
                        ComplainantId = complainant,
                        Definition = defined ? "The lift has been out of order since Friday." : null,
                        OutcomeSought = defined ? "A working lift." : null,
                    },
                    desk.Rules,
                    desk.Today
                )
        );

    /// <summary>The same, of somebody whom letters can be posted to.</summary>
    public async Task<Case> LoggedWithAddressAsync()
    {
        var shaw = new CasePersonRow
        {
            Id = $"{Guid.NewGuid():N}",
            CaseId = "",
            Role = PersonRole.Complainant,
            Name = "Una Shaw",
            Address = "4 Canal Row",
        };
        var logged = await LoggedAsync(complainant: shaw.Id);
        await AddAsync(shaw with { CaseId = logged.Id });
        return logged;
    }

    /// <summary>Una Shaw acts for whoever complains, with authority, and gets their letters; her id.</summary>
    public async Task<string> ActedForAsync(string reference, string? email)
    {
        var about = await CaseAsync(reference);
        var una = new CasePersonRow
        {
            Id = $"{about.Id}-una",
            CaseId = about.Id,
            Role = PersonRole.Representative,
            Name = "Una Shaw",
            Email = email,
            Address = "4 Canal Row",
        };
        await AddAsync(una);
        about = await DoAsync(
            about,
            (c, desk) => Representation.Name(c, una.Id, c.ComplainantId, RepresentativeKind.FamilyOrFriend, desk.Today)
        );
        var given = new AuthorityRequest(una.Id, AuthorityMethod.SignedForm, "All of it.", Letters: true, Clock.Today);
        await DoAsync(about, (c, desk) => Representation.Authorise(c, given, una.Id, desk.Today));
        return una.Id;
    }

    /// <summary>Somebody holds a role besides theirs, and always did.</summary>
    public async Task GrantAsync(string person, Role role)
    {
        await using var context = Services.GetRequiredService<Database>().NewContext();
        context.Add(
            new RoleGrantRow
            {
                PersonId = person,
                Role = role,
                HeldFrom = new DateOnly(2020, 1, 1),
            }
        );
        await context.SaveChangesAsync(Cancel);
    }

    /// <summary>Somebody is in a case.</summary>
    public async Task AddAsync(CasePersonRow person)
    {
        await using var context = Services.GetRequiredService<Database>().NewContext();
        context.Add(person);
        await context.SaveChangesAsync(Cancel);
    }

    /// <summary>A complaint logged and acknowledged today, by Amira.</summary>
    public async Task<Case> AcknowledgedAsync(string? category = "Repairs") =>
        await DoAsync(
            await LoggedAsync(category: category),
            (c, desk) =>
                Acknowledgement.Decide(
                    c,
                    new(desk.Today, Channel.Email, "Dear resident, we understand.", NamesHandler: true),
                    desk.Rules,
                    desk.Today
                )
        );

    /// <summary>A complaint logged, acknowledged and answered today, by Amira.</summary>
    public async Task<Case> AnsweredAsync(string? category = "Repairs") =>
        await DoAsync(
            await AcknowledgedAsync(category),
            (c, desk) =>
                Response.Decide(
                    c,
                    new(desk.Today, Channel.Email, "Dear resident, you were right.", Finding.Upheld),
                    desk.Person.Id,
                    desk.Rules,
                    desk.Today
                )
        );

    /// <summary>Something happens to a case while a test looks elsewhere.</summary>
    public Task<Case> DoAsync<T>(Case about, Func<Case, CaseDesk, Decision<T>> decide, string who = "amira")
        where T : struct, Enum => RecordAsync(about.Reference, desk => decide(about, desk), who);

    /// <summary>The case as it is stored now.</summary>
    public Task<Case> CaseAsync(Case known) => CaseAsync(known.Reference);

    public async Task<Case> CaseAsync(string reference)
    {
        await using var context = Services.GetRequiredService<Database>().NewContext();
        return (await Desk("amira", context).FindAsync(reference, Purpose.Show, Cancel))!.Case;
    }

    /// <summary>The row that the worklist shows of it.</summary>
    public async Task<CaseRow> RowAsync(Case known)
    {
        await using var context = Services.GetRequiredService<Database>().NewContext();
        return await context.Cases.AsNoTracking().SingleAsync(row => row.Id == known.Id, Cancel);
    }

    /// <summary>What was stored under these words.</summary>
    public async Task<string?> TextAsync(Case known, Words words)
    {
        await using var context = Services.GetRequiredService<Database>().NewContext();
        return await context
            .Words.Where(row => row.StreamId == known.Id && row.Id == words.Id)
            .Select(row => row.Text)
            .SingleAsync(Cancel);
    }

    private async Task<Case> RecordAsync<T>(string? file, Func<CaseDesk, Decision<T>> decide, string who = "amira")
        where T : struct, Enum
    {
        // A desk keeps its connection open as long as its context is there.
        await using var context = Services.GetRequiredService<Database>().NewContext();
        var desk = Desk(who, context);
        var opened = file is null ? desk.NewFile() : (await desk.FindAsync(file, Purpose.Act, Cancel))!;
        var decision = decide(desk);
        Assert.Null(decision.Refusal);
        await desk.RecordAsync(opened, decision.Events, cancel: Cancel);
        return opened.Case;
    }

    /// <summary>A desk as one request has it.</summary>
    public CaseDesk Desk(string who) => Desk(who, Services.GetRequiredService<Database>().NewContext());

    private CaseDesk Desk(string who, RedressContext context) =>
        new(
            context,
            Services.GetRequiredService<CaseQueries>(),
            Services.GetRequiredService<WriteGate>(),
            Services.GetRequiredService<RulesStore>(),
            Services.GetRequiredService<Outbox>(),
            Services.GetRequiredService<StaffOutbox>(),
            Services.GetRequiredService<PeopleSaving>(),
            Services.GetRequiredService<Erasing>(),
            Services.GetRequiredService<Readings>(),
            new CurrentPerson(who, who, new HashSet<Role> { Role.ComplaintsLead }),
            Clock
        );

    private static Task<Person> PersonAsync(IServiceScope scope, string who) =>
        scope.ServiceProvider.GetRequiredService<RedressContext>().Users.SingleAsync(p => p.Id == who, Cancel);

    private async Task EmployAsync()
    {
        await using var context = Services.GetRequiredService<Database>().NewContext();
        if (await context.Users.AnyAsync(Cancel))
        {
            return;
        }

        foreach (
            var (id, name, role) in new[]
            {
                ("amira", "Amira Khan", Role.Handler),
                ("ben", "Ben Okafor", Role.Handler),
                ("cora", "Cora Bell", Role.ComplaintsTeam),
                ("lena", "Lena Novak", Role.ComplaintsLead),
                ("frank", "Frank Lowe", Role.FrontLine),
                ("ada", "Ada Price", Role.Auditor),
                ("dan", "Dan Webb", Role.Administrator),
            }
        )
        {
            context.Add(
                new Person
                {
                    Id = id,
                    Name = name,
                    UserName = $"{id}@vale.example",
                    Email = $"{id}@vale.example",
                    SecurityStamp = id,
                }
            );
            context.Add(
                new RoleGrantRow
                {
                    PersonId = id,
                    Role = role,
                    HeldFrom = new DateOnly(2020, 1, 1),
                }
            );
        }

        await context.SaveChangesAsync(Cancel);
    }
}

internal static class Calls
{
    /// <summary>Sends JSON as written, with a key if one is given, and gives the status and what was answered.</summary>
    public static async Task<(int Status, JsonElement Json, Uri? Location)> SendAsync(
        this HttpClient http,
        string address,
        object body,
        string? key = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = body is string raw
            ? new StringContent(raw, System.Text.Encoding.UTF8, "application/json")
            : JsonContent.Create(body);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (
            (int)answer.StatusCode,
            text.Length == 0 ? default : JsonDocument.Parse(text).RootElement,
            answer.Headers.Location
        );
    }

    public static string? Code(this JsonElement problem) => problem.GetProperty("code").GetString();

    /// <summary>The fields that were refused, in order of name.</summary>
    public static IEnumerable<string> Fields(this JsonElement problem) =>
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal);
}
