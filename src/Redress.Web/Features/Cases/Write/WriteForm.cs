using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Write;

/// <summary>What page and API ask about a message to the resident, which leaves from here.</summary>
public sealed class WriteForm : ILetterForm
{
    /// <summary>Somebody who acts for a resident; left out where it is to whoever the case's letters go to.</summary>
    [Display(Name = "write.to")]
    public string? To { get; set; }

    [Display(Name = "write.text")]
    [Words]
    public string? Letter { get; set; }

    [Display(Name = "letter.leaves")]
    [Required(ErrorMessage = "write.leaves.missing")]
    public Leaves? Leaves { get; set; }

    DateOnly? ILetterForm.SentOn => null;

    Channel? ILetterForm.Channel => null;

    public static string FieldOf(CannotWrite refusal) => refusal == CannotWrite.NoText ? nameof(Letter) : nameof(To);
}
