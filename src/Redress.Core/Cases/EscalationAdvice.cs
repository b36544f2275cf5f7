namespace Redress.Core.Cases;

/// <summary>
/// What the letter of every answer says at its end: how to go further, and the Ombudsman. The Code asks for it at each
/// stage.
/// </summary>
public static class EscalationAdvice
{
    /// <summary>Whether a letter names the next stage, where there is one, and each ombudsman the case goes to.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="answered">The case.</param>
    /// <param name="rules">The landlord's rules.</param>
    public static bool IsIn(string letter, Case answered, Rules rules)
    {
        var next = answered.Stage + 1;
        var hasNext = rules.Find(answered.CurrentStage.ProcedureId)?.For(answered.Kind)?.Stage(next) is not null;
        return Says(letter, "ombudsman")
            && (!hasNext || Says(letter, $"stage {next}"))
            && (answered.Ombudsman == Ombudsman.Housing || Says(letter, "local government"))
            && (answered.Ombudsman != Ombudsman.Both || Says(letter, "housing ombudsman"));
    }

    private static bool Says(string letter, string words) => letter.Contains(words, StringComparison.OrdinalIgnoreCase);
}
