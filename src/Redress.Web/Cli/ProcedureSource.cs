using Redress.Core.Procedures;

namespace Redress.Web.Cli;

/// <summary>A procedure by its id, or from a file of the writer's own; each file is read once in a run.</summary>
internal sealed class ProcedureSource
{
    private readonly Dictionary<string, Procedure> read = new(StringComparer.Ordinal);

    public Procedure Get(string field, string idOrFile)
    {
        if (!read.TryGetValue(idOrFile, out var procedure))
        {
            procedure = ShippedProcedures.Find(idOrFile) ?? Read(field, idOrFile);
            read.Add(idOrFile, procedure);
        }

        return procedure;
    }

    private static Procedure Read(string field, string file)
    {
        if (!File.Exists(file))
        {
            var ids = string.Join(", ", ShippedProcedures.All.Select(procedure => procedure.Id));
            throw new BadInputException($"{field}: '{file}' is neither a file nor a procedure; there are {ids}");
        }

        return ProcedureFile.TryParse(File.ReadAllText(file), file, out var procedure, out var errors)
            ? procedure
            : throw new BadInputException(ProcedureError.Summary(errors));
    }
}
