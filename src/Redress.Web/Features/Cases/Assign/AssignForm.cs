using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Assign;

/// <summary>What page and API ask to make somebody responsible.</summary>
public sealed class AssignForm
{
    [Display(Name = "assign.handler")]
    [Colleague]
    [AtWork]
    public string? Handler { get; set; }

    [Display(Name = "assign.team")]
    [Line]
    public string? Team { get; set; }

    public AssignmentRequest Request() => new(Handler, Team);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotAssign refusal) => refusal == CannotAssign.CaseIsOver ? "" : nameof(Handler);
}
