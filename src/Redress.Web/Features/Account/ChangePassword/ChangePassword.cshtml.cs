using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.SignIn;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Account.ChangePassword;

/// <summary>Somebody who knows their password chooses another. Wherever else they are signed in, that ends.</summary>
[Needs(Act.KeepOwnAccount)]
public sealed class ChangePasswordModel(
    StaffSignIn door,
    UserManager<Person> people,
    CurrentPerson person,
    IStringLocalizer<Text> text
) : PageModel
{
    [BindProperty]
    [Display(Name = "password.current")]
    [Required(ErrorMessage = "password.current.missing")]
    public string? Current { get; set; }

    [BindProperty]
    [Display(Name = "password.new")]
    [Required(ErrorMessage = "password.new.missing")]
    public string? New { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var account = (await people.FindByIdAsync(person.Id))!;
        if (!await door.CheckAsync(account, Current!))
        {
            ModelState.AddModelError(nameof(Current), text["password.current.wrong"]);
            return Page();
        }

        var changed = await people.ChangePasswordAsync(account, Current!, New!);
        if (!changed.Succeeded)
        {
            foreach (var error in changed.Errors)
            {
                ModelState.AddModelError(nameof(New), text[PasswordErrors.KeyOf(error)]);
            }

            return Page();
        }

        await door.RenewAsync(account, Proof.Password, others: true, cancel);
        TempData["Done"] = text["password.changed"].Value;
        return Redirect("/account");
    }
}
