using Redress.Core.Procedures.Files;

namespace Redress.Core.Procedures;

/// <summary>The editions of the Codes that come with the product, from the files in <c>codes/</c>.</summary>
public static class ShippedCodes
{
    private static readonly Lazy<IReadOnlyList<CodeEdition>> Loaded = new(Load);

    /// <summary>Every one, in order of id.</summary>
    public static IReadOnlyList<CodeEdition> All => Loaded.Value;

    /// <summary>The edition of that exact id, or none.</summary>
    public static CodeEdition? Find(string id) => All.FirstOrDefault(edition => edition.Id == id);

    private static IReadOnlyList<CodeEdition> Load() =>
        [.. ShippedFiles.Read("codes/").Select(Parse).OrderBy(edition => edition.Id, StringComparer.Ordinal)];

    private static CodeEdition Parse((string Name, string Text) file) =>
        CodeEditionFile.TryParse(file.Text, file.Name, out var edition, out var errors)
            ? edition
            : throw new InvalidDataException(string.Join(Environment.NewLine, errors));
}
