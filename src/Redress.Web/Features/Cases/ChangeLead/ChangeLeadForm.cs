using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;

namespace Redress.Web.Features.Cases.ChangeLead;

/// <summary>What page and API ask about who leads several complainants.</summary>
public sealed class ChangeLeadForm
{
    [Display(Name = "change_lead.person")]
    [Required(ErrorMessage = "complainants.person.missing")]
    public string? Person { get; set; }

    public Decision<CannotLead> Decide(Case led, DateOnly today) => Complainants.Lead(led, Person, today);

    /// <summary>Every refusal is about the person.</summary>
    public static string FieldOf(CannotLead _) => nameof(Person);
}
