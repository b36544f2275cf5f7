using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.DraftLetter;

/// <summary>What the API asks to keep a letter that is not sent yet.</summary>
public sealed class DraftForm
{
    [Display(Name = "draft.letter")]
    [Words]
    public string? Letter { get; set; }

    [Display(Name = "draft.outcome")]
    public Finding? Outcome { get; set; }

    /// <summary>The number of the draft it was made from; 0 where none was kept yet.</summary>
    [Display(Name = "draft.seen")]
    [Required(ErrorMessage = "draft.seen.missing")]
    public int? Seen { get; set; }

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotKeepDraft refusal) =>
        refusal switch
        {
            CannotKeepDraft.NothingWritten => nameof(Letter),
            CannotKeepDraft.KeptByAnother => nameof(Seen),
            _ => "",
        };
}
