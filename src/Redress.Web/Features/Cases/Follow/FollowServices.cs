using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
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
                    options.ExpireTimeSpan = GoodFor;
                    options.SlidingExpiration = true;
                    options.LoginPath = "/follow";
                    options.AccessDeniedPath = "/follow";
                    options.ReturnUrlParameter = "return";
                }
            )
            .AddBearerToken(TokenScheme);
        services.AddSingleton<AccessCodes>();
        services.AddSingleton<CodeTries>();
        services.AddSingleton<IPasswordHasher<CaseAccessRow>, PasswordHasher<CaseAccessRow>>();
        return services;
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
