using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Security;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Files;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Sweeps;

/// <summary>
/// The application with somebody in every role, and cases in which everything that can be opened is there: most of it in one,
/// and what cannot be done about that one in others.
/// </summary>
public partial class SweptSite(TestDatabases databases, Kind kind) : IAsyncLifetime
{
    /// <summary>Who has every case of the site.</summary>
    public const string Owner = "oona";

    /// <summary>Who had every case before.</summary>
    public const string Former = "fred";

    /// <summary>Who is in the owner's team.</summary>
    public const string Teammate = "tess";

    /// <summary>Who is in another team.</summary>
    public const string Outsider = "otto";

    /// <summary>Who is asked for a statement.</summary>
    public const string Heard = "frank";

    /// <summary>The id of what they are asked.</summary>
    private const string Request = "0f6c1e4b";

    private static readonly Dictionary<Role, string> People = new()
    {
        [Role.FrontLine] = "frank",
        [Role.Handler] = Owner,
        [Role.ComplaintsTeam] = "cora",
        [Role.ComplaintsLead] = "lena",
        [Role.Auditor] = "ada",
        [Role.Administrator] = "dan",
        [Role.SafeguardingLead] = "nina",
        [Role.DataProtectionOfficer] = "olga",
        [Role.ServiceDirector] = "dirk",
        [Role.Contractor] = "carl",
        [Role.MemberOfParliament] = "mona",
        [Role.ScrutinyPanel] = "paul",
    };

    private static readonly (string Id, string Team)[] Teams =
    [
        (Owner, "repairs"),
        (Former, "repairs"),
        (Teammate, "repairs"),
        (Outsider, "housing"),
    ];

    private readonly RedressHosts hosts = new(databases);
    private readonly Dictionary<string, (HttpClient Pages, HttpClient Api)> clients = [];
    private readonly Dictionary<string, string> tokens = [];
    private readonly Dictionary<string, string> real = [];
    private readonly List<CaseView> others = [];
    private CaseView main = null!;
    private HttpClient stranger = null!;
    private HttpClient unproven = null!;

    internal IReadOnlyList<Door> Doors { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var host = await hosts.OnAsync(kind);
        var office = await Office.OpenAsync(hosts, kind);
        await EmployAsync(host);
        await MakeCaseAsync(host);
        foreach (var who in Everybody)
        {
            clients[who] = ((await office.VisitAsync(who)).Http, await office.ProgramAsync(who));
        }

        unproven = host.CreateClient(new() { AllowAutoRedirect = false });
        var cookie = await SignedIn.CookieAsync(host.Services, "lena", Proof.Password);
        unproven.DefaultRequestHeaders.Add("Cookie", cookie);
        var links = host.Services.GetRequiredService<AccountLinks>();
        await ReportAsync(host);
        real["token"] = await links.MakeAsync(
            "ada",
            AccountLinkPurpose.Invitation,
            TestContext.Current.CancellationToken
        );
        stranger = host.CreateClient(new() { AllowAutoRedirect = false });
        Doors = await Door.AllOfAsync(host.Services);
    }

