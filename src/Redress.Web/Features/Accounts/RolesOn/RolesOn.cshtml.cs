using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Core.Calendar;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Accounts.RolesOn;

/// <summary>Who held which role on a day: who was the complaints officer then. One query.</summary>
[Needs(Act.SeeAccounts)]
public sealed class RolesOnModel(StaffAccounts accounts, TimeProvider time) : PageModel
{
    /// <summary>The day; today where none is said.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "roles_on.day")]
    public DateOnly? On { get; set; }

    public DateOnly Day { get; private set; }

    public IReadOnlyList<HeldRole> Held { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Day = On ?? LondonTime.Today(time);
        if (ModelState.IsValid)
        {
            Held = await accounts.OnAsync(Day, cancel);
        }
    }
}
