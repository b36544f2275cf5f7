using System.Diagnostics.CodeAnalysis;

namespace Redress.Core.Procedures.Files;

/// <summary>Reads the file of a Code edition, as strictly as a procedure's.</summary>
internal static class CodeEditionFile
{
    private static readonly Shape Edition = new(
        "code edition",
        ["id", "title", "publisher", "in_force", "source", "minimum", "provisions"],
        []
    );

    private static readonly Shape Provision = new(
        "provision",
        ["provision", "text", "check"],
        ["stage", "optional_stage", "requires", "letter", "contents", "at_most", "justify_above", "unverified"]
    );

    public static bool TryParse(
        string json,
        string fileName,
        [NotNullWhen(true)] out CodeEdition? edition,
        out IReadOnlyList<ProcedureError> errors
    )
    {
        var list = new ErrorList(fileName);
        edition = null;
        if (JsonLines.TryRead(json, out var value, out var line, out var fault))
        {
            edition = Read(value, list);
        }
        else
        {
            list.Add(line, "file", fault);
        }
        if (list.Any)
        {
            edition = null;
        }
        errors = list.InOrder();
        return edition is not null;
    }

    private static CodeEdition? Read(JsonValue value, ErrorList errors)
    {
        var file = FieldReader.Open(value, "", Edition, errors);
        var inForce = file.Child("in_force", ProcedureShapes.InForce);
        var provisions = file.Children("provisions", Provision).Select(ReadProvision).ToList();
        var minimum = ShippedProcedures.Find(file.Name("minimum"));
        if (minimum is null && file.IsSound("minimum"))
        {
            file.Error("minimum", "names no shipped procedure; give the id of the one with this edition's figures");
        }
        return minimum is null
            ? null
            : new CodeEdition(
                file.Name("id"),
                file.Text("title"),
                file.Text("publisher"),
                inForce?.Date("from") ?? default,
                inForce?.DateOrNull("until"),
                file.Text("source"),
                minimum,
                [.. provisions.OrderBy(provision => provision.Number, ProvisionOrder.ByNumber)]
            );
    }

    private static CodeProvision ReadProvision(FieldReader provision)
    {
        var read = new CodeProvision(
            provision.Text("provision"),
            provision.Text("text"),
            provision.Choice<CodeCheck>("check")
        )
        {
            Stage = provision.NumberOrNull("stage"),
            OptionalStage = provision.Flag("optional_stage"),
            Requires = provision.Choices<ExtensionFact>("requires"),
            Letter = provision.TextOrNull("letter"),
            Contents = provision.Names("contents"),
            AtMost = provision.NumberOrNull("at_most"),
            JustifyAbove = provision.NumberOrNull("justify_above"),
            Unverified = provision.Flag("unverified"),
        };
        if (provision.IsSound("check"))
        {
            foreach (var key in Needs(read.Check).Where(key => !provision.Has(key)))
            {
                provision.Error(key, $"is missing; \"{WireName.Of(read.Check)}\" needs it");
            }
        }
        return read;
    }

    private static IReadOnlyList<string> Needs(CodeCheck check) =>
        check switch
        {
            CodeCheck.MostStages => ["at_most"],
            CodeCheck.Letter => ["letter", "contents"],
            CodeCheck.ExtensionFacts => ["stage", "requires"],
            CodeCheck.OnRequest
            or CodeCheck.DifferentPerson
            or CodeCheck.Acknowledge
            or CodeCheck.Respond
            or CodeCheck.ExtensionLength
            or CodeCheck.ExtensionBeyondCap
            or CodeCheck.NoPause => ["stage"],
            _ => [],
        };
}
