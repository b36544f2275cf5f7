using System.Text.Json;
using Redress.Web.Data;

namespace Redress.Web.Cli;

internal static class BackupVerb
{
    public static readonly Verb Verb = new(
        "backup DIR",
        "Copies the whole installation into a new folder, while the server runs.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        var folder = Path.GetFullPath(args.Word(0));
        await using var installation = await Installations.OpenToReadAsync(args, terminal);
        var manifest = await installation.GetRequiredService<Backup>().TakeAsync(folder, CancellationToken.None);
        Say(manifest, folder, "Backed up to", args, terminal);
        return Exit.Done;
    }

    /// <summary>What the backup holds; said alike when it is made and when it is restored.</summary>
    public static void Say(BackupManifest manifest, string folder, string done, Arguments args, Terminal terminal)
    {
        var history = manifest.Contents.Rows["history"];
        if (args.Json)
        {
            terminal.Say(json => Write(json, manifest, folder, history));
            return;
        }

        terminal.Say(
            $"""
            {done} {folder}: {history} rows of history and {manifest.Files.Count} files, as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC.
            Newest seal: {manifest.Contents.Seal ?? "none yet"}.
            """
        );
    }

    private static void Write(Utf8JsonWriter json, BackupManifest manifest, string folder, long history)
    {
        json.WriteStartObject();
        json.WriteString("folder", folder);
        json.WriteString("release", manifest.Release);
        json.WriteString("database", manifest.Database);
        json.WriteString("taken_at", manifest.TakenAt);
        json.WriteString("migration", manifest.Contents.Migration);
        json.WriteString("seal", manifest.Contents.Seal);
        json.WriteNumber("rows", history);
        json.WriteNumber("files", manifest.Files.Count);
        json.WriteEndObject();
    }
}
