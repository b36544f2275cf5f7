using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.OpenIdentity;

/// <summary>What page and API ask to see who a confidential resident is.</summary>
public sealed class OpenIdentityForm
{
    /// <summary>Which of several complainants; needed where there are several.</summary>
    [Display(Name = "complainants.person")]
    public string? Person { get; set; }

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotOpenIdentity refusal) =>
        refusal == CannotOpenIdentity.NobodyChosen ? nameof(Person) : "";
}
