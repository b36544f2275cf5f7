using System.ComponentModel.DataAnnotations;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>All that the pages ask of a resident, at once: for programs.</summary>
public sealed class ComplaintForm
{
    [Required(ErrorMessage = "complain.what.missing")]
    [Words]
    public string? Summary { get; set; }

    [Words]
    public string? OutcomeSought { get; set; }

    [Required(ErrorMessage = "complain.who.missing")]
    public bool? Anonymous { get; set; }

    /// <summary>Whether only the complaints team is to know who they are.</summary>
    public bool Confidential { get; set; }

    [Line]
    public string? Name { get; set; }

    [Line]
    public string? Phone { get; set; }

    [Line]
    [MailAddressed]
    public string? Email { get; set; }

    [Line]
    public string? Address { get; set; }

    [Line]
    public string? Postcode { get; set; }

    /// <summary>What we should do so that they can deal with us: large print, another language, not to ring.</summary>
    [Words]
    public string? Needs { get; set; }

    /// <summary>The key of what is missing, by the field it is about: of whoever gives a name, that and one way to reach them.</summary>
    public (string Field, string Key)? Missing =>
        this switch
        {
            { Anonymous: true, Confidential: true } => (nameof(Confidential), "complain.who.both"),
            { Anonymous: true } => null,
            { Name: null } => (nameof(Name), "complain.name.missing"),
            _ => Reach().IsReachable ? null : (nameof(Phone), "complain.reach.missing"),
        };

    /// <summary>Of whoever would not be known nothing is kept that says who they are.</summary>
    public Draft Draft()
    {
        var draft = new Draft
        {
            Summary = Summary,
            OutcomeSought = OutcomeSought,
            Anonymous = Anonymous,
            Confidential = Confidential,
        };
        if (Anonymous is false)
        {
            Reach().SaveTo(draft);
        }

        return draft;
    }

    private ReachForm Reach() =>
        new()
        {
            Name = Name,
            Phone = Phone,
            Email = Email,
            Address = Address,
            Postcode = Postcode,
            Needs = Needs,
        };
}
