using Microsoft.AspNetCore.Identity;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>How a resident gets to their own case without an account: by reference and code, for half an hour.</summary>
public static class FollowServices
{
    public const string Scheme = "follow";

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
                    options.ExpireTimeSpan = TimeSpan.FromMinutes(30);
                    options.SlidingExpiration = true;
                    options.LoginPath = "/follow";
                    options.AccessDeniedPath = "/follow";
                    options.ReturnUrlParameter = "return";
                }
            );
        services.AddSingleton<AccessCodes>();
        services.AddSingleton<CodeTries>();
        services.AddSingleton<IPasswordHasher<CaseAccessRow>, PasswordHasher<CaseAccessRow>>();
        return services;
    }
}
