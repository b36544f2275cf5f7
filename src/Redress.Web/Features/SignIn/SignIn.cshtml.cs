using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.SignIn;

/// <summary>Staff sign in. The answer is the same, and takes as long, whether or not there is such an account.</summary>
[AllowAnonymous]
public sealed class SignInModel(
    StaffSignIn door,
    Passkeys passkeys,
    SettingsStore settings,
    RedressContext context,
    IStringLocalizer<Text> text
) : PageModel
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

    /// <summary>Whether all of it is made up, so that a password alone opens it.</summary>
    public bool IsDemo { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        User.Identity is { IsAuthenticated: true } ? LocalRedirect("/") : await ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        if (await door.CheckAsync(Email, Password) is not { } person)
        {
            ModelState.AddModelError(nameof(Email), text["sign_in.refused"]);
            return await ShowAsync(cancel);
        }

        if ((await SecondFactors.OfAsync(context, person.Id, cancel)).Any)
        {
            await door.GoHalfWayAsync(person);
            return LocalRedirect(SecondStepPage.With(EnterCodeModel.Address, ReturnUrl));
        }

        await door.BeginAsync(person, Proof.Password);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    /// <summary>What a passkey is to sign. It is the same whoever asks.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await passkeys.OptionsToSignInAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await passkeys.SignInAsync(credential ?? ""))
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }

        ModelState.AddModelError("", text["sign_in.passkey.refused"]);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        IsDemo = await settings.FindAsync(SettingKeys.DemoLandlord, cancel) is not null;
        return Page();
    }
}
