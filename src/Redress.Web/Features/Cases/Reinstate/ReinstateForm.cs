using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Reinstate;

/// <summary>What page and API ask about a refused complaint that is accepted after all.</summary>
public sealed class ReinstateForm
{
    [Display(Name = "reinstate.on")]
    [Required(ErrorMessage = "reinstate.on.missing")]
    public DateOnly? On { get; set; }

    [Display(Name = "reinstate.reason")]
    [Words]
    public string? Reason { get; set; }

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotReinstate refusal) =>
        refusal switch
        {
            CannotReinstate.NoReason => nameof(Reason),
            CannotReinstate.InTheFuture or CannotReinstate.BeforeTheRefusal => nameof(On),
            _ => "",
        };
}
