using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Features.Cases.Subjects;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.NameDecision;

/// <summary>What page and API ask to name the decision that a complaint is about.</summary>
public sealed class NameDecisionForm
{
    [Display(Name = "name_decision.kind")]
    public DecisionKind? Kind { get; set; }

    [Display(Name = "name_decision.made_by")]
    [KnownStaff]
    public string? MadeBy { get; set; }

    [Display(Name = "name_decision.what")]
    [Words]
    public string? What { get; set; }

    public DecisionNamingRequest Request() => new(Kind, MadeBy, What);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotNameDecision refusal) =>
        refusal switch
        {
            CannotNameDecision.NoKind => nameof(Kind),
            CannotNameDecision.NobodyNamed or CannotNameDecision.NamedAlready => nameof(MadeBy),
            CannotNameDecision.NoDecision => nameof(What),
            _ => "",
        };
}
