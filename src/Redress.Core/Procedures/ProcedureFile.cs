using System.Diagnostics.CodeAnalysis;
using Redress.Core.Procedures.Files;

namespace Redress.Core.Procedures;

/// <summary>
/// Reads a procedure file: strict JSON with a closed set of keys, as <c>procedures/schema/procedure.schema.json</c> says, and
/// rules that hold between the fields.
/// </summary>
public static class ProcedureFile
{
    /// <summary>True with the procedure; otherwise every error found, in the order of the file. Never throws on any text.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="fileName">The name to give in errors.</param>
    /// <param name="procedure">The procedure, where the answer is true.</param>
    /// <param name="errors">Empty where the answer is true.</param>
    public static bool TryParse(
        string json,
        string fileName,
        [NotNullWhen(true)] out Procedure? procedure,
        out IReadOnlyList<ProcedureError> errors
    ) => TryParse(json, fileName, [], out procedure, out errors);

    /// <summary>The same for one of several files, which must not have the id of another.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="fileName">The name to give in errors.</param>
    /// <param name="taken">The ids of the files read before.</param>
    /// <param name="procedure">The procedure, where the answer is true.</param>
    /// <param name="errors">Empty where the answer is true.</param>
    public static bool TryParse(
        string json,
        string fileName,
        IReadOnlyCollection<string> taken,
        [NotNullWhen(true)] out Procedure? procedure,
        out IReadOnlyList<ProcedureError> errors
    )
    {
        var list = new ErrorList(fileName);
        procedure = null;
        if (JsonLines.TryRead(json, out var value, out var line, out var fault))
        {
            procedure = ProcedureReader.Read(value, taken, list);
        }
        else
        {
            list.Add(line, "file", fault);
        }
        if (list.Any)
        {
            procedure = null;
        }
        errors = list.InOrder();
        return procedure is not null;
    }
}
