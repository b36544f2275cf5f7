using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests.Hosting;

/// <summary>
/// The application on a real port of this machine, for a real browser, with the people who work there. Unless told
/// otherwise, its clock stands at 9 in the morning of Monday 12 May 2025, so that days of the weeks before can be typed in
/// as they happened.
/// </summary>
public sealed class RedressServer(Installation installation) : RedressHost(installation)
{
    public const string Password = "correct horse battery";

    private static readonly (string Id, string Name, Role Role)[] People =
    [
        ("amira", "Amira Haddad", Role.Handler),
        ("ben", "Ben Ashdown", Role.Handler),
        ("lena", "Lena Novak", Role.ComplaintsLead),
    ];

    public Uri Address => ClientOptions.BaseAddress;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RedressServer> StartAsync(Installation installation, DateOnly? today = null)
    {
        var server = new RedressServer(installation);
        server.Clock.GoTo(today ?? new DateOnly(2025, 5, 12));
        server.UseKestrel(0);
        server.StartServer();
        await server.EmployAsync();
        return server;
    }

    /// <summary>The cookie of somebody who has signed in, for journeys that begin after that.</summary>
    public async Task<Microsoft.Playwright.Cookie> SignedInAsync(string who)
    {
        using var scope = Services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<RedressContext>();
        var person = await context.Users.SingleAsync(user => user.Id == who, Cancel);
        var claims = await scope
            .ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>()
            .CreateAsync(person);
        var cookie = Services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var now = Clock.GetUtcNow();
        var ticket = new AuthenticationTicket(
            claims,
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) },
            IdentityConstants.ApplicationScheme
        );
        return new()
        {
            Name = cookie.Cookie.Name!,
            Value = cookie.TicketDataFormat.Protect(ticket),
            Url = Address.ToString(),
        };
    }

    /// <summary>A complaint that Amira took down on the phone, defined, and hers.</summary>
    public async Task<string> LoggedAsync(DateOnly receivedOn)
    {
        await using var context = Services.GetRequiredService<Database>().NewContext();
        var desk = new CaseDesk(
            context,
            Services.GetRequiredService<CaseQueries>(),
            Services.GetRequiredService<WriteGate>(),
            Services.GetRequiredService<RulesStore>(),
            new CurrentPerson("amira", "Amira Haddad", new HashSet<Role> { Role.Handler }),
            Clock
        );
        var decision = Logging.Decide(
            new LoggingRequest(
                CaseKind.Complaint,
                Ids.NewReference(),
                receivedOn,
                Channel.Phone,
                "The lift has been out of order since Friday and I am in a wheelchair.",
                "amira"
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

    /// <summary>How many events the case has by now.</summary>
    public async Task<int> VersionAsync(string reference)
    {
        await using var context = Services.GetRequiredService<Database>().NewContext();
        return await context
            .Cases.Where(row => row.Reference == reference)
            .Select(row => row.Version)
            .SingleAsync(Cancel);
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
