using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.GiveHearingNotice;

/// <summary>What page and API ask about a notice of a hearing that was sent, or is to leave from here.</summary>
public sealed class HearingNoticeForm : ILetterForm
{
    [Display(Name = "letter.leaves")]
    public Leaves? Leaves { get; set; }

    [Display(Name = "hearing_notice.sent_on")]
    [WhereSent(ErrorMessage = "hearing_notice.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [Display(Name = "hearing_notice.channel")]
    [WhereSent(ErrorMessage = "hearing_notice.channel.missing")]
    public Channel? Channel { get; set; }

    [Display(Name = "hearing_notice.hearing_on")]
    [Required(ErrorMessage = "hearing_notice.hearing_on.missing")]
    public DateOnly? HearingOn { get; set; }

    [Display(Name = "hearing_notice.letter")]
    [Words]
    public string? Letter { get; set; }

    public HearingNoticeRequest Request() => new(this.DaySent(), this.By(), HearingOn!.Value, Letter);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotGiveHearingNotice refusal) =>
        refusal switch
        {
            CannotGiveHearingNotice.NotInWriting => nameof(Channel),
            CannotGiveHearingNotice.NoLetter => nameof(Letter),
            CannotGiveHearingNotice.HearingNotAfterNotice => nameof(HearingOn),
            CannotGiveHearingNotice.SentInTheFuture or CannotGiveHearingNotice.SentBeforeTheRequest => nameof(SentOn),
            _ => "",
        };
}
