using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.GiveCode;

/// <summary>What page and API ask to give somebody a code.</summary>
public sealed class GiveCodeForm
{
    /// <summary>Which of the complainants; needed where there are several.</summary>
    [Display(Name = "complainants.person")]
    public string? Person { get; set; }

    public static string FieldOf(CannotGiveCode refusal) =>
        refusal is CannotGiveCode.NobodyChosen or CannotGiveCode.NotAComplainant ? nameof(Person) : "";
}
