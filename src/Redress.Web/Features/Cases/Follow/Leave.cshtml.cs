using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Web.Features.Cases.Complain;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>
/// The way out, on every page for residents, for somebody who is being watched: nothing of what they wrote or saw can be
/// got back by going back in this browser. It leads to an everyday page elsewhere.
/// </summary>
[AllowAnonymous]
public sealed class LeaveModel(Drafts drafts) : PageModel
{
    private const string Elsewhere = "https://www.bbc.co.uk/weather";

    /// <param name="home">Whether to go on to our own first page instead.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnGetAsync(bool home, CancellationToken cancel)
    {
        await HttpContext.SignOutAsync(FollowServices.Scheme);
        await drafts.ForgetAsync(HttpContext, cancel);
        return Redirect(home ? "/" : Elsewhere);
    }
}
