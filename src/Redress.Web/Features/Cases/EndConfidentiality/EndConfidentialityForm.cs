using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.EndConfidentiality;

/// <summary>What page and API ask about a confidential resident who agreed to be known.</summary>
public sealed class EndConfidentialityForm
{
    /// <summary>Which of several complainants; needed where there are several.</summary>
    [Display(Name = "complainants.person")]
    public string? Person { get; set; }

    [Display(Name = "end_confidentiality.on")]
    [Required(ErrorMessage = "end_confidentiality.on.missing")]
    public DateOnly? On { get; set; }

    [Display(Name = "end_confidentiality.consent")]
    [Words]
    public string? Consent { get; set; }

    public Decision<CannotEndConfidentiality> Decide(Case kept, DateOnly today) =>
        Confidentiality.End(kept, Person, On!.Value, Consent, today);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotEndConfidentiality refusal) =>
        refusal switch
        {
            CannotEndConfidentiality.NobodyChosen => nameof(Person),
            CannotEndConfidentiality.NoConsent => nameof(Consent),
            CannotEndConfidentiality.InTheFuture => nameof(On),
            _ => "",
        };
}
