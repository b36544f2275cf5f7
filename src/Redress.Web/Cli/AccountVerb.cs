using Microsoft.EntityFrameworkCore;
using Redress.Core;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Features.SignIn;
using Redress.Web.Security;

namespace Redress.Web.Cli;

/// <summary>How the first administrator comes to be, and how anybody gets in again who has lost their password.</summary>
internal static class AccountVerb
{
    public static readonly Verb Verb = new(
        "account --email EMAIL [--name NAME] [--role ROLE]",
        "Makes an account, or gives one a role, and prints the link by which its owner chooses a password.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        var email =
            args.Value("--email")?.Trim() ?? throw new UsageException("--email is needed: whose account it is.");
        var role = RoleOf(args.Value("--role"));
        await using var installation = await Installations.OpenOrCreateAsync(args);
        await using var context = installation.GetRequiredService<Database>().NewContext();
        var now = installation.GetRequiredService<TimeProvider>().GetUtcNow();
        var normal = email.ToUpperInvariant();
        var person =
            await context.Users.FirstOrDefaultAsync(one => one.NormalizedEmail == normal)
            ?? await AddAsync(context, email, args.Value("--name"), now);
        if (role is { } given)
        {
            await GiveAsync(context, installation.GetRequiredService<WriteGate>(), person.Id, given, now);
        }

        var purpose = person.PasswordHash is null ? AccountLinkPurpose.Invitation : AccountLinkPurpose.Reset;
        var links = installation.GetRequiredService<AccountLinks>();
        var token = await links.MakeAsync(person.Id, purpose, CancellationToken.None);
        Say(
            terminal,
            args.Json,
            person.Id,
            $"{ChoosePasswordModel.Address}/{token}",
            now + AccountLinks.GoodFor(purpose)
        );
        return Exit.Done;
    }

    private static Role? RoleOf(string? named) =>
        named is null ? null
        : WireName.TryParse<Role>(named, out var role) ? role
        : throw new BadInputException(
            $"--role: '{named}' is not one of {string.Join(", ", Enum.GetValues<Role>().Select(WireName.Of))}"
        );

    private static async Task<Person> AddAsync(RedressContext context, string email, string? name, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name) || !email.Contains('@', StringComparison.Ordinal))
        {
            throw new BadInputException(
                $"--name: nobody has the address '{email}'; to make an account, name its owner"
            );
        }

        var person = new Person
        {
            Id = Ids.New(now),
            Name = name.Trim(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            SecurityStamp = $"{Guid.NewGuid():N}",
            LockoutEnabled = true,
        };
        context.Add(person);
        await context.SaveChangesAsync();
        return person;
    }

    /// <summary>From today on, if they do not hold it; history says who had it when.</summary>
    private static async Task GiveAsync(
        RedressContext context,
        WriteGate gate,
        string id,
        Role role,
        DateTimeOffset now
    )
    {
        var today = LondonTime.Day(now.UtcDateTime);
        var held = await context.RoleGrants.AnyAsync(grant =>
            grant.PersonId == id && grant.Role == role && (grant.HeldUntil == null || grant.HeldUntil >= today)
        );
        if (held)
        {
            return;
        }

        var recording = new Recording();
        recording.Insert(
            new RoleGrantRow
            {
                PersonId = id,
                Role = role,
                HeldFrom = today,
            }
        );
        var data = $$"""{"role":"{{WireName.Of(role)}}","from":"{{today:yyyy-MM-dd}}"}""";
        var signature = new Signature("command line", now.UtcDateTime);
        var stream = (Streams.Person, id);
        await context.AppendAsync(recording, stream, ("role_given", data), signature, CancellationToken.None);
        await gate.RecordAsync(recording, CancellationToken.None);
    }

    private static void Say(Terminal terminal, bool asJson, string id, string link, DateTimeOffset until)
    {
        if (asJson)
        {
            terminal.Say(json =>
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("link", link);
                json.WriteString("until", until.UtcDateTime);
                json.WriteEndObject();
            });
        }
        else
        {
            var utc = until.UtcDateTime;
            var when = $"{LondonTime.TimeOfDay(utc):HH:mm} on {Dates.Long(LondonTime.Day(utc))}";
            terminal.Say(
                $"Until {when} its owner chooses a password, once, at your installation's address with:\n{link}"
            );
        }
    }
}
