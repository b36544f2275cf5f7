namespace Redress.Core.Procedures;

/// <summary>Something wrong in a file of rules, with how to put it right.</summary>
/// <param name="File">The file's name, as the reader of the message knows it.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Field">The path of the field, for example <c>kinds.complaint.stages[0].duties[1].within</c>.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record ProcedureError(string File, int Line, string Field, string Message)
{
    /// <summary>One line naming file, line and field.</summary>
    public override string ToString() => $"{File}, line {Line}, {Field}: {Message}";

    /// <summary>One line for all that is wrong: the first, and how many there are besides.</summary>
    public static string Summary(IReadOnlyList<ProcedureError> errors) =>
        errors.Count == 1 ? $"{errors[0]}" : $"{errors[0]} (and {errors.Count - 1} more after it)";
}
