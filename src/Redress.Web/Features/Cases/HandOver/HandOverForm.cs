using System.ComponentModel.DataAnnotations;

namespace Redress.Web.Features.Cases.HandOver;

/// <summary>What page and API ask to give many cases to colleagues.</summary>
public class HandOverForm
{
    [Display(Name = "hand_over.to")]
    [Required(ErrorMessage = "hand_over.to.missing")]
    [MinLength(1, ErrorMessage = "hand_over.to.missing")]
    [Colleague]
    [AtWork]
    public string[]? To { get; set; }

    /// <summary>Whether each resident is written to.</summary>
    [Display(Name = "hand_over.tell")]
    public bool Tell { get; set; }
}

/// <summary>The same for chosen cases.</summary>
public sealed class GiveForm : HandOverForm
{
    [Display(Name = "hand_over.cases")]
    [Required(ErrorMessage = "hand_over.cases.missing")]
    [MinLength(1, ErrorMessage = "hand_over.cases.missing")]
    public string[]? Cases { get; set; }
}
