using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Reopen;

/// <summary>What page and API ask about a case that is opened again.</summary>
public sealed class ReopenForm
{
    [Display(Name = "reopen.on")]
    [Required(ErrorMessage = "reopen.on.missing")]
    public DateOnly? On { get; set; }

    [Display(Name = "reopen.reason")]
    [Words]
    public string? Reason { get; set; }

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotReopen refusal) =>
        refusal switch
        {
            CannotReopen.NoReason => nameof(Reason),
            CannotReopen.InTheFuture or CannotReopen.BeforeTheClosure => nameof(On),
            _ => "",
        };
}
