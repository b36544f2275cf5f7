using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.GiveCode;

/// <summary>What page and API ask to give somebody a code.</summary>
public sealed class GiveCodeForm
{
    /// <summary>Which of the complainants; needed where there are several.</summary>
    [Display(Name = "complainants.person")]
    public string? Person { get; set; }

    /// <summary>Who gets it; none where nobody is known, or nobody says which of several.</summary>
    public string? In(Case followed) => Person ?? (followed.Complainants.Count > 1 ? null : followed.ComplainantId);

    public static string FieldOf(CannotGiveCode refusal) =>
        refusal == CannotGiveCode.NotAComplainant ? nameof(Person) : "";
}
