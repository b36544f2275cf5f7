using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.Close;

/// <summary>What page and API ask about closing a case.</summary>
public sealed class CloseForm
{
    [Display(Name = "close.on")]
    [Required(ErrorMessage = "close.on.missing")]
    public DateOnly? On { get; set; }

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotClose refusal) =>
        refusal switch
        {
            CannotClose.InTheFuture or CannotClose.BeforeItsAction => nameof(On),
            _ => "",
        };
}
