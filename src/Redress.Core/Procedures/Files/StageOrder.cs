namespace Redress.Core.Procedures.Files;

/// <summary>Stages are numbered 1, 2, 3 in order. A stage 0 exists only in procedures kept for history (F102, F176).</summary>
internal static class StageOrder
{
    /// <summary>The stage's number, or the next in order where the file gives none that can be read.</summary>
    public static int Read(FieldReader stage, IReadOnlyList<StageRules> earlier, bool historyOnly)
    {
        if (stage.NumberOrNull("stage") is not { } number)
        {
            return Next(earlier);
        }
        if (earlier.Any(other => other.Number == number))
        {
            stage.Error("stage", $"two stages are numbered {number}; number each once, in order");
        }
        else if (number == 0 && !historyOnly)
        {
            stage.Error(
                "stage",
                "a stage before stage 1 is not allowed, whatever it is called; remove it, "
                    + "or set \"history_only\" to true for a procedure that only explains old cases"
            );
        }
        else if (number < 0 || (number == 0 && earlier.Count > 0) || (number > 0 && number != Next(earlier)))
        {
            stage.Error("stage", $"stages must be in order without a gap; {Next(earlier)} is expected here");
        }
        return number;
    }

    private static int Next(IReadOnlyList<StageRules> earlier) => earlier.Count == 0 ? 1 : earlier[^1].Number + 1;
}
