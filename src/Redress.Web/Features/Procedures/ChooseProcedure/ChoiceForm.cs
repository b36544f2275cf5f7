using System.ComponentModel.DataAnnotations;
using Redress.Core.Procedures;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Procedures.ChooseProcedure;

/// <summary>What the page asks about which procedure applies.</summary>
public sealed class ChoiceForm
{
    [Display(Name = "choice.kind")]
    [Required(ErrorMessage = "choice.kind.missing")]
    public CaseKind? Kind { get; set; }

    [Display(Name = "choice.procedure")]
    [Required(ErrorMessage = "choice.procedure.missing")]
    [Line]
    public string? Procedure { get; set; }

    [Display(Name = "choice.from")]
    [Required(ErrorMessage = "choice.from.missing")]
    public DateOnly? From { get; set; }

    public ProcedureChoice Choice() => new(Kind!.Value, Procedure!, From!.Value);

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotChooseProcedure refusal) =>
        refusal switch
        {
            CannotChooseProcedure.DoesNotCoverTheKind => nameof(Kind),
            CannotChooseProcedure.NotInForceThen => nameof(From),
            _ => nameof(Procedure),
        };
}
