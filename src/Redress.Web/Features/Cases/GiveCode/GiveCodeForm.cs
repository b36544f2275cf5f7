using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.GiveCode;

/// <summary>What page and API ask to give somebody a code.</summary>
public sealed class GiveCodeForm
{
    /// <summary>Which of several complainants; the one who leads if left out.</summary>
    [Display(Name = "complainants.person")]
    public string? Person { get; set; }

    /// <summary>Who gets it; none where nobody is known.</summary>
    public string? In(Case followed) => Person ?? followed.ComplainantId;

    public static string FieldOf(CannotGiveCode refusal) =>
        refusal == CannotGiveCode.NotAComplainant ? nameof(Person) : "";
}
