using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Web.Data;
using Redress.Web.Layout;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>A page of a resident's own case.</summary>
[Authorize(AuthenticationSchemes = FollowServices.Scheme)]
[Needs(Act.FollowCase)]
public abstract class FollowPage(CaseViews views, CurrentPerson person, LandlordStore landlord) : PageModel
{
    /// <summary>Where everything about it stands.</summary>
    public const string Complaint = "/follow/complaint";

    public CaseView View { get; private set; } = null!;

    public LandlordSettings Landlord => landlord.Current;

    /// <summary>False where the case is no more.</summary>
    protected async Task<bool> FindAsync(Purpose purpose, CancellationToken cancel)
    {
        if (await views.FindAsync(person.Follows!, purpose, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
