namespace Redress.Core.Procedures.Files;

/// <summary>Gathers every error of one file, so that its author sees all of them at once.</summary>
internal sealed class ErrorList(string file)
{
    private readonly List<ProcedureError> errors = [];

    public bool Any => errors.Count > 0;

    public void Add(int line, string field, string message) =>
        errors.Add(new ProcedureError(file, line, field, message));

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ProcedureError> InOrder() =>
        [.. errors.OrderBy(error => error.Line).ThenBy(error => error.Field, StringComparer.Ordinal)];
}
