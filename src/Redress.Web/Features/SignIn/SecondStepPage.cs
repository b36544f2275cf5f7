using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.SignIn;

/// <summary>The second step of signing in: a code, after the password.</summary>
public abstract class SecondStepPage(StaffSignIn door, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>The page that was asked for before signing in.</summary>
    [BindProperty(Name = SignInModel.ReturnUrlName, SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    protected abstract Proof Proof { get; }

    protected abstract string? Typed { get; }

    /// <summary>An address that leads on to the page asked for.</summary>
    public static string With(string address, string? returnUrl) =>
        string.IsNullOrEmpty(returnUrl)
            ? address
            : $"{address}?{SignInModel.ReturnUrlName}={Uri.EscapeDataString(returnUrl)}";

    public async Task<IActionResult> OnGetAsync() => await door.HalfWayAsync() is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await door.HalfWayAsync() is not { } person)
        {
            return Redirect("/sign-in");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!await door.FinishAsync(person, Proof, Typed!, cancel))
        {
            ModelState.AddModelError("Code", text[$"second_step.{(Proof == Proof.Code ? "code" : "recovery")}.wrong"]);
            return Page();
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
