using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Refuse;

/// <summary>What page and API ask about a refusal that is proposed.</summary>
public class ProposeRefusalForm
{
    /// <summary>As the procedure names it.</summary>
    [Display(Name = "refuse.ground")]
    [Required(ErrorMessage = "refuse.ground.missing")]
    [Line]
    public string? Ground { get; set; }

    /// <summary>Its reference; asked for by the grounds that say that the matter was answered before.</summary>
    [Display(Name = "refuse.earlier_case")]
    [Line]
    public string? EarlierCase { get; set; }

    [Display(Name = "refuse.reason")]
    [Words]
    public string? Reason { get; set; }

    [Display(Name = "refuse.letter")]
    [Words]
    public string? Letter { get; set; }

    [Display(Name = "refuse.letter_has")]
    public bool GivesReasons { get; set; }

    [Display(Name = "refuse.letter_has")]
    public bool GivesOmbudsman { get; set; }

    /// <summary>Only a case that the current person may see can be named as the earlier one.</summary>
    public async Task<RefusalRequest> RequestAsync(CaseDesk desk, CancellationToken cancel) =>
        new(Ground!, Reason, Letter)
        {
            GivesReasons = GivesReasons,
            GivesOmbudsman = GivesOmbudsman,
            EarlierCase =
                Grounds.NamesEarlierCase(Ground!) && !string.IsNullOrWhiteSpace(EarlierCase)
                    ? await desk.ReadAsync(EarlierCase, Purpose.Show, cancel)
                    : null,
        };

    /// <summary>The field a refusal to refuse is about; none where it is about the case.</summary>
    public static string FieldOf(CannotRefuse refusal) =>
        refusal switch
        {
            CannotRefuse.NotAGround
            or CannotRefuse.ConductNeedsTwo
            or CannotRefuse.MatterNotDated
            or CannotRefuse.NotTooOld
            or CannotRefuse.AcceptedAllTheSame
            or CannotRefuse.NotLate => nameof(Ground),
            CannotRefuse.NoEarlierCase or CannotRefuse.EarlierCaseNotAnswered => nameof(EarlierCase),
            CannotRefuse.NoReason => nameof(Reason),
            CannotRefuse.NoLetter => nameof(Letter),
            CannotRefuse.ReasonsNotGiven => nameof(GivesReasons),
            CannotRefuse.OmbudsmanNotGiven => nameof(GivesOmbudsman),
            CannotRefuse.NotInWriting => nameof(RefuseForm.Channel),
            CannotRefuse.SentInTheFuture or CannotRefuse.SentBeforeReceipt => nameof(RefuseForm.SentOn),
            _ => "",
        };
}

/// <summary>The same of a refusal that was made, with the letter sent.</summary>
public sealed class RefuseForm : ProposeRefusalForm, ILetterForm
{
    [Display(Name = "letter.leaves")]
    public Leaves? Leaves { get; set; }

    [Display(Name = "refuse.sent_on")]
    [WhereSent(ErrorMessage = "refuse.sent_on.missing")]
    public DateOnly? SentOn { get; set; }

    [Display(Name = "refuse.channel")]
    [WhereSent(ErrorMessage = "refuse.channel.missing")]
    public Channel? Channel { get; set; }

    public RefusalLetter Sent() => new(this.DaySent(), this.By());
}
