using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Points;

/// <summary>What page and API ask to decide a point.</summary>
public sealed class DecidePointForm
{
    /// <summary>Its number within the case.</summary>
    [Display(Name = "decide_point.point")]
    [Required(ErrorMessage = "decide_point.point.missing")]
    public int? Point { get; set; }

    [Display(Name = "decide_point.finding")]
    [Required(ErrorMessage = "decide_point.finding.missing")]
    public Finding? Finding { get; set; }

    [Display(Name = "decide_point.reason")]
    [Words]
    public string? Reason { get; set; }

    [Display(Name = "decide_point.remedy")]
    [Words]
    public string? Remedy { get; set; }

    public PointDecision Request() => new(Point!.Value, Finding!.Value, Reason, Remedy);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotDecidePoint refusal) =>
        refusal switch
        {
            CannotDecidePoint.NoSuchPoint => nameof(Point),
            CannotDecidePoint.NoReason => nameof(Reason),
            _ => "",
        };
}