    public async ValueTask DisposeAsync()
    {
        await hosts.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody in each role, and three handlers more who have no case.</summary>
    public static IEnumerable<string> Everybody => People.Values.Concat([Former, Teammate, Outsider]);

    public static Role RoleOf(string who) =>
        People.FirstOrDefault(one => one.Value == who) is { Value: not null } known ? known.Key : Role.Handler;

    /// <summary>Opens a door with no more than it takes to be let in or turned away: nothing is filled in.</summary>
    /// <param name="door">Which.</param>
    /// <param name="role">Who asks; none for somebody who has not signed in.</param>
    internal Task<HttpResponseMessage> AskAsync(Door door, Role? role) =>
        AskAsync(door, role is { } signedIn ? People[signedIn] : null);

    /// <inheritdoc cref="AskAsync(Door, Role?)"/>
    internal async Task<HttpResponseMessage> AskAsync(Door door, string? who)
    {
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.At(RealFor(door)));
        if (who is not null && door is { IsApi: false, Method: not "GET" })
        {
            // A form of their own, but for what nobody filled in: without its token no form comes as far as the rule.
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(who))]);
        }

        return await ClientOf(door.IsApi, who).SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The same, as somebody who leads complaints and has shown a password alone.</summary>
    internal Task<HttpResponseMessage> AskUnprovenAsync(Door door)
    {
        var request = new HttpRequestMessage(new HttpMethod(door.Method), door.At(RealFor(door)));
        return unproven.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<string> TokenAsync(string who)
    {
        if (!tokens.TryGetValue(who, out var token))
        {
            var page = await clients[who]
                .Pages.GetStringAsync(new Uri("/sign-out", UriKind.Relative), TestContext.Current.CancellationToken);
            token = TokenField().Match(page).Groups["token"].Value;
            tokens.Add(who, token);
        }

        return token;
    }

    [GeneratedRegex(
        "__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TokenField();

    internal Task<HttpResponseMessage> GetAsync(string address, Role role) =>
        ClientOf(isApi: false, People[role]).GetAsync(address, TestContext.Current.CancellationToken);

    private HttpClient ClientOf(bool isApi, string? who) =>
        who is null ? stranger
        : isApi ? clients[who].Api
        : clients[who].Pages;

    /// <summary>Somebody we do not know saw a case: that one is hidden from them, and from nobody who asks here.</summary>
    private async Task ReportAsync(RedressHost host)
    {
        real["incident"] = $"{Guid.NewGuid():N}";
        real["hiding"] = "1";
        var seen = new SeenData("A letter", $"/cases/{others[0].Case.Reference}", host.Clock.Today, Contact: null);
        await host
            .Services.GetRequiredService<IncidentStore>()
            .ReportAsync(real["incident"], seen, CurrentPerson.Nobody, TestContext.Current.CancellationToken);
    }

    /// <summary>Those whom the office does not employ by itself.</summary>
    private static async Task EmployAsync(RedressHost host)
    {
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        var known = await context.Users.Select(person => person.Id).ToListAsync(TestContext.Current.CancellationToken);
        var since = new DateOnly(2020, 1, 1);
        foreach (var who in Everybody.Except(known))
        {
            var mail = $"{who}@vale.example";
            context.Add(
                new Person
                {
                    Id = who,
                    Name = who,
                    UserName = mail,
                    Email = mail,
                    SecurityStamp = who,
                }
            );
            context.Add(
                new RoleGrantRow
                {
                    PersonId = who,
                    Role = RoleOf(who),
                    HeldFrom = since,
                }
            );
        }

        context.AddRange(
            Teams
                .DistinctBy(one => one.Team)
                .Select(one => new TeamRow
                {
                    Id = one.Team,
                    Name = one.Team,
                    ExistsFrom = since,
                })
        );
        foreach (var (id, team) in Teams)
        {
            context.Add(
                new TeamMemberRow
                {
                    PersonId = id,
                    TeamId = team,
                    MemberFrom = since,
                }
            );
        }

        // Whoever has the cases is away, so that they are on the list of those to be covered.
        context.AddRange(
            new[] { Owner, "amira" }.Select(who => new AbsenceRow
            {
                Id = who,
                PersonId = who,
                AwayFrom = since,
                Weekdays = "",
                CoverId = Teammate,
            })
        );
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Somebody had the case, and the owner has it now.</summary>
    private static async Task GiveAsync(TestInstallation desk, string id)
    {
        var found = await desk.Desk().FindAsync(id, Purpose.Act, TestContext.Current.CancellationToken);
        var stage = found!.Case.Stage;
        var today = desk.Clock.Today;
        await desk.RecordAsync(id, 0, new Assigned(today, stage, Former), new Assigned(today, stage, Owner));
    }

    /// <summary>What stands for the parameters: the first case about which can be done what the page is for.</summary>
    private Dictionary<string, string> RealFor(Door door)
    {
        var page = door.Pattern.TrimStart('/');
        var open = others.Find(one => CaseMoves.Shut(page, one) is null);
        return open is null || CaseMoves.Shut(page, main) is null
            ? real
            : new(real, StringComparer.Ordinal) { ["reference"] = open.Case.Reference };
    }

    private async Task MakeCaseAsync(RedressHost host)
    {
        await using var desk = TestInstallation.Over(host.Installation);
        await desk.Get<InstallationSetup>().OpenAsync(TestContext.Current.CancellationToken);
        var file = await desk.EventfulAsync();
        var proposed = new CorrectionProposed(
            desk.Clock.Today,
            CorrectableFact.ReceivedOn,
            file.Case.ReceivedOn,
            file.Case.ReceivedOn.AddDays(-1),
            Words.Of("The envelope says so."),
            Words.Of("The postmark.")
        );
        var refused = new RefusalProposed(
            desk.Clock.Today,
            file.Case.Stage,
            "legal_proceedings",
            Words.Of("A claim was filed."),
            Words.Of("Dear resident, we cannot take this on.")
        );
        await desk.RecordAsync(file.Case.Id, 0, proposed);
        await desk.RecordAsync(file.Case.Id, 0, refused);
        var asked = new Asked(
            desk.Clock.Today,
            1,
            Words.Of("When did the engineer call?"),
            desk.Clock.Today,
            Of: "ben"
        );
        await desk.RecordAsync(file.Case.Id, 0, asked);
        var photo = await StoredAsync(desk);
        var message = new MessageReceived(desk.Clock.Today, Channel.Email, Words.Of("Still broken"), [photo.Received]);
        await desk.RecordAsync(file.Case.Id, 0, message);
        real["hash"] = photo.Hash;
        var written = new LetterWritten(
            desk.Clock.Today,
            Channel.Letter,
            Words.Of("Dear resident, Ben has your case.")
        );
        await desk.RecordAsync(file.Case.Id, 0, written);
        real["letter"] =
            $"{(await desk.Desk().FindAsync(file.Case.Id, Purpose.Show, TestContext.Current.CancellationToken))!.Case.Version}";
        await desk.RecordAsync(file.Case.Id, 0, [.. HeardAs("zed", "s1", desk.Clock.Today)]);
        await GiveAsync(desk, file.Case.Id);
        await MakeOthersAsync(desk);
        host.Clock.GoTo(desk.Clock.Today);
        main = await ViewAsync(desk, file.Case.Id);
        real["statement"] = "1";
        real["request"] = Request;
        real["reference"] = file.Case.Reference;
        real["point"] = real["commitment"] = real["stage"] = real["sequence"] = real["ask"] = "1";
        real["documentName"] = "v1";
        real["calendar"] = "england-and-wales";
        real["procedure"] = "code-2024";
        real["colleague"] = "amira";
    }

    /// <summary>Somebody is the subject, and is asked for a statement.</summary>
    private static IEnumerable<CaseEvent> HeardAs(string who, string request, DateOnly today) =>
        [
            new SubjectNamed(today, who, Words.Of("She says so.")),
            new SubjectConfirmed(today, who),
            new StatementRequested(
                today,
                1,
                1,
                request,
                who,
                Words.Of("Were you there?"),
                [Words.Of("He was there.")],
                Words.Of("Your union"),
                today
            ),
        ];

    private async Task MakeOthersAsync(TestInstallation desk)
    {
        var today = desk.Clock.Today;
        var words = Words.Of("Because.");
        var answered = new CaseEvent[]
        {
            new Acknowledged(today, 1, Letter: words),
            new Responded(today, 1, Finding.Upheld, Channel.Letter, words),
        };
        var refused = new RefusalProposed(today, 1, "legal_proceedings", words, words);
        IReadOnlyList<CaseEvent>[] courses =
        [
            [new ComplainantJoined(today, "p1"), new ComplainantJoined(today, "p2"), new MadeConfidential(today, "p1")],
            [new SubjectNamed(today, "zed", words)],
            [new CaseSealed(today, words)],
            [.. HeardAs(Heard, Request, today)],
            [
                new ComplainantJoined(today, "p3"),
                new RepresentativeNamed(today, "u1", "p3", RepresentativeKind.Advocate),
            ],
            [
                new ComplainantJoined(today, "p4"),
                new RepresentativeNamed(today, "u2", "p4", RepresentativeKind.Advocate),
                new AuthorityRecorded(today, "u2", "a1", AuthorityMethod.Phone, words, Letters: true),
            ],
            answered,
            [.. answered, new Closed(today)],
            [refused],
        ];
        foreach (var course in courses)
        {
            var file = await desk.LoggedAsync();
            await desk.RecordAsync(file.Case.Id, 0, [.. course]);
            if (course is [RefusalProposed proposed])
            {
                var decided = new Refused(today, proposed.Ground, Channel.Letter, Proposal: file.Case.Version + 1);
                await desk.RecordAsync(file.Case.Id, 0, decided);
            }

            await GiveAsync(desk, file.Case.Id);
            others.Add(await ViewAsync(desk, file.Case.Id));
        }

        others.Add(await HeardAsync(desk, answered));
    }

    /// <summary>At a stage with a hearing, after an answer from whose arrival time runs.</summary>
    private static async Task<CaseView> HeardAsync(TestInstallation desk, CaseEvent[] answered)
    {
        const string Procedure = "halton-2011";
        var today = desk.Clock.Today;
        var file = desk.Desk().NewFile();
        var calendar = desk.Get<RulesStore>().Current.OfficeCalendar(today);
        await desk.Desk()
            .RecordAsync(
                file,
                [
                    new Received(
                        today,
                        CaseKind.Complaint,
                        "R-HEARD",
                        Procedure,
                        calendar.Id,
                        calendar.Edition,
                        Channel.Phone
                    ),
                    new Logged(today),
                    new Assigned(today, 1, "amira"),
                    .. answered,
                    new EscalationRequested(today, 1, Procedure),
                    new Assigned(today, 2, "ben"),
                ],
                cancel: TestContext.Current.CancellationToken
            );
        await GiveAsync(desk, file.Case.Id);
        return await ViewAsync(desk, file.Case.Id);
    }

    private static async Task<CaseView> ViewAsync(TestInstallation desk, string id)
    {
        var found = await desk.Desk().FindAsync(id, Purpose.Show, TestContext.Current.CancellationToken);
        var rules = desk.Get<RulesStore>().Current;
        var words = new Dictionary<string, string?>(StringComparer.Ordinal);
        return new CaseView(found!.Case, file: null, words, [], staff: null!, rules, desk.Clock.Today);
    }

    private static async Task<Upload> StoredAsync(TestInstallation desk)
    {
        using var photo = new MemoryStream(Samples.Jpeg());
        var store = desk.Get<FileStore>();
        var upload = await store.ReceiveAsync(
            photo,
            "lift.jpg",
            FileStore.MostBytes,
            TestContext.Current.CancellationToken
        );
        Assert.True(store.Keep(upload));
        return upload;
    }
}

/// <inheritdoc/>
public sealed class SqliteSite(TestDatabases databases) : SweptSite(databases, Kind.Sqlite);

/// <inheritdoc/>
public sealed class PostgresSite(TestDatabases databases) : SweptSite(databases, Kind.Postgres);
