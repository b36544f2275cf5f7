using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Commitments;

/// <summary>What page and API ask about a promise that was kept.</summary>
public sealed class KeepForm
{
    [Display(Name = "keep.commitment")]
    [Required(ErrorMessage = "keep.commitment.missing")]
    public int? Commitment { get; set; }

    [Display(Name = "keep.kept_on")]
    [Required(ErrorMessage = "keep.kept_on.missing")]
    public DateOnly? KeptOn { get; set; }

    [Display(Name = "keep.proof")]
    [Words]
    public string? Proof { get; set; }

    public CommitmentProof Request() => new(Commitment!.Value, KeptOn!.Value, Proof);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotKeepCommitment refusal) =>
        refusal switch
        {
            CannotKeepCommitment.NoSuchCommitment => nameof(Commitment),
            CannotKeepCommitment.NoProof => nameof(Proof),
            CannotKeepCommitment.KeptInTheFuture or CannotKeepCommitment.KeptBeforeItWasMade => nameof(KeptOn),
            _ => "",
        };
}
