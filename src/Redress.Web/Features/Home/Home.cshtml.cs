using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Redress.Web.Layout;
using Redress.Web.Security;

namespace Redress.Web.Features.Home;

/// <summary>What this is and how to complain, for everybody; where to begin, for staff.</summary>
[AllowAnonymous]
public sealed class HomeModel(IOptions<LandlordSettings> landlord) : PageModel
{
    public LandlordSettings Landlord => landlord.Value;

    public CurrentPerson Person => CurrentPerson.Of(User);
}
