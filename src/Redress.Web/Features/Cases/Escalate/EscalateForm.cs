using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Escalate;

/// <summary>What page and API ask about a resident who asks for the next stage.</summary>
public sealed class EscalateForm
{
    [Display(Name = "escalate.on")]
    [Required(ErrorMessage = "escalate.on.missing")]
    public DateOnly? On { get; set; }

    [Display(Name = "escalate.reason")]
    [Words]
    public string? Reason { get; set; }

    /// <summary>Asked for only where the case has no owner.</summary>
    [Display(Name = "escalate.handler")]
    [Colleague]
    [AtWork]
    public string? Handler { get; set; }

    /// <summary>Asked for only where the stage is not answered.</summary>
    [Display(Name = "escalate.override")]
    [Words]
    public string? Override { get; set; }

    public EscalationRequest Request() => new(On!.Value, Reason, Handler, Override);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotEscalate refusal) =>
        refusal switch
        {
            CannotEscalate.NotAnswered => nameof(Override),
            CannotEscalate.NoHandler
            or CannotEscalate.DecidedAnEarlierStage
            or CannotEscalate.SubjectOfTheComplaint
            or CannotEscalate.NotAReader => nameof(Handler),
            CannotEscalate.InTheFuture or CannotEscalate.BeforeTheAnswer or CannotEscalate.NoFurtherStage => nameof(On),
            _ => "",
        };
}
