using Microsoft.EntityFrameworkCore;
using Redress.Web.Data;

namespace Redress.Web.Cli;

internal static class TokenVerb
{
    public static readonly Verb Verb = new(
        "token --email EMAIL --name NAME",
        "Makes a personal access token for the API. It is shown this once.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        var email = args.Value("--email") ?? throw new UsageException("--email is needed: whose token it is.");
        var name = args.Value("--name") ?? throw new UsageException("--name is needed: what the token is for.");
        var address = email.ToUpperInvariant();
        await using var installation = await Installations.OpenAsync(args);
        await using var context = installation.GetRequiredService<Database>().NewContext();
        var person =
            await context.Users.FirstOrDefaultAsync(one => one.NormalizedEmail == address)
            ?? throw new BadInputException($"--email: nobody has the address '{email}'.");

        var now = installation.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var token = await ApiTokens.MakeAsync(context, person.Id, name, now, CancellationToken.None);
        if (args.Json)
        {
            terminal.Say(json =>
            {
                json.WriteStartObject();
                json.WriteString("token", token);
                json.WriteEndObject();
            });
        }
        else
        {
            terminal.Say(token);
        }

        return Exit.Done;
    }
}
