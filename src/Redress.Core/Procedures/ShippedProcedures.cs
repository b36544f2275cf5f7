using Redress.Core.Procedures.Files;

namespace Redress.Core.Procedures;

/// <summary>The procedures that come with the product, from the files in <c>procedures/</c>.</summary>
public static class ShippedProcedures
{
    private static readonly Lazy<IReadOnlyList<Procedure>> Loaded = new(Load);

    /// <summary>Every one, in order of id.</summary>
    public static IReadOnlyList<Procedure> All => Loaded.Value;

    /// <summary>The procedure of that exact id, or none.</summary>
    public static Procedure? Find(string id) => All.FirstOrDefault(procedure => procedure.Id == id);

    private static IReadOnlyList<Procedure> Load() =>
        [.. ShippedFiles.Read("procedures/").Select(Parse).OrderBy(procedure => procedure.Id, StringComparer.Ordinal)];

    private static Procedure Parse((string Name, string Text) file) =>
        ProcedureFile.TryParse(file.Text, file.Name, out var procedure, out var errors)
            ? procedure
            : throw new InvalidDataException(string.Join(Environment.NewLine, errors));
}
