using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Complain;

public sealed class ReachModel(Drafts drafts, IStringLocalizer<Text> text) : ComplainPage(drafts)
{
    [BindProperty]
    public ReachForm Form { get; set; } = new();

    protected override string? Missing => base.Missing ?? (Draft.Anonymous is not false ? "/complain/who" : null);

    public void OnGet() =>
        Form = new()
        {
            Name = Draft.Name,
            Phone = Draft.Phone,
            Email = Draft.Email,
            Address = Draft.Address,
            Postcode = Draft.Postcode,
            Needs = Draft.Needs,
        };

    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Form.IsReachable)
        {
            ModelState.AddModelError("Form.Phone", text["complain.reach.missing"]);
        }

        return KeepAsync(Form.SaveTo, Check, cancel);
    }
}

/// <summary>Who they are and how they can be reached: a name, and one way or more.</summary>
public sealed class ReachForm
{
    [Display(Name = "complain.name")]
    [Required(ErrorMessage = "complain.name.missing")]
    [Line]
    public string? Name { get; set; }

    [Display(Name = "complain.phone")]
    [Line]
    public string? Phone { get; set; }

    [Display(Name = "complain.email")]
    [Line]
    [MailAddressed]
    public string? Email { get; set; }

    [Display(Name = "complain.address")]
    [Line]
    public string? Address { get; set; }

    [Display(Name = "complain.postcode")]
    [Line]
    public string? Postcode { get; set; }

    /// <summary>What we should do so that they can deal with us.</summary>
    [Display(Name = "complain.needs")]
    [Words]
    public string? Needs { get; set; }

    public bool IsReachable => (Phone ?? Email ?? Address) is not null;

    public void SaveTo(Draft draft)
    {
        draft.Name = Name;
        draft.Phone = Phone;
        draft.Email = Email;
        draft.Address = Address;
        draft.Postcode = Postcode;
        draft.Needs = Needs;
    }
}
