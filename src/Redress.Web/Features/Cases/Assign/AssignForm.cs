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

    /// <summary>Why it is them.</summary>
    [Display(Name = "assign.why")]
    [Words]
    public string? Why { get; set; }

    public AssignmentRequest Request() => new(Handler, Team, Why);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotAssign refusal) =>
        refusal switch
        {
            CannotAssign.CaseIsOver => "",
            CannotAssign.MadeTheDecisionNeedsReason
            or CannotAssign.ManagesWhoMadeTheDecisionNeedsReason
            or CannotAssign.ManagesTheSubjectNeedsReason
            or CannotAssign.SameTeamAsBeforeNeedsReason
            or CannotAssign.OtherServiceNeedsReason
            or CannotAssign.AnotherTeamIsFirstNeedsReason => nameof(Why),
            _ => nameof(Handler),
        };
}
