using Microsoft.EntityFrameworkCore;
using Redress.Web.Data;

namespace Redress.Web.Cli;

internal static class MigrateVerb
{
    public static readonly Verb Verb = new("migrate", "Makes the database ready for this release.", RunAsync);

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        await using var installation = Installations.Services(args);
        var pending = await PendingAsync(installation.GetRequiredService<Database>());
        await installation.GetRequiredService<InstallationSetup>().MigrateAsync(CancellationToken.None);
        if (args.Json)
        {
            terminal.Say(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("applied");
                pending.ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }
        else
        {
            terminal.Say(pending.Count == 0 ? "Nothing to do." : string.Join("\n", pending));
        }

        return Exit.Done;
    }

    private static async Task<List<string>> PendingAsync(Database database)
    {
        await using var context = database.NewContext();
        return [.. await context.Database.GetPendingMigrationsAsync()];
    }
}
