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
    /// <summary>Which of the people in the case; needed where there are several.</summary>
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

    /// <summary>Somebody as they are with what was filled in.</summary>
    private CasePersonRow Corrected(CasePersonRow was) =>
        was with
        {
            Name = Name ?? was.Name,
            Phone = Phone ?? (ForgetPhone ? null : was.Phone),
            Email = Email ?? (ForgetEmail ? null : was.Email),
            Address = Address ?? (ForgetAddress ? null : was.Address),
            Postcode = Postcode ?? (ForgetAddress || Address is not null ? null : was.Postcode),
        };

    /// <returns>What was decided, and the person as they are once it is recorded.</returns>
    public async Task<(Decision<CannotCorrectContact> Decision, CasePersonRow? Better)> DecideAsync(
        Case corrected,
        CaseDesk desk,
        CancellationToken cancel
    )
    {
        var (meant, was) = await desk.MeantAsync(corrected, Person, cancel);
        var better = was is null ? null : Corrected(was);
        var decision = ContactCorrection.Decide(
            corrected,
            meant,
            was?.Details(),
            better?.Details(),
            Reason,
            better is null ? _ => false : await desk.MailedToAsync(corrected, better, cancel),
            desk.Today,
            new(
                Name is not null,
                Phone is not null || ForgetPhone,
                Email is not null || ForgetEmail,
                Address is not null || Postcode is not null || ForgetAddress
            )
        );
        return (decision, better);
    }

    /// <summary>The field a refusal is about; none where it is about all of them.</summary>
    public static string FieldOf(CannotCorrectContact refusal) =>
        refusal == CannotCorrectContact.NothingChanged ? "" : nameof(Person);
}
