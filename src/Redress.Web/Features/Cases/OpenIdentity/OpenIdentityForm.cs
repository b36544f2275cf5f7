using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.OpenIdentity;

/// <summary>What page and API ask to see who a confidential resident is.</summary>
public sealed class OpenIdentityForm
{
    /// <summary>Which of several complainants; the one who leads if left out.</summary>
    [Display(Name = "complainants.person")]
    public string? Person { get; set; }

    /// <summary>Who is looked for; none where nobody is known.</summary>
    public string? In(Case kept) => Person ?? kept.ComplainantId;

    /// <summary>Every refusal is about the case.</summary>
    public static string FieldOf(CannotOpenIdentity _) => "";
}
