using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.AgreeServiceRequest;

/// <summary>What page and API ask about a resident who agreed to a service request, and about the letter that tells them so.</summary>
public sealed class AgreeServiceRequestForm : ILetterForm
{
    [Display(Name = "agree_service_request.agreed_by")]
    public string? AgreedBy { get; set; }

    [Display(Name = "agree_service_request.agreed_on")]
    [Required(ErrorMessage = "agree_service_request.agreed_on.missing")]
    public DateOnly? AgreedOn { get; set; }

    [Display(Name = "agree_service_request.how")]
    [Required(ErrorMessage = "agree_service_request.how.missing")]
    public Channel? How { get; set; }

    [Display(Name = "agree_service_request.said")]
    [Words]
    public string? Said { get; set; }

    [Display(Name = "agree_service_request.about")]
    [Words]
    public string? About { get; set; }

    [Display(Name = "agree_service_request.service")]
    [Line]
    public string? Service { get; set; }

    [Display(Name = "agree_service_request.letter")]
    [Words]
    public string? Letter { get; set; }

    [Display(Name = "agree_service_request.letter_has")]
    public bool KeepsTheRight { get; set; }

    [Display(Name = "agree_service_request.letter_has")]
    public bool GivesOmbudsman { get; set; }

    [Display(Name = "letter.leaves")]
    public Leaves? Leaves { get; set; }

    [Display(Name = "agree_service_request.sent_on")]
    [WhereSent(ErrorMessage = "agree_service_request.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [Display(Name = "agree_service_request.channel")]
    [WhereSent(ErrorMessage = "agree_service_request.channel.missing")]
    public Channel? Channel { get; set; }

    public AgreedServiceRequest Request() =>
        new(AgreedBy, AgreedOn!.Value, How!.Value, Said, About, Service)
        {
            SentOn = this.DaySent(),
            Channel = this.By(),
            Letter = Letter,
            KeepsTheRight = KeepsTheRight,
            GivesOmbudsman = GivesOmbudsman,
        };

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotAgreeServiceRequest refusal) =>
        refusal switch
        {
            CannotAgreeServiceRequest.NobodyAgreed
            or CannotAgreeServiceRequest.NotInTheCase
            or CannotAgreeServiceRequest.OthersComplainToo
            or CannotAgreeServiceRequest.NoAuthority => nameof(AgreedBy),
            CannotAgreeServiceRequest.AgreedInTheFuture or CannotAgreeServiceRequest.AgreedBeforeReceipt => nameof(
                AgreedOn
            ),
            CannotAgreeServiceRequest.NothingSaid => nameof(Said),
            CannotAgreeServiceRequest.NothingAsked => nameof(About),
            CannotAgreeServiceRequest.NoService => nameof(Service),
            CannotAgreeServiceRequest.NoLetter => nameof(Letter),
            CannotAgreeServiceRequest.RightNotKept => nameof(KeepsTheRight),
            CannotAgreeServiceRequest.OmbudsmanNotGiven => nameof(GivesOmbudsman),
            CannotAgreeServiceRequest.NotInWriting => nameof(Channel),
            CannotAgreeServiceRequest.SentInTheFuture or CannotAgreeServiceRequest.SentBeforeTheAgreement => nameof(
                SentOn
            ),
            _ => "",
        };
}
