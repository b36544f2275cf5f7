using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Redress.Web.Features.Account.SecondFactor;
using Redress.Web.Security;

namespace Redress.Web.Features.SignIn;

/// <summary>The cookie of staff holds the secret of a session and nothing else: who they are is asked of the session.</summary>
public sealed class SessionCookie(Sessions sessions) : CookieAuthenticationEvents
{
    /// <summary>Whoever signs in anew leaves the session they had in this browser.</summary>
    public override async Task SigningIn(CookieSigningInContext context)
    {
        var cancel = context.HttpContext.RequestAborted;
        await EndAsync(context.HttpContext);
        var personId = context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!;
        var browser = Browsers.NameOf(context.Request.Headers.UserAgent.ToString());
        context.Principal = Holding(
            await sessions.BeginAsync(personId, Sessions.ProofOf(context.Principal!), browser, cancel),
            context.Scheme.Name
        );
    }

    public override Task SigningOut(CookieSigningOutContext context) => EndAsync(context.HttpContext);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (
            context.Principal?.FindFirstValue(Sessions.SecretClaim) is { } secret
            && await sessions.FindAsync(secret) is { } person
        )
        {
            context.ReplacePrincipal(person);
        }
        else
        {
            context.RejectPrincipal();
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? Answer(context, StatusCodes.Status401Unauthorized)
            : base.RedirectToLogin(context);

    /// <summary>Whoever lacks nothing but a second factor is led to where they get one.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!context.HttpContext.User.HasClaim(Sessions.UnprovenClaim, ""))
        {
            return Answer(context, StatusCodes.Status403Forbidden);
        }

        context.Response.Redirect(SecondFactorModel.Address);
        return Task.CompletedTask;
    }

    /// <summary>What the cookie says.</summary>
    internal static ClaimsPrincipal Holding(string secret, string scheme) =>
        new(new ClaimsIdentity([new Claim(Sessions.SecretClaim, secret)], scheme));

    private Task EndAsync(HttpContext http)
    {
        var person = CurrentPerson.Of(http.User);
        return http.User.FindFirstValue(Sessions.IdClaim) is { } id
            ? sessions.EndAsync(person.Id, id, http.RequestAborted)
            : Task.CompletedTask;
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
