using Redress.Web.Data;

namespace Redress.Web.Cli;

internal static class RestoreVerb
{
    public static readonly Verb Verb = new(
        "restore DIR",
        "Makes an installation of a backup, where there is none; never over one that holds anything.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        var folder = Path.GetFullPath(args.Word(0));
        await using var installation = Installations.Services(args);
        var manifest = await installation.GetRequiredService<Restore>().RunAsync(folder, CancellationToken.None);
        BackupVerb.Say(manifest, folder, "Restored from", args, terminal);
        return Exit.Done;
    }
}
