using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Features.Import;

namespace Redress.Web.Cli;

internal static class ImportVerb
{
    public static readonly Verb Verb = new(
        "import KIND FILE [--dry-run] [--skip-bad]",
        "Brings in dated history from a file: cases.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        if (args.Word(0) != "cases")
        {
            throw new BadInputException($"'{args.Word(0)}' cannot be imported; there is: cases");
        }

        var file = args.Word(1);
        var name = file == "-" ? "standard input" : file;
        var rows = CsvFile.Read(name, terminal.ReadAll(file), ImportedHistory.Columns);
        await using var installation = await Installations.OpenAsync(args);
        var import = ActivatorUtilities.CreateInstance<CaseImport>(installation);
        var imported = await import.RunAsync(
            rows,
            skipBad: args.Has("--skip-bad"),
            dryRun: args.Has("--dry-run"),
            CancellationToken.None
        );
        if (!args.Has("--dry-run") && imported.Created + imported.Updated > 0)
        {
            await installation.GetRequiredService<Sealer>().SealAsync(CancellationToken.None);
            await installation.GetRequiredService<Database>().AnalyzeAsync(CancellationToken.None);
        }

        Say(imported, args, terminal);
        foreach (var wrong in imported.Refused)
        {
            terminal.Complain($"redress import: {name}, line {wrong.Line}, {wrong.Field}: {wrong.Message}");
        }

        return imported.Refused.Count > 0 && !args.Has("--skip-bad") ? Exit.BadInput : Exit.Done;
    }

    private static void Say(ImportedFile imported, Arguments args, Terminal terminal)
    {
        if (!args.Json)
        {
            terminal.Say(
                $"{imported.Read} rows read: {imported.Created} cases created, {imported.Updated} updated, "
                    + $"{imported.Unchanged} unchanged, {imported.Refused.DistinctBy(wrong => wrong.Row).Count()} refused."
                    + (args.Has("--dry-run") ? " Nothing was written." : "")
            );
            return;
        }

        terminal.Say(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("read", imported.Read);
            json.WriteNumber("created", imported.Created);
            json.WriteNumber("updated", imported.Updated);
            json.WriteNumber("unchanged", imported.Unchanged);
            json.WriteStartArray("refused");
            foreach (var wrong in imported.Refused)
            {
                json.WriteStartObject();
                json.WriteNumber("row", wrong.Row);
                json.WriteString("field", wrong.Field);
                json.WriteString("message", wrong.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
