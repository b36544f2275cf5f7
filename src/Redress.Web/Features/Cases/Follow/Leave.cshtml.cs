using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Web.Features.Cases.Complain;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>
/// The way out, on every page for residents, for somebody who is being watched: nothing of what they wrote or saw can be
/// got back by going back in this browser. By link it leads to an everyday page elsewhere, by form to our own first page.
/// </summary>
[AllowAnonymous]
public sealed class LeaveModel(Drafts drafts) : PageModel
{
    private const string Elsewhere = "https://www.bbc.co.uk/weather";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LeaveAsync(cancel);
        return Redirect(Elsewhere);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LeaveAsync(cancel);
        return Redirect("/");
    }

    private async Task LeaveAsync(CancellationToken cancel)
    {
        await HttpContext.SignOutAsync(FollowServices.Scheme);
        await drafts.ForgetAsync(HttpContext, cancel);
    }
}
