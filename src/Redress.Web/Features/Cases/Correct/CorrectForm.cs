using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Correct;

/// <summary>What page and API ask about a recorded day that is wrong.</summary>
public sealed class CorrectForm
{
    [Display(Name = "correct.fact")]
    [Required(ErrorMessage = "correct.fact.missing")]
    public CorrectableFact? Fact { get; set; }

    [Display(Name = "correct.stage")]
    public int? Stage { get; set; }

    [Display(Name = "correct.new_value")]
    [Required(ErrorMessage = "correct.new_value.missing")]
    public DateOnly? NewValue { get; set; }

    [Display(Name = "correct.reason")]
    [Words]
    public string? Reason { get; set; }

    [Display(Name = "correct.evidence")]
    [Words]
    public string? Evidence { get; set; }

    public CorrectionRequest Request() => new(Fact!.Value, NewValue!.Value, Reason, Evidence, Stage);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotProposeCorrection refusal) =>
        refusal switch
        {
            CannotProposeCorrection.NothingToCorrect => nameof(Fact),
            CannotProposeCorrection.NoReason => nameof(Reason),
            CannotProposeCorrection.NoEvidence => nameof(Evidence),
            CannotProposeCorrection.SameDay
            or CannotProposeCorrection.InTheFuture
            or CannotProposeCorrection.OutOfOrder
            or CannotProposeCorrection.AnotherProcedureWasInForce => nameof(NewValue),
            _ => "",
        };
}
