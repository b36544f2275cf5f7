using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Extend;

/// <summary>What page and API ask about more time for an answer.</summary>
public sealed class ExtendForm
{
    [Display(Name = "extend.until")]
    [Required(ErrorMessage = "extend.until.missing")]
    public DateOnly? Until { get; set; }

    [Display(Name = "extend.reason")]
    [Words]
    public string? Reason { get; set; }

    /// <summary>How the letter that tells them leaves from here; none, or sent, where they are told another way.</summary>
    [Display(Name = "letter.leaves")]
    public Leaves? Leaves { get; set; }

    /// <summary>What that letter says.</summary>
    [Display(Name = "extend.letter")]
    [Words]
    public string? Letter { get; set; }

    [Display(Name = "extend.told_on")]
    public DateOnly? ToldOn { get; set; }

    [Display(Name = "extend.in_writing")]
    public bool InWriting { get; set; }

    [Display(Name = "extend.ombudsman_details")]
    public bool OmbudsmanDetails { get; set; }

    [Display(Name = "extend.agreed")]
    public bool Agreed { get; set; }

    [Display(Name = "extend.approved_by")]
    [Colleague]
    public string? ApprovedBy { get; set; }

    public ExtensionRequest Request() =>
        new(Until!.Value, Reason)
        {
            LeavesBy = Leaves switch
            {
                Cases.Leaves.Email => Channel.Email,
                Cases.Leaves.Post => Channel.Letter,
                _ => null,
            },
            Letter = Letter,
            ToldOn = ToldOn,
            InWriting = InWriting,
            Agreed = Agreed,
            OmbudsmanDetails = OmbudsmanDetails,
            ApprovedBy = string.IsNullOrWhiteSpace(ApprovedBy) ? null : ApprovedBy,
        };

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotExtend refusal) =>
        refusal switch
        {
            CannotExtend.NotLater => nameof(Until),
            CannotExtend.NoReason => nameof(Reason),
            CannotExtend.NoLetter => nameof(Letter),
            CannotExtend.ToldInTheFuture or CannotExtend.ToldBeforeReceipt => nameof(ToldOn),
            _ => "",
        };
}
