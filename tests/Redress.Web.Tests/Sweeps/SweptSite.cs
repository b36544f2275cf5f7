using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Files;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Sweeps;

/// <summary>The application with somebody in every role, and a case in which everything that can be opened is there.</summary>
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
        var request = new HttpRequestMessage(new HttpMethod(door.Method), door.At(real));
        return ClientOf(door.IsApi, role).SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal Task<HttpResponseMessage> GetAsync(string address, Role role) =>
        ClientOf(isApi: false, role).GetAsync(address, TestContext.Current.CancellationToken);

    private HttpClient ClientOf(bool isApi, Role? role) =>
        role is not { } signedIn ? stranger
        : isApi ? clients[signedIn].Api
        : clients[signedIn].Pages;

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
        host.Clock.GoTo(desk.Clock.Today);
        real["reference"] = file.Case.Reference;
        real["point"] = real["commitment"] = real["stage"] = real["sequence"] = real["ask"] = "1";
        real["documentName"] = "v1";
        real["calendar"] = "england-and-wales";
        real["procedure"] = "code-2024";
        real["colleague"] = "amira";
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
