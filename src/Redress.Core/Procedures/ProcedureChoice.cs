namespace Redress.Core.Procedures;

/// <summary>The landlord's choice of a procedure for one kind of case. It holds until a later one takes its place.</summary>
/// <param name="Kind">For which kind of case.</param>
/// <param name="ProcedureId">Which procedure.</param>
/// <param name="From">The first day of receipt, or of asking for a stage, that it applies to.</param>
public sealed record ProcedureChoice(CaseKind Kind, string ProcedureId, DateOnly From)
{
    /// <summary>
    /// Why the choice cannot be made, or none where it can. Cases and stages begun before its day keep what they have
    /// (ruling 8).
    /// </summary>
    public static CannotChooseProcedure? Refusal(ProcedureChoice choice, Procedure? procedure) =>
        procedure is null ? CannotChooseProcedure.NoSuchProcedure
        : procedure.For(choice.Kind)?.Stage(0) is not null ? CannotChooseProcedure.HasAnInformalStage
        : procedure.HistoryOnly ? CannotChooseProcedure.OnlyExplainsHistory
        : procedure.For(choice.Kind) is null ? CannotChooseProcedure.DoesNotCoverTheKind
        : !procedure.IsInForce(choice.From) ? CannotChooseProcedure.NotInForceThen
        : null;
}

/// <summary>Why a procedure cannot be chosen.</summary>
public enum CannotChooseProcedure
{
    /// <summary>There is none of that id.</summary>
    NoSuchProcedure,

    /// <summary>It only explains old cases.</summary>
    OnlyExplainsHistory,

    /// <summary>It has a stage before stage 1, which no new case may be put through.</summary>
    HasAnInformalStage,

    /// <summary>It says nothing about that kind of case.</summary>
    DoesNotCoverTheKind,

    /// <summary>It is not in force on the day chosen.</summary>
    NotInForceThen,
}
