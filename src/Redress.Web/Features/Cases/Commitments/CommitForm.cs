using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Commitments;

/// <summary>What page and API ask about a promise to a resident.</summary>
public sealed class CommitForm
{
    [Display(Name = "commit.what")]
    [Words]
    public string? What { get; set; }

    [Display(Name = "commit.due_on")]
    [Required(ErrorMessage = "commit.due_on.missing")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "commit.owner")]
    [Colleague]
    public string? Owner { get; set; }

    [Display(Name = "commit.point")]
    public int? Point { get; set; }

    /// <summary>In pounds, where it is a payment.</summary>
    [Display(Name = "commit.amount")]
    public decimal? Amount { get; set; }

    public CommitmentRequest Request() => new(What, DueOn!.Value, Owner, Point, Amount);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotCommit refusal) =>
        refusal switch
        {
            CannotCommit.NothingPromised => nameof(What),
            CannotCommit.NoOwner => nameof(Owner),
            CannotCommit.DueInThePast => nameof(DueOn),
            CannotCommit.NoSuchPoint => nameof(Point),
            CannotCommit.NotAnAmount => nameof(Amount),
            _ => "",
        };
}
