using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.SignIn;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Account.Confirm;

/// <summary>Somebody who has been signed in for a while proves again that it is them.</summary>
[Needs(Act.KeepOwnAccount)]
public sealed class ConfirmModel(
    StaffSignIn door,
    UserManager<Person> people,
    CurrentPerson person,
    IStringLocalizer<Text> text
) : PageModel
{
    public const string Address = "/account/confirm";

    [BindProperty]
    [Display(Name = "sign_in.password")]
    [Required(ErrorMessage = "sign_in.password_missing")]
    public string? Password { get; set; }

    /// <summary>What they were about to do.</summary>
    [BindProperty(Name = SignInModel.ReturnUrlName, SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var account = (await people.FindByIdAsync(person.Id))!;
        if (!await door.CheckAsync(account, Password!))
        {
            ModelState.AddModelError(nameof(Password), text["password.current.wrong"]);
            return Page();
        }

        await door.RenewAsync(account, Proof.Password, others: false, cancel);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/account");
    }
}
