using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Staff;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Demo;

/// <summary>Somebody who works for the demo landlord. Invented.</summary>
/// <param name="Account">Their id, and the first half of the address they sign in with.</param>
/// <param name="Name">As residents see it.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Team">The team they are in.</param>
/// <param name="Does">What they do, for whoever tries the demo.</param>
public sealed record DemoPerson(string Account, string Name, Role Role, string Team, string Does)
{
    public string Email => $"{Account}@fernhillvale.example";
}

/// <summary>The people of the demo landlord. Their password is known to everybody, so they exist nowhere else.</summary>
public static class DemoStaff
{
    public const string Password = "Fernhill-Demo-1";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("amira", "Amira Haddad", Role.Handler, "complaints", "investigates complaints"),
        new("ben", "Ben Ashdown", Role.Handler, "complaints", "investigates complaints"),
        new("cerys", "Cerys Mabbott", Role.Handler, "complaints", "investigates complaints"),
        new("dele", "Dele Omotoso", Role.Handler, "complaints", "investigates complaints"),
        new("ewa", "Ewa Stolarska", Role.Handler, "complaints", "investigates complaints"),
        new("gwen", "Gwen Hardcastle", Role.Handler, "reviews", "answers stage 2; head of repairs"),
        new("hugh", "Hugh Penrose", Role.Handler, "reviews", "answers stage 2; head of neighbourhoods"),
        new("moira", "Moira Teale", Role.ComplaintsTeam, "complaints", "gives out cases, sees every one"),
        new("farida", "Farida Rowe", Role.ComplaintsLead, "complaints", "leads the complaints team"),
        new("iris", "Iris Calloway", Role.FrontLine, "contact", "takes calls"),
        new("joel", "Joel Adeyinka", Role.FrontLine, "contact", "takes calls"),
        new("kit", "Kit Sandford", Role.Auditor, "audit", "reads everything, changes nothing"),
        new("lena", "Lena Brandt", Role.Administrator, "systems", "looks after accounts and settings"),
        new("nadia", "Nadia Fenwick", Role.SafeguardingLead, "safeguarding", "leads on safeguarding"),
        new("oscar", "Oscar Lindqvist", Role.DataProtectionOfficer, "governance", "data protection officer"),
        new("petra", "Petra Winslow", Role.ServiceDirector, "governance", "director of repairs"),
        new("quentin", "Quentin Marsh", Role.Contractor, "outside", "works for a contractor"),
        new("rosa", "Rosa Delgado", Role.MemberOfParliament, "outside", "the office of a member of parliament"),
        new("stan", "Stan Whitlock", Role.ScrutinyPanel, "outside", "on the tenants' panel"),
    ];

    /// <summary>The units, and the teams in each.</summary>
    private static readonly (string Id, string Name, string[] Services, string[] Teams)[] Units =
    [
        (
            "customers",
            "Customers and governance",
            [],
            ["complaints", "reviews", "contact", "audit", "systems", "safeguarding", "governance"]
        ),
    ];

    private static Grade GradeOf(DemoPerson person) =>
        person.Team == "reviews" ? Grade.HeadOfService
        : person.Role is Role.ServiceDirector ? Grade.Director
        : person.Role is Role.ComplaintsLead ? Grade.Manager
        : Grade.Officer;

    /// <summary>How the demo landlord is made up, as its database is told.</summary>
    internal static Organisation OrganisationSince(DateOnly since) =>
        new(
            [.. All.Select(person => PostOf(person, since))],
            [.. Units.SelectMany(unit => unit.Teams.Select(team => new TeamPlace(team, unit.Id, since)))],
            [.. Units.Select(unit => new Unit(unit.Id, unit.Name, unit.Services))]
        );

    private static Post PostOf(DemoPerson person, DateOnly since) =>
        new(
            person.Account,
            person.Team,
            since,
            Grade: person.Team == "outside" ? null : GradeOf(person),
            Manager: person.Team == "complaints" && person.Account != Lead ? Lead : null
        );

    /// <summary>For whoever tries the demo.</summary>
    public static string Introduction { get; } =
        $"""

            This is {DemoLandlord.Name}: an invented landlord with 6,000 homes and a year of cases.
            Sign in as any of these, with the password {Password}:

            {string.Join("\n", All.Select(person => $"  {person.Email, -27} {person.Name, -18} {person.Does}"))}

            Try: today's work as amira; the damp case of Roisin Abara and why its answer is due when it is; the email of
            two months ago that was logged this week; a stage 2 review as gwen; the correction that waits for farida; the letters
            that wait for the post, and the one that could not be mailed; the statement that joel is asked for.

            """;

    /// <summary>Whoever runs the team, and agrees to corrections.</summary>
    internal const string Lead = "farida";

    internal static Cast Cast { get; } =
        new(
            Accounts(Role.Handler, "complaints"),
            Accounts(Role.Handler, "reviews"),
            Accounts(Role.FrontLine, "contact")
        );

    private static readonly (string Id, string Name)[] Teams =
    [
        ("complaints", "Complaints team"),
        ("reviews", "Stage 2 reviewers"),
        ("contact", "Customer contact"),
        ("audit", "Internal audit"),
        ("systems", "Systems"),
        ("safeguarding", "Safeguarding"),
        ("governance", "Governance"),
        ("outside", "Outside the landlord"),
    ];

    /// <summary>Adds whoever is not there yet, with their roles and teams held since the day given.</summary>
    internal static async Task AddAsync(RedressContext context, DateOnly since, CancellationToken cancel)
    {
        var known = await context.Users.Select(person => person.Id).ToListAsync(cancel);
        if (known.Count == 0)
        {
            context.AddRange(
                Teams.Select(team => new TeamRow
                {
                    Id = team.Id,
                    Name = team.Name,
                    ExistsFrom = since,
                })
            );
            foreach (var unit in Units)
            {
                context.Add(
                    new UnitRow
                    {
                        Id = unit.Id,
                        Name = unit.Name,
                        Services = string.Join('\n', unit.Services),
                    }
                );
                context.AddRange(
                    unit.Teams.Select(team => new TeamUnitRow
                    {
                        TeamId = team,
                        UnitId = unit.Id,
                        InUnitFrom = since,
                    })
                );
            }
        }

        var hasher = new PasswordHasher<Person>();
        foreach (var person in All.Where(person => !known.Contains(person.Account)))
        {
            var account = new Person
            {
                Id = person.Account,
                UserName = person.Account,
                NormalizedUserName = person.Account.ToUpperInvariant(),
                Email = person.Email,
                NormalizedEmail = person.Email.ToUpperInvariant(),
                EmailConfirmed = true,
                Name = person.Name,
                LockoutEnabled = true,
            };
            account.PasswordHash = hasher.HashPassword(account, Password);
            context.Add(account);
            context.Add(
                new RoleGrantRow
                {
                    PersonId = person.Account,
                    Role = person.Role,
                    HeldFrom = since,
                }
            );
            var post = PostOf(person, since);
            context.Add(
                new TeamMemberRow
                {
                    PersonId = post.Person,
                    TeamId = post.Team,
                    MemberFrom = post.From,
                    Grade = post.Grade,
                    ManagerId = post.Manager,
                }
            );
        }

        await context.SaveChangesAsync(cancel);
    }

    private static string[] Accounts(Role role, string team) =>
        [.. All.Where(person => person.Role == role && person.Team == team).Select(person => person.Account)];
}
