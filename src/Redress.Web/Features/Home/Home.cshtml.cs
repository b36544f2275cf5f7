using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Web.Data;
using Redress.Web.Layout;
using Redress.Web.Security;

namespace Redress.Web.Features.Home;

/// <summary>What this is and how to complain, for everybody; where to begin, for staff.</summary>
[AllowAnonymous]
public sealed class HomeModel(LandlordStore landlord) : PageModel
{
    public LandlordSettings Landlord => landlord.Current;

    public CurrentPerson Person => CurrentPerson.Of(User);
}
