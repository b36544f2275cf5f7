using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.AddComplainant;

/// <summary>What page and API ask about somebody who complains of the same.</summary>
public sealed class AddComplainantForm
{
    [Display(Name = "add_complainant.on")]
    [Required(ErrorMessage = "add_complainant.on.missing")]
    public DateOnly? On { get; set; }

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

    [Display(Name = "log.confidential")]
    public bool Confidential { get; set; }

    /// <summary>Who it is; none where it does not say their name.</summary>
    public CasePersonRow? Person(string caseId) =>
        string.IsNullOrWhiteSpace(Name)
            ? null
            : CasePersonRow.Complainant(caseId, Name, Phone, Email, Address, Postcode);

    public Decision<CannotJoin> Decide(Case joined, CasePersonRow? person, DateOnly today) =>
        Complainants.Join(joined, person?.Id, On!.Value, Confidential, today);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotJoin refusal) =>
        refusal switch
        {
            CannotJoin.NobodyKnown => nameof(Name),
            CannotJoin.InTheFuture or CannotJoin.BeforeReceipt => nameof(On),
            _ => "",
        };
}
