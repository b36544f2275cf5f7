using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Restrict;

/// <summary>What page and API ask of whoever lifts a restriction.</summary>
public sealed class LiftRestrictionForm
{
    /// <summary>Who; needed where several are restricted.</summary>
    [Display(Name = "restrict.person")]
    public string? Person { get; set; }

    [Display(Name = "lift_restriction.reason")]
    [Words]
    public string? Reason { get; set; }

    public static string FieldOf(CannotLiftRestriction refusal) =>
        refusal == CannotLiftRestriction.NoReason ? nameof(Reason) : nameof(Person);
}
