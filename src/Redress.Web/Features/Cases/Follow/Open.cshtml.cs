using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Layout;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>Where a resident shows reference and code. The answer is the same whichever of them is wrong.</summary>
[AllowAnonymous]
public sealed class OpenModel(AccessCodes codes, LandlordStore landlord, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    [Display(Name = "follow.reference")]
    [Required(ErrorMessage = "follow.reference.missing")]
    [Line]
    public string? Reference { get; set; }

    [BindProperty]
    [Display(Name = "follow.code")]
    [Required(ErrorMessage = "follow.code.missing")]
    [Line]
    public string? Code { get; set; }

    public LandlordSettings Landlord => landlord.Current;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (opened, fault) = await codes.OpenAsync(Reference!, Code!, cancel);
        if (opened is null)
        {
            Response.StatusCode = FollowServices.StatusOf(fault);
            ModelState.AddModelError(nameof(Code), text[Refusals.KeyOf(fault)]);
            return Page();
        }

        var resident = FollowServices.Principal(opened, FollowServices.Scheme);
        await HttpContext.SignInAsync(FollowServices.Scheme, resident);
        return Redirect(FollowPage.Complaint);
    }
}
