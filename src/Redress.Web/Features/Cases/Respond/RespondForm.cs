using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Respond;

/// <summary>What page and API ask about an answer that was sent.</summary>
public sealed class RespondForm
{
    [Display(Name = "respond.sent_on")]
    [Required(ErrorMessage = "respond.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [Display(Name = "respond.channel")]
    [Required(ErrorMessage = "respond.channel.missing")]
    public Channel? Channel { get; set; }

    [Display(Name = "respond.outcome")]
    [Required(ErrorMessage = "respond.outcome.missing")]
    public Finding? Outcome { get; set; }

    [Display(Name = "respond.letter")]
    [Words]
    public string? Letter { get; set; }

    public ResponseRequest Request() => new(SentOn!.Value, Channel!.Value, Letter, Outcome!.Value);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotRespond refusal) =>
        refusal switch
        {
            CannotRespond.NotInWriting => nameof(Channel),
            CannotRespond.NoLetter => nameof(Letter),
            CannotRespond.SentInTheFuture
            or CannotRespond.SentBeforeReceipt
            or CannotRespond.SentBeforeAcknowledgement => nameof(SentOn),
            _ => "",
        };
}
