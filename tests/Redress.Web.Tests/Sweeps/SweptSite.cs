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
public sealed class SweptSite(TestDatabases databases) : IAsyncLifetime
{
    private static readonly Dictionary<Role, string> People = new()
    {
        [Role.FrontLine] = "frank",
        [Role.Handler] = "amira",
        [Role.ComplaintsLead] = "lena",
        [Role.Auditor] = "ada",
        [Role.Administrator] = "dan",
    };

    private readonly RedressHosts hosts = new(databases);
    private readonly Dictionary<Role, (HttpClient Pages, HttpClient Api)> clients = [];
    private readonly Dictionary<string, string> real = [];
    private readonly List<CaseView> others = [];
    private CaseView main = null!;
    private HttpClient stranger = null!;

    internal IReadOnlyList<Door> Doors { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var host = await hosts.OnAsync(Kind.Sqlite);
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        await MakeCaseAsync(host);
        foreach (var (role, who) in People)
        {
            clients[role] = ((await office.VisitAsync(who)).Http, await office.ProgramAsync(who));
        }

        stranger = host.CreateClient(new() { AllowAutoRedirect = false });
        Doors = await Door.AllOfAsync(host.Services);
    }

    public ValueTask DisposeAsync() => hosts.DisposeAsync();

    /// <summary>Opens a door with no more than it takes to be let in or turned away: nothing is filled in.</summary>
    /// <param name="door">Which.</param>
    /// <param name="role">Who asks; none for somebody who has not signed in.</param>
    internal Task<HttpResponseMessage> AskAsync(Door door, Role? role)
    {
        var request = new HttpRequestMessage(new HttpMethod(door.Method), door.At(RealFor(door)));
        return ClientOf(door.IsApi, role).SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal Task<HttpResponseMessage> GetAsync(string address, Role role) =>
        ClientOf(isApi: false, role).GetAsync(address, TestContext.Current.CancellationToken);

    private HttpClient ClientOf(bool isApi, Role? role) =>
        role is not { } signedIn ? stranger
        : isApi ? clients[signedIn].Api
        : clients[signedIn].Pages;

    /// <summary>What stands for the parameters: the first case about which can be done what the page is for.</summary>
    private Dictionary<string, string> RealFor(Door door)
    {
        var page = door.Pattern.TrimStart('/');
        var open = others.Find(one => CaseMoves.IsOpen(page, one));
        return open is null || CaseMoves.IsOpen(page, main)
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
        await MakeOthersAsync(desk);
        host.Clock.GoTo(desk.Clock.Today);
        main = await ViewAsync(desk, file.Case.Id);
        real["reference"] = file.Case.Reference;
        real["point"] = real["commitment"] = real["stage"] = real["sequence"] = real["ask"] = "1";
        real["documentName"] = "v1";
        real["calendar"] = "england-and-wales";
        real["procedure"] = "code-2024";
        real["colleague"] = "amira";
    }

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
