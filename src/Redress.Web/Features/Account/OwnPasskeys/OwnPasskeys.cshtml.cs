using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.SignIn;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Account.OwnPasskeys;

/// <summary>Somebody adds passkeys, and removes those they no longer use.</summary>
[Needs(Act.KeepOwnAccount)]
[ProvedLately]
public sealed class OwnPasskeysModel(
    Passkeys passkeys,
    SecondFactors factors,
    StaffSignIn door,
    UserManager<Person> people,
    RedressContext context,
    CurrentPerson person,
    IStringLocalizer<Text> text
) : PageModel
{
    public const string Address = "/account/passkeys";

    [BindProperty]
    [Display(Name = "passkeys.name")]
    [Line]
    public string? Name { get; set; }

    /// <summary>Each with the id by which it is removed.</summary>
    public IReadOnlyList<(string Id, UserPasskeyInfo Passkey)> Own { get; private set; } = [];

    /// <summary>The first recovery codes, shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task OnGetAsync() => await ReadAsync();

    public async Task<IActionResult> OnPostOptionsAsync() =>
        Content(await passkeys.OptionsToAddAsync(await OwnerAsync()), "application/json");

    public async Task<IActionResult> OnPostAsync(string? credential, CancellationToken cancel)
    {
        var owner = await OwnerAsync();
        var name = string.IsNullOrWhiteSpace(Name)
            ? Browsers.NameOf(Request.Headers.UserAgent.ToString())
            : Name.Trim();
        if (!ModelState.IsValid || !await passkeys.AddAsync(owner, name, credential ?? ""))
        {
            ModelState.AddModelError("", text["passkeys.refused"]);
            await ReadAsync();
            return Page();
        }

        var held = await SecondFactors.OfAsync(context, owner.Id, cancel);
        await door.RenewAsync(owner, Proof.Passkey, others: true, cancel);
        if (held.RecoveryCodes == 0)
        {
            Codes = await factors.RenewRecoveryCodesAsync(owner.Id, cancel);
            return Page();
        }

        TempData["Done"] = text["passkeys.added"].Value;
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancel)
    {
        await ReadAsync();
        var held = await SecondFactors.OfAsync(context, person.Id, cancel);
        var found = Own.FirstOrDefault(one => one.Id == id);
        if (found.Passkey is not null && held is { Passkeys: 1, AuthenticatorSince: null })
        {
            ModelState.AddModelError("", text["second_factor.last"]);
            return Page();
        }

        if (found.Passkey is not null)
        {
            var owner = await OwnerAsync();
            await people.RemovePasskeyAsync(owner, found.Passkey.CredentialId);
            await door.RenewAsync(owner, Proof.Passkey, others: true, cancel);
            TempData["Done"] = text["passkeys.removed"].Value;
        }

        return Redirect(Address);
    }

    private async Task<Person> OwnerAsync() => (await people.FindByIdAsync(person.Id))!;

    private async Task ReadAsync() =>
        Own = [
            .. (await people.GetPasskeysAsync(await OwnerAsync()))
                .OrderBy(passkey => passkey.CreatedAt)
                .Select(passkey => (Base64Url.EncodeToString(passkey.CredentialId), passkey)),
        ];
}
