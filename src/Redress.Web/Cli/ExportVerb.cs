using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Features.Export;

namespace Redress.Web.Cli;

internal static class ExportVerb
{
    public static readonly Verb Verb = new(
        "export KIND REFERENCE --as json|timeline|bundle [--to FILE]",
        "Takes a case out, with what proves it: case.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        if (args.Word(0) != "case")
        {
            throw new BadInputException($"'{args.Word(0)}' cannot be exported; there is: case");
        }

        var form = args.Needed("--as");
        if (form is not ("json" or "timeline" or "bundle"))
        {
            throw new BadInputException($"--as: '{form}' is not a form; use json, timeline or bundle");
        }

        await using var installation = await Installations.OpenToReadAsync(args, terminal);
        await using var context = installation.GetRequiredService<Database>().NewContext();
        var today = LondonTime.Today(installation.GetRequiredService<TimeProvider>());
        var rules = installation.GetRequiredService<RulesStore>().Current;
        var exported =
            await ExportedCase.FindAsync(context, args.Word(1), rules, today, CancellationToken.None)
            ?? throw new BadInputException($"there is no case '{args.Word(1)}'");

        if (args.Value("--to") is { } file)
        {
            await using var written = Create(file);
            Write(form, exported, new Terminal(Stream.Null, written, TextWriter.Null));
        }
        else
        {
            Write(form, exported, terminal);
        }

        if (exported.FirstAltered is { } altered)
        {
            terminal.Complain($"redress export: row {altered} of the history of '{args.Word(1)}' was altered.");
            return Exit.No;
        }

        return Exit.Done;
    }

    private static FileStream Create(string file)
    {
        try
        {
            return File.Create(file);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--to: {file}: cannot be written: {unwritable.Message}");
        }
    }

    private static void Write(string form, ExportedCase exported, Terminal terminal)
    {
        switch (form)
        {
            case "json":
                terminal.Say(json => CaseJson.Write(json, exported));
                break;
            case "timeline":
                terminal.Say(json => TimelineJson.Write(json, exported.Clocks));
                break;
            default:
                CaseBundle.Write(terminal.Output, exported);
                break;
        }
    }
}
