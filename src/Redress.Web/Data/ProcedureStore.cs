using Redress.Core.Procedures;

namespace Redress.Web.Data;

/// <summary>
/// The procedures of this installation: those shipped and the landlord's own files in <c>DIR/procedures</c>, which go
/// before a shipped one of the same id.
/// </summary>
public sealed class ProcedureStore(Installation installation)
{
    /// <summary>The landlord's files.</summary>
    /// <exception cref="InvalidDataException">A file is not a procedure; the message names file, line and field.</exception>
    public IReadOnlyList<Procedure> Own()
    {
        var (own, errors) = ReadOwn();
        return errors.Count == 0 ? own : throw new InvalidDataException(ProcedureError.Summary(errors));
    }

    /// <summary>The landlord's files as they are on the disk now, and everything that is wrong in them.</summary>
    public (IReadOnlyList<Procedure> Procedures, IReadOnlyList<ProcedureError> Errors) ReadOwn()
    {
        var (own, wrong) = (new List<Procedure>(), new List<ProcedureError>());
        foreach (var file in Files())
        {
            var taken = own.Select(earlier => earlier.Id).ToList();
            if (ProcedureFile.TryParse(File.ReadAllText(file), file, taken, out var procedure, out var errors))
            {
                own.Add(procedure);
            }

            wrong.AddRange(errors);
        }

        return (own, wrong);
    }

    private IEnumerable<string> Files() =>
        Directory.Exists(installation.Procedures)
            ? Directory.GetFiles(installation.Procedures, "*.json").Order(StringComparer.Ordinal)
            : [];
}
