namespace Redress.Core.Cases;

/// <summary>Why what a case is to pay cannot be approved.</summary>
public enum CannotApproveSettlement
{
    /// <summary>Its stage is answered, or it is over.</summary>
    NothingToAnswer,

    /// <summary>No money is promised, or it was approved already.</summary>
    NothingToApprove,

    /// <summary>Whoever has the stage does not approve their own answer.</summary>
    TheirOwnAnswer,

    /// <summary>They decided an earlier stage, and this one must be decided by somebody else (ruling 12).</summary>
    DecidedAnEarlierStage,

    /// <summary>It is more than they may settle themselves.</summary>
    AboveTheirLimit,
}

/// <summary>
/// What is promised in money, and who may say so. Whoever answers settles alone up to the limit of their grade; above it,
/// somebody else whose limit covers it approves first. A landlord that sets no limits is asked for nothing.
/// </summary>
public static class Settlement
{
    /// <summary>Everything that is promised to be paid in a case, paid or not, in pounds.</summary>
    public static decimal Total(Case of) => of.Commitments.Sum(promise => promise.Amount ?? 0);

    /// <summary>
    /// Up to how many pounds somebody settles alone on a day; none where no limit is set for anybody. Whose grade is not said,
    /// and whoever is below every grade with a limit, settles nothing in money.
    /// </summary>
    public static int? LimitOf(string person, Rules rules, DateOnly on)
    {
        var limits = rules
            .SettlementLimits.Where(limit => limit.From <= on)
            .GroupBy(limit => limit.Grade)
            .Select(one => one.MaxBy(limit => limit.From)!)
            .ToList();
        var grade = rules.Organisation.GradeOf(person, on);
        return limits.Count == 0
            ? null
            : limits.Where(limit => limit.Grade <= grade).Max(limit => (int?)limit.Pounds) ?? 0;
    }

    /// <summary>Whether an answer by somebody waits for another to approve what it is to pay.</summary>
    public static bool NeedsApproval(Case of, string decidedBy, Rules rules, DateOnly on) =>
        Total(of) > Math.Max(LimitOf(decidedBy, rules, on) ?? decimal.MaxValue, of.CurrentStage.Approved ?? 0);

    /// <summary>Approves what is promised until now: what is promised after it needs approval again.</summary>
    public static Decision<CannotApproveSettlement> Approve(
        Case of,
        string? note,
        string approvedBy,
        Rules rules,
        DateOnly today
    )
    {
        var (stage, total) = (of.CurrentStage, Total(of));
        return of.IsOver || stage.RespondedOn is not null ? CannotApproveSettlement.NothingToAnswer
            : total <= (stage.Approved ?? 0) ? CannotApproveSettlement.NothingToApprove
            : stage.Handler == approvedBy ? CannotApproveSettlement.TheirOwnAnswer
            : Deciders.BarredFrom(of).Contains(approvedBy) ? CannotApproveSettlement.DecidedAnEarlierStage
            : total > (LimitOf(approvedBy, rules, today) ?? decimal.MaxValue) ? CannotApproveSettlement.AboveTheirLimit
            : new SettlementApproved(today, stage.Number, total, Words.From(note));
    }
}
