using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Web.Data;
using Redress.Web.Layout;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>What will be asked, and other ways to complain, before the first question.</summary>
[AllowAnonymous]
public sealed class StartModel(LandlordStore landlord) : PageModel
{
    public LandlordSettings Landlord => landlord.Current;
}
