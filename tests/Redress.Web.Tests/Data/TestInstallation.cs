using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data;

/// <summary>An installation with a database of its own, a clock that is moved by hand, and no web server.</summary>
internal sealed class TestInstallation : IAsyncDisposable
{
    public static readonly CurrentPerson Amira = new("amira", "Amira", new HashSet<Role> { Role.Handler });

    /// <summary>Of the complaints team, who sees every case.</summary>
    public static readonly CurrentPerson Cora = new("cora", "Cora", new HashSet<Role> { Role.ComplaintsTeam });

    private readonly ServiceProvider services;

    public IServiceProvider Services => services;

    private TestInstallation(ServiceProvider services) => this.services = services;

    public TestClock Clock { get; } = new();

    public QueryCounter Queries { get; } = new();

    public Database Database => Get<Database>();

    public static async Task<TestInstallation> StartAsync(TestDatabases databases, Kind kind)
    {
        var installation = await databases.CreateAsync(kind);
        var started = Over(installation);
        await started.Get<InstallationSetup>().MigrateAsync(TestContext.Current.CancellationToken);
        return started;
    }

    /// <summary>Another process over the same data.</summary>
    public static TestInstallation Over(Installation installation)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddRedressData(installation);
        TestInstallation? built = null;
        collection.AddSingleton<TimeProvider>(_ => built!.Clock);
        collection.AddSingleton<IInterceptor>(_ => built!.Queries);
        return built = new TestInstallation(collection.BuildServiceProvider());
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A desk as one request has it.</summary>
    public CaseDesk Desk(CurrentPerson? person = null) =>
        new(
            Database.NewContext(person is null ? null : () => person),
            Get<CaseQueries>(),
            Get<WriteGate>(),
            Get<RulesStore>(),
            Get<Outbox>(),
            Get<StaffOutbox>(),
            Get<PeopleSaving>(),
            Get<Erasing>(),
            Get<Readings>(),
            person ?? Amira,
            Clock
        );

    /// <summary>A complaint just logged, and saved.</summary>
    public async Task<CaseFile> LoggedAsync(string summary = "The lift is broken", bool anonymous = false)
    {
        var desk = Desk();
        var file = desk.NewFile(anonymous);
        await desk.RecordAsync(file, Logged(desk, summary, anonymous), cancel: TestContext.Current.CancellationToken);
        return file;
    }

    public static IReadOnlyList<CaseEvent> Logged(CaseDesk desk, string summary, bool anonymous = false) =>
        Logging
            .Decide(
                new LoggingRequest(CaseKind.Complaint, Ids.NewReference(), desk.Today, Channel.Phone, summary, "amira")
                {
                    Anonymous = anonymous,
                    Category = "Repairs",
                    Definition = "The lift has been out of order since Friday.",
                    OutcomeSought = "A working lift.",
                },
                desk.Rules,
                desk.Today
            )
            .Events;

    /// <summary>Records on a later day, as a new request would: found again, then saved.</summary>
    public async Task RecordAsync(string id, int daysLater, params CaseEvent[] events)
    {
        Clock.Advance(TimeSpan.FromDays(daysLater));
        var desk = Desk();
        var file = await desk.FindAsync(id, Purpose.Act, TestContext.Current.CancellationToken);
        await desk.RecordAsync(file!, events, cancel: TestContext.Current.CancellationToken);
    }

    /// <summary>A complaint that has been through most of what can happen to one.</summary>
    public async Task<CaseFile> EventfulAsync()
    {
        var file = await LoggedAsync();
        var id = file.Case.Id;
        var start = Desk().Today;
        await RecordAsync(
            id,
            3,
            new Acknowledged(start.AddDays(3), 1, Letter: Words.Of("Dear resident, we will look."))
        );
        await RecordAsync(id, 1, new PointRaised(start.AddDays(4), 1, Words.Of("No lift for a week")));
        await RecordAsync(
            id,
            5,
            new Extended(
                start.AddDays(9),
                1,
                start.AddDays(24),
                start.AddDays(9),
                Reason: Words.Of("The engineer is ill."),
                OmbudsmanDetails: true
            )
        );
        await RecordAsync(
            id,
            12,
            new PointDecided(
                start.AddDays(21),
                1,
                Finding.Upheld,
                Words.Of("It was out of order."),
                Words.Of("Sorry.")
            ),
            new CommitmentMade(start.AddDays(21), 1, Words.Of("A new motor"), start.AddDays(60), "amira", Point: 1),
            new Responded(
                start.AddDays(21),
                1,
                Finding.Upheld,
                Channel.Letter,
                Words.Of("Dear resident, you were right.")
            )
        );
        await RecordAsync(id, 3, new EscalationRequested(start.AddDays(24), 1, "code-2024", Words.Of("Still broken")));
        await RecordAsync(id, 1, new Assigned(start.AddDays(25), 2, "ben"));
        return (await Desk().FindAsync(id, Purpose.Show, TestContext.Current.CancellationToken))!;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
