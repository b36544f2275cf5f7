using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.SendHoldingLetter;

/// <summary>What page and API ask about a holding letter that was sent, or is to leave from here.</summary>
public sealed class HoldingLetterForm : ILetterForm
{
    [Display(Name = "letter.leaves")]
    public Leaves? Leaves { get; set; }

    Channel? ILetterForm.Channel => null;

    [Display(Name = "holding_letter.sent_on")]
    [WhereSent(ErrorMessage = "holding_letter.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [Display(Name = "holding_letter.until")]
    [Required(ErrorMessage = "holding_letter.until.missing")]
    public DateOnly? Until { get; set; }

    [Display(Name = "holding_letter.letter")]
    [Words]
    public string? Letter { get; set; }

    public HoldingLetterRequest Request() => new(this.DaySent(), Until!.Value, Letter, this.By());

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotHold refusal) =>
        refusal switch
        {
            CannotHold.NoLetter => nameof(Letter),
            CannotHold.PromisesNoLaterDay => nameof(Until),
            CannotHold.SentInTheFuture or CannotHold.SentBeforeReceipt => nameof(SentOn),
            _ => "",
        };
}
