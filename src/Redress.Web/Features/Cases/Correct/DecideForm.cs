using System.ComponentModel.DataAnnotations;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Correct;

/// <summary>What a second person says to a correction.</summary>
public enum CorrectionAnswer
{
    Agree,
    Reject,
}

/// <summary>What the page asks the second person.</summary>
public sealed class DecideForm
{
    [Display(Name = "decide_correction.answer")]
    [Required(ErrorMessage = "decide_correction.answer.missing")]
    public CorrectionAnswer? Answer { get; set; }

    [Display(Name = "decide_correction.reason")]
    [Words]
    public string? Reason { get; set; }
}

/// <summary>Agreeing over the API takes nothing but the wish to.</summary>
public sealed class AgreeForm;

/// <summary>What the API asks of whoever turns a correction down.</summary>
public sealed class RejectForm
{
    [Words]
    public string? Reason { get; set; }
}
