using System.Text.Json;
using Redress.Core;
using Redress.Core.Procedures;

namespace Redress.Web.Cli;

internal static class CheckProcedureVerb
{
    public static readonly Verb Verb = new(
        "check-procedure ID|FILE --against CODE",
        "A complaints procedure held against an edition of the Code: where it breaks it, and where it is silent.",
        RunAsync
    );

    private static Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        var procedure = new ProcedureSource().Get("procedure", args.Word(0));
        var name = args.Needed("--against");
        var code =
            ShippedCodes.Find(name)
            ?? throw new BadInputException(
                $"--against: '{name}' is not an edition of the Code; use one of "
                    + string.Join(", ", ShippedCodes.All.Select(edition => edition.Id))
            );
        var findings = ProcedureCheck.Against(procedure, code);
        if (args.Json)
        {
            terminal.Say(json => Write(json, procedure, code, findings));
        }
        else
        {
            foreach (var finding in findings)
            {
                terminal.Say($"{WireName.Of(finding.Kind), -8} {finding.Provision, -8} {finding.Message}");
            }
        }

        return Task.FromResult(findings.Any(finding => finding.Kind == FindingKind.Breach) ? Exit.No : Exit.Done);
    }

    private static void Write(
        Utf8JsonWriter json,
        Procedure procedure,
        CodeEdition code,
        IReadOnlyList<CodeFinding> findings
    )
    {
        json.WriteStartObject();
        json.WriteString("procedure", procedure.Id);
        json.WriteString("against", code.Id);
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("provision", finding.Provision);
            json.WriteString("finding", WireName.Of(finding.Kind));
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
