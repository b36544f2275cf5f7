using Redress.Core.Procedures;

namespace Redress.Web.Data;

/// <summary>
/// The procedures of this installation: those shipped and the landlord's own files in <c>DIR/procedures</c>, which go
/// before a shipped one of the same id.
/// </summary>
public sealed class ProcedureStore(Installation installation)
{
    public IReadOnlyList<Procedure> All() =>
        [.. Own().Concat(ShippedProcedures.All).DistinctBy(procedure => procedure.Id)];

    /// <summary>The landlord's files.</summary>
    /// <exception cref="InvalidDataException">A file is not a procedure; the message names file, line and field.</exception>
    public IReadOnlyList<Procedure> Own() =>
        Directory.Exists(installation.Procedures)
            ? [.. Directory.GetFiles(installation.Procedures, "*.json").Order(StringComparer.Ordinal).Select(Read)]
            : [];

    private static Procedure Read(string file) =>
        ProcedureFile.TryParse(File.ReadAllText(file), file, out var procedure, out var errors)
            ? procedure
            : throw new InvalidDataException(string.Join(Environment.NewLine, errors));
}
