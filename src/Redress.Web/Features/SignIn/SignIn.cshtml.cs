using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.SignIn;

/// <summary>Staff sign in. The answer is the same, and takes as long, whether or not there is such an account.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInManager<Person> signIn, IStringLocalizer<Text> text) : PageModel
{
    public const string ReturnUrlName = "return";

    [BindProperty]
    [Display(Name = "sign_in.email")]
    [Required(ErrorMessage = "sign_in.email_missing")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Display(Name = "sign_in.password")]
    [Required(ErrorMessage = "sign_in.password_missing")]
    public string Password { get; set; } = "";

    /// <summary>The page that was asked for before signing in.</summary>
    [BindProperty(Name = ReturnUrlName, SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!await TryAsync(Email, Password))
        {
            ModelState.AddModelError(nameof(Email), text["sign_in.refused"]);
            return Page();
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    private async Task<bool> TryAsync(string email, string password)
    {
        var person = await signIn.UserManager.FindByEmailAsync(email);
        var result = person is null
            ? Microsoft.AspNetCore.Identity.SignInResult.NotAllowed
            : await signIn.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true);
        if (result.IsNotAllowed || result.IsLockedOut)
        {
            // No password was checked: take the time that checking one takes.
            signIn.UserManager.PasswordHasher.HashPassword(person ?? new Person(), password);
        }

        return result.Succeeded;
    }
}
