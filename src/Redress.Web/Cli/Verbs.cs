using System.Data.Common;
using Redress.Web.Data;

namespace Redress.Web.Cli;

/// <summary>The verbs of <c>redress</c>: finds the one named, reads its arguments, runs it.</summary>
internal static class Verbs
{
    public static readonly IReadOnlyList<Verb> All =
    [
        DueVerb.Verb,
        ClockVerb.Verb,
        CheckProcedureVerb.Verb,
        VerifyVerb.Verb,
        RebuildVerb.Verb,
        MigrateVerb.Verb,
        RoutesVerb.Verb,
        AccountVerb.Verb,
        TokenVerb.Verb,
        ServeVerb.Verb,
        SeedVerb.Verb,
        ImportVerb.Verb,
        ExportVerb.Verb,
        BackupVerb.Verb,
        RestoreVerb.Verb,
    ];

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var name = args.Length == 0 ? "help" : args[0];
        if (name is "help" or "--help" or "-h")
        {
            terminal.Say(Help());
            return Exit.Done;
        }

        var verb = All.FirstOrDefault(verb => verb.Name == name);
        if (verb is null)
        {
            terminal.Complain(
                $"redress: '{name}' is not a verb; {string.Join(", ", All.Select(verb => verb.Name))} are."
            );
            return Exit.BadInput;
        }

        return await RunAsync(verb, args[1..], terminal);
    }

    private static async Task<int> RunAsync(Verb verb, string[] args, Terminal terminal)
    {
        if (args.Any(arg => arg is "--help" or "-h"))
        {
            terminal.Say(HelpOn(verb));
            return Exit.Done;
        }

        try
        {
            return await verb.Run(Arguments.Read(verb.Usage, args), terminal);
        }
        catch (BadInputException wrong)
        {
            var usage = wrong is UsageException ? $" Usage: redress {verb.Usage}" : "";
            terminal.Complain($"redress {verb.Name}: {wrong.Message}{usage}");
            return Exit.BadInput;
        }
        catch (Exception wrong)
            when (wrong is IOException or UnauthorizedAccessException or InvalidDataException or ConflictException)
        {
            terminal.Complain($"redress {verb.Name}: {wrong.Message.ReplaceLineEndings(" ")}");
            return Exit.BadInput;
        }
        catch (BusyException busy)
        {
            terminal.Complain($"redress {verb.Name}: {busy.Message}");
            return Exit.Fault;
        }
        catch (DbException failed)
        {
            terminal.Complain($"redress {verb.Name}: the database: {failed.Message.ReplaceLineEndings(" ")}");
            return Exit.Fault;
        }
        catch (Exception fault)
        {
            terminal.Complain($"redress {verb.Name}: internal fault: {fault}");
            return Exit.Fault;
        }
    }

    private static string Help() =>
        string.Join("\n", All.Select(verb => HelpOn(verb) + "\n"))
        + "\nEvery verb takes --data DIR, where the installation's data is, and --json.";

    private static string HelpOn(Verb verb) => $"{verb.Name, -16} {verb.Does}\n{"", -16} redress {verb.Usage}";
}
