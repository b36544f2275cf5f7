using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.Account.SecondFactor;
using Redress.Web.Features.SignIn;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Account.Authenticator;

/// <summary>Somebody adds an authenticator app, or another in place of the one they have.</summary>
[Needs(Act.KeepOwnAccount)]
[ProvedLately]
public sealed class AuthenticatorModel(
    SecondFactors factors,
    StaffSignIn door,
    UserManager<Person> people,
    LandlordStore landlord,
    RedressContext context,
    CurrentPerson person,
    IStringLocalizer<Text> text
) : PageModel
{
    /// <summary>The new secret, encrypted for them.</summary>
    [BindProperty]
    public string Secret { get; set; } = "";

    [BindProperty]
    [Display(Name = "second_step.code")]
    [Required(ErrorMessage = "second_step.code.missing")]
    [Line]
    public string? Code { get; set; }

    /// <summary>The secret as it is typed into an app: in groups of four.</summary>
    public string Key { get; private set; } = "";

    public QrPicture Picture { get; private set; } = null!;

    /// <summary>The first recovery codes, shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Secret = factors.NewSecret(person.Id);
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (factors.Open(person.Id, Secret) is null)
        {
            return Redirect("/account/authenticator");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var before = await SecondFactors.OfAsync(context, person.Id, cancel);
        if (!await factors.AddAuthenticatorAsync(person.Id, Secret, Code!, cancel))
        {
            ModelState.AddModelError(nameof(Code), text["authenticator.code.wrong"]);
            return await ShowAsync();
        }

        await door.RenewAsync((await people.FindByIdAsync(person.Id))!, Proof.Code, others: true, cancel);
        if (before.RecoveryCodes == 0)
        {
            Codes = await factors.RenewRecoveryCodesAsync(person.Id, cancel);
            return Page();
        }

        TempData["Done"] = text["authenticator.added"].Value;
        return Redirect(SecondFactorModel.Address);
    }

    private async Task<IActionResult> ShowAsync()
    {
        var account = (await people.FindByIdAsync(person.Id))!;
        var key = Totp.Base32(factors.Open(person.Id, Secret));
        Key = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        var issuer = Uri.EscapeDataString(landlord.Current.Name);
        var name = Uri.EscapeDataString(account.Email!);
        Picture = QrPicture.Of($"otpauth://totp/{issuer}:{name}?secret={key}&issuer={issuer}");
        return Page();
    }
}
