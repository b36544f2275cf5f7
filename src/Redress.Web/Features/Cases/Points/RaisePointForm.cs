using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Points;

/// <summary>What page and API ask to separate a point out of a complaint.</summary>
public sealed class RaisePointForm
{
    [Display(Name = "raise_point.text")]
    [Words]
    public string? Text { get; set; }

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotRaisePoint refusal) => refusal == CannotRaisePoint.NoText ? nameof(Text) : "";
}
