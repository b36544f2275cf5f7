using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.CorrectContact;

/// <summary>
/// What page and API ask to put right how somebody is called and reached. What is left out stays as it is, so that whoever
/// corrects a confidential resident need not be shown them.
/// </summary>
public sealed class CorrectContactForm
{
    /// <summary>Which of the people in the case; needed where several complain.</summary>
    [Display(Name = "complainants.person")]
    public string? Person { get; set; }

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

    /// <summary>With it goes the postcode: without one, none is known of the new address.</summary>
    [Display(Name = "log.address")]
    [Line]
    public string? Address { get; set; }

    [Display(Name = "log.postcode")]
    [Line]
    public string? Postcode { get; set; }

    [Display(Name = "correct_contact.forget")]
    public bool ForgetPhone { get; set; }

    [Display(Name = "correct_contact.forget")]
    public bool ForgetEmail { get; set; }

    [Display(Name = "correct_contact.forget")]
    public bool ForgetAddress { get; set; }

    [Display(Name = "correct_contact.reason")]
    [Words]
    public string? Reason { get; set; }

    /// <summary>Who is corrected; none where nobody is known, or nobody says which of several.</summary>
    public string? In(Case corrected) => Person ?? (corrected.Complainants.Count > 1 ? null : corrected.ComplainantId);

    /// <summary>Somebody as they are with what was filled in.</summary>
    public CasePersonRow Corrected(CasePersonRow was) =>
        was with
        {
            Name = Name ?? was.Name,
            Phone = Phone ?? (ForgetPhone ? null : was.Phone),
            Email = Email ?? (ForgetEmail ? null : was.Email),
            Address = Address ?? (ForgetAddress ? null : was.Address),
            Postcode = Postcode ?? (ForgetAddress || Address is not null ? null : was.Postcode),
        };

    public Decision<CannotCorrectContact> Decide(Case corrected, CasePersonRow? was, CaseDesk desk) =>
        ContactCorrection.Decide(
            corrected,
            was?.Id,
            was?.Details(),
            was is null ? null : Corrected(was).Details(),
            Reason,
            desk.CanMail,
            desk.Today,
            new(
                Name is not null,
                Phone is not null || ForgetPhone,
                Email is not null || ForgetEmail,
                Address is not null || Postcode is not null || ForgetAddress
            )
        );

    /// <summary>The field a refusal is about; none where it is about all of them.</summary>
    public static string FieldOf(CannotCorrectContact refusal) =>
        refusal == CannotCorrectContact.NotInTheCase ? nameof(Person) : "";
}
