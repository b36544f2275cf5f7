using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Redress.Web.Layout;

namespace Redress.Web.Features.Home;

/// <summary>What this is and how to complain, for everybody; where to begin, for staff.</summary>
[AllowAnonymous]
public sealed class HomeModel(IOptions<LandlordSettings> landlord) : PageModel
{
    public LandlordSettings Landlord => landlord.Value;

    public bool IsStaff => User.Identity is { IsAuthenticated: true };
}
