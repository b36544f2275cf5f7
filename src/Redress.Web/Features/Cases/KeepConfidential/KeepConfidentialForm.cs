using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.KeepConfidential;

/// <summary>What page and API ask to keep a resident confidential.</summary>
public sealed class KeepConfidentialForm
{
    /// <summary>Which of several complainants; needed where there are several.</summary>
    [Display(Name = "complainants.person")]
    public string? Person { get; set; }

    public Decision<CannotKeepConfidential> Decide(Case named, DateOnly today) =>
        Confidentiality.Begin(named, Person, today);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotKeepConfidential refusal) =>
        refusal == CannotKeepConfidential.NobodyChosen ? nameof(Person) : "";
}
