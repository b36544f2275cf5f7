using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.Account;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.SignIn;

/// <summary>
/// Whoever has the link chooses the password of its account. It opens nothing else: they then sign in, with the second factor
/// that the account has.
/// </summary>
[AllowAnonymous]
public sealed class ChoosePasswordModel(
    AccountLinks links,
    UserManager<Person> people,
    Sessions sessions,
    IStringLocalizer<Text> text
) : PageModel
{
    public const string Address = "/choose-password";

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    [Display(Name = "password.new")]
    [Required(ErrorMessage = "password.new.missing")]
    public string? New { get; set; }

    /// <summary>Whether the link still opens anything.</summary>
    public bool Works { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await links.FindAsync(Token, cancel) is null ? WorksNoMore() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await links.FindAsync(Token, cancel) is not { } id || await people.FindByIdAsync(id) is not { } person)
        {
            return WorksNoMore();
        }

        if (!ModelState.IsValid || !await IsGoodAsync(person))
        {
            return Page();
        }

        if (!await links.TakeAsync(Token, cancel))
        {
            return WorksNoMore();
        }

        await people.RemovePasswordAsync(person);
        await people.AddPasswordAsync(person, New!);
        await people.SetLockoutEndDateAsync(person, lockoutEnd: null);
        await people.ResetAccessFailedCountAsync(person);
        await sessions.EndOthersAsync(person.Id, "", cancel);
        TempData["Done"] = text["choose_password.done"].Value;
        return Redirect("/sign-in");
    }

    private async Task<bool> IsGoodAsync(Person person)
    {
        foreach (var validator in people.PasswordValidators)
        {
            foreach (var error in (await validator.ValidateAsync(people, person, New)).Errors)
            {
                ModelState.AddModelError(nameof(New), text[PasswordErrors.KeyOf(error)]);
            }
        }

        return ModelState.IsValid;
    }

    private PageResult WorksNoMore()
    {
        ModelState.Clear();
        Works = false;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
