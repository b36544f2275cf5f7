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
        var (own, errors, _) = ReadOwn();
        return errors.Count == 0 ? own : throw new InvalidDataException(ProcedureError.Summary(errors));
    }

    /// <summary>The landlord's files as they are on the disk now.</summary>
    public OwnProcedures ReadOwn()
    {
        var (own, wrong) = (new List<Procedure>(), new List<ProcedureError>());
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files())
        {
            var text = File.ReadAllText(file);
            if (ProcedureFile.TryParse(text, file, hashes.Keys, out var procedure, out var errors))
            {
                own.Add(procedure);
                hashes.Add(procedure.Id, Sha256.Of(text));
            }

            wrong.AddRange(errors);
        }

        return new OwnProcedures(own, wrong, hashes);
    }

    private IEnumerable<string> Files() =>
        Directory.Exists(installation.Procedures)
            ? Directory.GetFiles(installation.Procedures, "*.json").Order(StringComparer.Ordinal)
            : [];
}

/// <summary>The landlord's procedures.</summary>
/// <param name="Procedures">Those whose files can be read.</param>
/// <param name="Errors">Everything that is wrong in the others.</param>
/// <param name="Hashes">The SHA-256 of each file that can be read, by the procedure's id.</param>
public sealed record OwnProcedures(
    IReadOnlyList<Procedure> Procedures,
    IReadOnlyList<ProcedureError> Errors,
    IReadOnlyDictionary<string, string> Hashes
);
