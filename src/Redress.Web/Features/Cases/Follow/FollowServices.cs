using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>How a resident gets to their own case without an account: by reference and code, for half an hour.</summary>
public static class FollowServices
{
    /// <summary>For pages.</summary>
    public const string Scheme = "follow";

    /// <summary>For programs.</summary>
    public const string TokenScheme = "follow-token";

    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    /// <summary>
    /// For how long somebody who was away is still known to have shown a code, so that what they had begun to write can be
    /// theirs to send once they show it again. Nothing opens by it.
    /// </summary>
    private static readonly TimeSpan KnownFor = TimeSpan.FromHours(12);

    public static IServiceCollection AddFollowing(this IServiceCollection services)
    {
        services
            .AddAuthentication()
            .AddCookie(
                Scheme,
                options =>
                {
                    options.Cookie.Name = "redress-follow";
                    options.Cookie.HttpOnly = true;
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    options.ExpireTimeSpan = KnownFor;
                    options.SlidingExpiration = false;
                    options.Events.OnValidatePrincipal = AskAgainAsync;
                    options.LoginPath = "/follow";
                    options.AccessDeniedPath = "/follow";
                    options.ReturnUrlParameter = "return";
                }
            )
            .AddBearerToken(TokenScheme);
        return services;
    }

    /// <summary>The status of a page on which reference and code opened nothing.</summary>
    public static int StatusOf(CodeFault fault) =>
        fault switch
        {
            CodeFault.Busy => StatusCodes.Status503ServiceUnavailable,
            CodeFault.TooOften => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status200OK,
        };

    /// <summary>Somebody who was away for too long has shown a code, and none that opens anything now.</summary>
    private static Task AskAgainAsync(CookieValidatePrincipalContext context)
    {
        var away = context.Options.TimeProvider!.GetUtcNow() - context.Properties.IssuedUtc;
        if (away > GoodFor)
        {
            var known = context.Principal!.Claims.Where(claim => claim.Type != CurrentPerson.FollowsByClaim);
            context.ReplacePrincipal(new ClaimsPrincipal(new ClaimsIdentity(known, Scheme)));
        }
        else
        {
            context.ShouldRenew = away > GoodFor / 2;
        }

        return Task.CompletedTask;
    }

    /// <summary>Somebody who has shown the code of one case.</summary>
    public static ClaimsPrincipal Principal(CaseAccessRow opened, string scheme) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, CurrentPerson.Resident),
                    new Claim(CurrentPerson.FollowsClaim, opened.CaseId),
                    new Claim(CurrentPerson.FollowsByClaim, AccessCodes.StampOf(opened)),
                    .. opened.PersonId.Length > 0
                        ? new[] { new Claim(CurrentPerson.FollowsAsClaim, opened.PersonId) }
                        : [],
                ],
                scheme
            )
        );
}
