using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Features.SignIn;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Account.SecondFactor;

/// <summary>What somebody proves who they are with, beside their password.</summary>
[Needs(Act.KeepOwnAccount)]
[ProvedLately]
public sealed class SecondFactorModel(
    SecondFactors factors,
    StaffSignIn door,
    UserManager<Person> people,
    RedressContext context,
    CurrentPerson person,
    IStringLocalizer<Text> text
) : PageModel
{
    public const string Address = "/account/second-factor";

    public SecondFactorsHeld Held { get; private set; } = null!;

    /// <summary>New recovery codes, shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    /// <summary>A form that no button of the page sent.</summary>
    public Task OnPostAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Held.Any)
        {
            Codes = await factors.RenewRecoveryCodesAsync(person.Id, cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAuthenticatorAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Held.Passkeys == 0)
        {
            ModelState.AddModelError("", text["second_factor.last"]);
            return Page();
        }

        await factors.RemoveAuthenticatorAsync(person.Id, cancel);
        return await ChangedAsync("authenticator.removed", cancel);
    }

    private async Task<IActionResult> ChangedAsync(string what, CancellationToken cancel)
    {
        await door.RenewAsync((await people.FindByIdAsync(person.Id))!, Proof.Password, others: true, cancel);
        TempData["Done"] = text[what].Value;
        return Redirect(Address);
    }

    private async Task ReadAsync(CancellationToken cancel) =>
        Held = await SecondFactors.OfAsync(context, person.Id, cancel);
}
