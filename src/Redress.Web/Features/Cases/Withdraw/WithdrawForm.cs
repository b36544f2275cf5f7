using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Withdraw;

/// <summary>What page and API ask about a resident who goes no further.</summary>
public sealed class WithdrawForm
{
    [Display(Name = "withdraw.on")]
    [Required(ErrorMessage = "withdraw.on.missing")]
    public DateOnly? On { get; set; }

    [Display(Name = "withdraw.how")]
    [Required(ErrorMessage = "withdraw.how.missing")]
    public WithdrawalMethod? How { get; set; }

    [Display(Name = "withdraw.reason")]
    [Words]
    public string? Reason { get; set; }

    public WithdrawalRequest Request() => new(On!.Value, How!.Value, Reason);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotWithdraw refusal) =>
        refusal switch
        {
            CannotWithdraw.NoReason => nameof(Reason),
            CannotWithdraw.InTheFuture or CannotWithdraw.BeforeReceipt => nameof(On),
            _ => "",
        };
}
