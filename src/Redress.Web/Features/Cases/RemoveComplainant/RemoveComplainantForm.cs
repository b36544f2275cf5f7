using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.RemoveComplainant;

/// <summary>What page and API ask about one of several complainants who goes no further.</summary>
public sealed class RemoveComplainantForm
{
    [Display(Name = "remove_complainant.person")]
    [Required(ErrorMessage = "complainants.person.missing")]
    public string? Person { get; set; }

    [Display(Name = "withdraw.on")]
    [Required(ErrorMessage = "withdraw.on.missing")]
    public DateOnly? On { get; set; }

    [Display(Name = "withdraw.how")]
    [Required(ErrorMessage = "withdraw.how.missing")]
    public WithdrawalMethod? How { get; set; }

    [Display(Name = "withdraw.reason")]
    [Words]
    public string? Reason { get; set; }

    public Decision<CannotLeave> Decide(Case left, DateOnly today) =>
        Complainants.Leave(left, Person, On!.Value, How!.Value, Reason, today);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotLeave refusal) =>
        refusal switch
        {
            CannotLeave.NotAComplainant => nameof(Person),
            CannotLeave.NoReason => nameof(Reason),
            CannotLeave.InTheFuture or CannotLeave.BeforeReceipt => nameof(On),
            _ => "",
        };
}
