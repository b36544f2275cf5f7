using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Respond;

/// <summary>What page and API ask about an answer that was sent, or is to leave from here.</summary>
public sealed class RespondForm : ILetterForm
{
    [Display(Name = "letter.leaves")]
    public Leaves? Leaves { get; set; }

    [Display(Name = "respond.sent_on")]
    [WhereSent(ErrorMessage = "respond.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [Display(Name = "respond.channel")]
    [WhereSent(ErrorMessage = "respond.channel.missing")]
    public Channel? Channel { get; set; }

    [Display(Name = "respond.outcome")]
    [Required(ErrorMessage = "respond.outcome.missing")]
    public Finding? Outcome { get; set; }

    [Display(Name = "respond.letter")]
    [Words]
    public string? Letter { get; set; }

    [Display(Name = "respond.without_advice")]
    public bool WithoutAdvice { get; set; }

    [Display(Name = "respond.override")]
    [Words]
    public string? Override { get; set; }

    [Display(Name = "respond.unheard")]
    [Words]
    public string? Unheard { get; set; }

    public ResponseRequest Request(CurrentPerson person) =>
        new(this.DaySent(), this.By(), Letter, Outcome!.Value)
        {
            WithoutAdvice = WithoutAdvice,
            Override = Override,
            Unheard = Unheard,
            MayOverride = person.May(Act.OverrideGate),
        };

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotRespond refusal) =>
        refusal switch
        {
            CannotRespond.NotInWriting => nameof(Channel),
            CannotRespond.MayNotOverride => nameof(Override),
            CannotRespond.SubjectNotHeard or CannotRespond.ResidentNotHeard => nameof(Unheard),
            CannotRespond.NoLetter or CannotRespond.NoEscalationAdvice => nameof(Letter),
            CannotRespond.SentInTheFuture
            or CannotRespond.SentBeforeReceipt
            or CannotRespond.SentBeforeAcknowledgement => nameof(SentOn),
            _ => "",
        };
}
