using System.Text.Json;
using Redress.Web.Data;

namespace Redress.Web.Cli;

internal static class VerifyVerb
{
    public static readonly Verb Verb = new(
        "verify",
        "Reads all of history and names the first row that is not as it was written.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        await using var installation = await Installations.OpenToReadAsync(args, terminal);
        var verified = await installation.GetRequiredService<Verifier>().VerifyAsync(CancellationToken.None);
        if (verified.Altered is null)
        {
            await WarnAsync(installation.GetRequiredService<ProcedureLog>(), terminal);
        }

        if (args.Json)
        {
            terminal.Say(json => Write(json, verified));
        }
        else
        {
            terminal.Say(Sentence(verified));
        }

        return verified.Altered is null ? Exit.Done : Exit.No;
    }

    /// <summary>A changed file alters no row; old cases under it may be judged otherwise all the same.</summary>
    private static async Task WarnAsync(ProcedureLog procedures, Terminal terminal)
    {
        foreach (var id in await procedures.ChangedAsync(CancellationToken.None))
        {
            terminal.Complain($"warning: the file of procedure {id} does not say what it said when it was first read.");
        }
    }

    private static string Sentence(Verification verified)
    {
        var read =
            $"{verified.Rows} rows in {verified.StreamCount} streams. Newest seal: {verified.Seal ?? "none yet"}.";
        return verified.Altered is { } altered
            ? $"{read}\nAltered: {altered.Stream} {altered.StreamId}, row {altered.Sequence}."
            : $"{read}\nEvery row is as it was written. Keep the seal somewhere else.";
    }

    private static void Write(Utf8JsonWriter json, Verification verified)
    {
        json.WriteStartObject();
        json.WriteNumber("rows", verified.Rows);
        json.WriteNumber("streams", verified.StreamCount);
        json.WriteString("seal", verified.Seal);
        if (verified.Altered is { } altered)
        {
            json.WriteStartObject("altered");
            json.WriteString("stream", altered.Stream);
            json.WriteString("stream_id", altered.StreamId);
            json.WriteNumber("sequence", altered.Sequence);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("altered");
        }

        json.WriteEndObject();
    }
}
