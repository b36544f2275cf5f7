using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Acknowledge;

/// <summary>What page and API ask about an acknowledgement that was sent, or is to leave from here.</summary>
public sealed class AcknowledgeForm : ILetterForm
{
    [Display(Name = "letter.leaves")]
    public Leaves? Leaves { get; set; }

    [Display(Name = "acknowledge.sent_on")]
    [WhereSent(ErrorMessage = "acknowledge.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [Display(Name = "acknowledge.channel")]
    [WhereSent(ErrorMessage = "acknowledge.channel.missing")]
    public Channel? Channel { get; set; }

    [Display(Name = "acknowledge.letter")]
    [Words]
    public string? Letter { get; set; }

    [Display(Name = "acknowledge.names_handler")]
    public bool NamesHandler { get; set; }

    public AcknowledgementRequest Request() => new(this.DaySent(), this.By(), Letter, NamesHandler);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotAcknowledge refusal) =>
        refusal switch
        {
            CannotAcknowledge.NotInWriting => nameof(Channel),
            CannotAcknowledge.NoLetter => nameof(Letter),
            CannotAcknowledge.HandlerNotNamed => nameof(NamesHandler),
            CannotAcknowledge.SentInTheFuture or CannotAcknowledge.SentBeforeReceipt => nameof(SentOn),
            _ => "",
        };
}
