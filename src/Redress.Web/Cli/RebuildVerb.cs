using Redress.Web.Data;

namespace Redress.Web.Cli;

internal static class RebuildVerb
{
    public static readonly Verb Verb = new(
        "rebuild",
        "Works out from history again whatever is worked out from it.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        await using var installation = await Installations.OpenAsync(args);
        var rebuilt = await installation.GetRequiredService<Rebuilder>().RebuildAsync(CancellationToken.None);
        if (args.Json)
        {
            terminal.Say(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("cases", rebuilt.Cases);
                json.WriteNumber("changed", rebuilt.Changed);
                json.WriteEndObject();
            });
        }
        else
        {
            terminal.Say(
                $"{rebuilt.Cases} cases folded again; {rebuilt.Changed} rows were not what history makes of them."
            );
        }

        return Exit.Done;
    }
}
