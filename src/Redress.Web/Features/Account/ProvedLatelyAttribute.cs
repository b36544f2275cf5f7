using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Redress.Web.Features.Account.Confirm;
using Redress.Web.Features.SignIn;
using Redress.Web.Security;

namespace Redress.Web.Features.Account;

/// <summary>
/// A page that changes how somebody signs in. Whoever proved who they are more than ten minutes ago does so again first,
/// so that a desk left for a moment is not an account lost for good.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ProvedLatelyAttribute : Attribute, IAsyncPageFilter
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        var at = long.Parse(http.User.FindFirstValue(Sessions.ProvedAtClaim)!, CultureInfo.InvariantCulture);
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (now - DateTimeOffset.FromUnixTimeSeconds(at) > Lately)
        {
            context.Result = new RedirectResult(SecondStepPage.With(ConfirmModel.Address, http.Request.Path));
            return;
        }

        await next();
    }
}
