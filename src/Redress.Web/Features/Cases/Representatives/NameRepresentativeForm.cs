using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Representatives;

/// <summary>What page and API ask about somebody who says that they act for a resident.</summary>
public sealed class NameRepresentativeForm
{
    /// <summary>For which of several complainants; needed where there are several.</summary>
    [Display(Name = "representative.for")]
    public string? For { get; set; }

    [Display(Name = "representative.kind")]
    [Required(ErrorMessage = "representative.kind.missing")]
    public RepresentativeKind? Kind { get; set; }

    [Display(Name = "log.name")]
    [Line]
    public string? Name { get; set; }

    [Display(Name = "log.phone")]
    [Line]
    public string? Phone { get; set; }

    [Display(Name = "log.email")]
    [Line]
    [MailAddressed]
    public string? Email { get; set; }

    [Display(Name = "log.address")]
    [Line]
    public string? Address { get; set; }

    [Display(Name = "log.postcode")]
    [Line]
    public string? Postcode { get; set; }

    /// <summary>Who it is; none where it does not say their name.</summary>
    public CasePersonRow? Person(string caseId) =>
        string.IsNullOrWhiteSpace(Name)
            ? null
            : CasePersonRow.Complainant(caseId, Name, Phone, Email, Address, Postcode) with
            {
                Role = PersonRole.Representative,
            };

    public Decision<CannotNameRepresentative> Decide(Case of, CasePersonRow? person, DateOnly today) =>
        Representation.Name(of, person?.Id, For, Kind!.Value, today);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotNameRepresentative refusal) =>
        refusal switch
        {
            CannotNameRepresentative.NobodyKnown => nameof(Name),
            CannotNameRepresentative.NobodyComplains => "",
            _ => nameof(For),
        };
}
