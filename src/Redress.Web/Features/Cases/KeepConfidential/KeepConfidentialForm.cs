using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.KeepConfidential;

/// <summary>What page and API ask to keep a resident confidential.</summary>
public sealed class KeepConfidentialForm
{
    /// <summary>Which of several complainants; the one who leads if left out.</summary>
    [Display(Name = "complainants.person")]
    public string? Person { get; set; }

    public Decision<CannotKeepConfidential> Decide(Case named, DateOnly today) =>
        Confidentiality.Begin(named, Person ?? named.ComplainantId, today);

    /// <summary>Every refusal is about the case.</summary>
    public static string FieldOf(CannotKeepConfidential _) => "";
}
