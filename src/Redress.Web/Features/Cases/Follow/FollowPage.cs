using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Core.Cases;
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

    /// <summary>Which of those who complain it is; none where nobody is known.</summary>
    public string? As => person.FollowsAs;

    /// <summary>Whether the complaint began with them; whoever joined is not shown what the others wrote.</summary>
    public bool IsFirst => Messages.BeganWith(View.Case, As);

    /// <summary>False where the case is no more, or they complain in it no more.</summary>
    protected async Task<bool> FindAsync(Purpose purpose, CancellationToken cancel)
    {
        if (await views.FollowedAsync(person, purpose, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
