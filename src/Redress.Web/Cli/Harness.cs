using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Redress.Core;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Demo;
using Redress.Web.Security;

namespace Redress.Web.Cli;

/// <summary>
/// A way in for programs that test or measure an installation: somebody in every role, with a password, the secret of an
/// authenticator app, and a token; and a case in each state, with words that tell where they come from and the code that
/// opens it. Those passwords are known to everybody, so they are added only beside nobody else's.
/// </summary>
internal static class Harness
{
    public static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        if (IsProduction())
        {
            throw new BadInputException("--harness: never in Production: the passwords are known to everybody");
        }

        await using var installation = await Installations.OpenOrCreateAsync(args);
        await using var context = installation.GetRequiredService<Database>().NewContext();
        var known = DemoStaff.All.Select(person => person.Account).ToList();
        if (await context.Users.AnyAsync(person => !known.Contains(person.Id)))
        {
            throw new BadInputException("--harness: this installation has people of its own; use an empty folder");
        }

        var time = installation.GetRequiredService<TimeProvider>();
        await DemoStaff.AddAsync(context, LondonTime.Today(time).AddYears(-1), CancellationToken.None);
        var factors = installation.GetRequiredService<SecondFactors>();
        var gate = installation.GetRequiredService<WriteGate>();
        var ways = new Dictionary<DemoPerson, (string Secret, string Token)>();
        foreach (var person in DemoStaff.All)
        {
            var token = await ApiTokens.MakeAsync(
                context,
                person.Account,
                "harness",
                time.GetUtcNow().UtcDateTime,
                CancellationToken.None
            );
            ways[person] = (await SecretAsync(person.Account, context, factors, gate, time), token);
        }

        var cases = await TellAsync(installation, context, LondonTime.Today(time));
        terminal.Say(json => Write(json, ways, cases));
        return Exit.Done;
    }

    /// <summary>The cases of the test world, added where they are not there yet.</summary>
    private static async Task<IReadOnlyList<HarnessCase>> TellAsync(
        IServiceProvider installation,
        RedressContext context,
        DateOnly today
    )
    {
        var rules = await installation.GetRequiredService<RulesStore>().ReadAsync(CancellationToken.None);
        var cases = new HarnessCases(new StoryTeller(rules, until: today), today).Tell();
        var first = cases[0].Story.Case.Reference;
        if (!await context.Cases.IgnoreQueryFilters().AnyAsync(row => row.Reference == first))
        {
            var (saving, codes) = (
                installation.GetRequiredService<PeopleSaving>(),
                installation.GetRequiredService<AccessCodes>()
            );
            var recording = new Recording();
            foreach (var told in cases)
            {
                told.Story.SaveTo(recording, saving);
                recording.Insert(codes.RowOf(told.Story.Case.Id, told.Story.Case.ComplainantId, told.Code));
            }

            await installation.GetRequiredService<WriteGate>().RecordAsync(recording, CancellationToken.None);
        }

        return cases;
    }

    /// <summary>Of the app they have, or of one that they have from now on.</summary>
    private static async Task<string> SecretAsync(
        string account,
        RedressContext context,
        SecondFactors factors,
        WriteGate gate,
        TimeProvider time
    )
    {
        var secret = await context
            .Authenticators.Where(row => row.PersonId == account)
            .Select(row => row.Secret)
            .SingleOrDefaultAsync();
        if (secret is null)
        {
            secret = factors.NewSecret(account);
            var recording = new Recording();
            recording.Insert(
                new AuthenticatorRow
                {
                    PersonId = account,
                    Secret = secret,
                    LastStep = 0,
                    AddedAt = time.GetUtcNow().UtcDateTime,
                }
            );
            await gate.RecordAsync(recording, CancellationToken.None);
        }

        return Totp.Base32(factors.Open(account, secret));
    }

    /// <summary>
    /// Only where it is said. The server takes silence for Production, but whoever tests an empty folder sets nothing, and
    /// a folder in use is refused for the people in it.
    /// </summary>
    private static bool IsProduction() =>
        SaysProduction("ASPNETCORE_ENVIRONMENT") || SaysProduction("DOTNET_ENVIRONMENT");

    private static bool SaysProduction(string variable) =>
        string.Equals(
            Environment.GetEnvironmentVariable(variable),
            Environments.Production,
            StringComparison.OrdinalIgnoreCase
        );

    private static void Write(
        Utf8JsonWriter json,
        Dictionary<DemoPerson, (string Secret, string Token)> ways,
        IReadOnlyList<HarnessCase> cases
    )
    {
        json.WriteStartObject();
        json.WriteStartObject("addresses");
        json.WriteString("sign_in", "/sign-in");
        json.WriteString("worklist", "/cases");
        json.WriteString("case", "/cases/{reference}");
        json.WriteString("api", "/api/v1");
        json.WriteEndObject();
        json.WriteStartArray("accounts");
        foreach (var (person, (secret, token)) in ways)
        {
            json.WriteStartObject();
            json.WriteString("id", person.Account);
            json.WriteString("name", person.Name);
            json.WriteString("role", WireName.Of(person.Role));
            json.WriteString("email", person.Email);
            json.WriteString("password", DemoStaff.Password);
            json.WriteString("second_factor", secret);
            json.WriteString("token", token);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("cases");
        foreach (var told in cases)
        {
            json.WriteStartObject();
            json.WriteString("state", told.State);
            json.WriteString("reference", told.Story.Case.Reference);
            json.WriteString("owner", told.Story.Case.Owner);
            json.WriteString("code", told.Code);
            json.WriteStartObject("canaries");
            foreach (var (of, word) in told.Canaries)
            {
                json.WriteString(of, word);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
