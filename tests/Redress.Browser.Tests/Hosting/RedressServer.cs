using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Demo;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests.Hosting;

/// <summary>
/// The application on a real port of this machine, for a real browser, with the people who work there. Unless told
/// otherwise, its clock stands at 9 in the morning of Monday 12 May 2025, so that days of the weeks before can be typed in
/// as they happened.
/// </summary>
public sealed class RedressServer : RedressHost
{
    public const string Password = "correct horse battery";

    private static readonly (string Id, string Name, Role Role)[] People =
    [
        ("amira", "Amira Haddad", Role.Handler),
        ("ben", "Ben Ashdown", Role.Handler),
        ("lena", "Lena Novak", Role.ComplaintsLead),
    ];

    private readonly IReadOnlyList<string> landlord;
    private readonly int? mailPort;

    private RedressServer(
        Installation installation,
        DateOnly today,
        IReadOnlyList<string> landlord,
        int? mailPort = null
    )
        : base(installation)
    {
        this.landlord = landlord;
        this.mailPort = mailPort;
        Clock.GoTo(today);
        UseKestrel(0);
        StartServer();
    }

    /// <summary>By name: passkeys belong to a name, never to a number.</summary>
    public Uri Address => new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="installation">Where its data is.</param>
    /// <param name="today">The day its clock stands at.</param>
    /// <param name="mailPort">Of a mail server on this machine, which letters reach when a test says so; none without.</param>
    public static async Task<RedressServer> StartAsync(
        Installation installation,
        DateOnly? today = null,
        int? mailPort = null
    )
    {
        var server = new RedressServer(installation, today ?? new DateOnly(2025, 5, 12), landlord: [], mailPort);
        await server.EmployAsync();
        return server;
    }

    /// <summary>The made-up landlord with its people and its cases, on a day that stays the same.</summary>
    public static async Task<RedressServer> DemoAsync(Installation installation)
    {
        var server = new RedressServer(installation, new DateOnly(2026, 5, 7), DemoLandlord.Configuration);
        await DemoLandlord.BuildAsync(server.Services, progress: (_, _) => { }, server.Clock.Today, Cancel);
        return server;
    }

    /// <summary>The cookie of somebody who has signed in, for journeys that begin after that.</summary>
    public async Task<Microsoft.Playwright.Cookie> SignedInAsync(string who)
    {
        var cookie = (await SignedIn.CookieAsync(Services, who)).Split('=', 2);
        return new()
        {
            Name = cookie[0],
            Value = cookie[1],
            Url = Address.ToString(),
        };
    }

    /// <summary>A complaint taken down on the phone by whoever has it, and defined.</summary>
    public async Task<string> LoggedAsync(DateOnly receivedOn, string owner = "amira")
    {
        await using var context = Services.GetRequiredService<Database>().NewContext();
        var desk = new CaseDesk(
            context,
            Services.GetRequiredService<CaseQueries>(),
            Services.GetRequiredService<WriteGate>(),
            Services.GetRequiredService<RulesStore>(),
            Services.GetRequiredService<Outbox>(),
            Services.GetRequiredService<StaffOutbox>(),
            Services.GetRequiredService<PeopleSaving>(),
            Services.GetRequiredService<Erasing>(),
            Services.GetRequiredService<Readings>(),
            new CurrentPerson(owner, owner, new HashSet<Role> { Role.Handler }),
            Clock
        );
        var decision = Logging.Decide(
            new LoggingRequest(
                CaseKind.Complaint,
                Ids.NewReference(),
                receivedOn,
                Channel.Phone,
                "The lift has been out of order since Friday and I am in a wheelchair.",
                owner
            )
            {
                Category = "Lifts",
                Definition = "The lift has been out of order since Friday.",
                OutcomeSought = "A working lift.",
            },
            desk.Rules,
            desk.Today
        );
        Assert.Null(decision.Refusal);
        var file = desk.NewFile();
        await desk.RecordAsync(file, decision.Events, cancel: Cancel);
        return file.Case.Reference;
    }

    /// <summary>How often these very words were recorded, in whatever case.</summary>
    public async Task<int> RecordedAsync(string words)
    {
        await using var context = Services.GetRequiredService<Database>().NewContext();
        return await context.Words.CountAsync(row => row.Text == words, Cancel);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var option in landlord)
        {
            var parts = option.TrimStart('-').Split('=', 2);
            builder.UseSetting(parts[0], parts[1]);
        }

        if (mailPort is { } port)
        {
            MailHost.UseMail(builder, port);
        }
    }

    private async Task EmployAsync()
    {
        await using var context = Services.GetRequiredService<Database>().NewContext();
        var hash = new PasswordHasher<Person>().HashPassword(new Person(), Password);
        foreach (var (id, name, role) in People)
        {
            var email = $"{id}@vale.example";
            context.Add(
                new Person
                {
                    Id = id,
                    Name = name,
                    UserName = email,
                    NormalizedUserName = email.ToUpperInvariant(),
                    Email = email,
                    NormalizedEmail = email.ToUpperInvariant(),
                    PasswordHash = hash,
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
