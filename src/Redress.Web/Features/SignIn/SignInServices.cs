using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Redress.Web.Data;
using Redress.Web.Features.Account;
using Redress.Web.Security;

namespace Redress.Web.Features.SignIn;

/// <summary>Who people are: email and password, and then a session, until half an hour after the last page.</summary>
public static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies =>
            {
                cookies.ApplicationCookie!.Configure(KeepSignedIn);
                // Holds what a passkey is to sign.
                cookies.TwoFactorUserIdCookie!.Configure(options => Keep(options, "redress-passkey"));
            });
        services
            .AddIdentityCore<Person>(Accounts)
            .AddEntityFrameworkStores<RedressContext>()
            .AddPasswordValidator<PasswordRules>()
            .AddSignInManager();
        services
            .AddAuthentication()
            .AddCookie(
                StaffSignIn.HalfWayScheme,
                options =>
                {
                    Keep(options, "redress-half-way");
                    options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                    options.SlidingExpiration = false;
                }
            );
        services.AddSingleton<Sessions>();
        services.AddSingleton<HashTurns>();
        services.AddSingleton<StaffAccounts>();
        services.AddScoped<StaffSignIn>();
        services.AddScoped<Passkeys>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // Found without a name being typed, and opened by a finger, a face or a number: two factors in one.
            passkeys.ResidentKeyRequirement = "required";
            passkeys.UserVerificationRequirement = "required";
            passkeys.ValidateOrigin = Passkeys.IsOursAsync;
        });
        services.AddScoped<SessionCookie>();
        services.AddScoped<IUserConfirmation<Person>, EnabledAccounts>();
        services.AddSingleton<IAuthorizationHandler, NeedsHandler>();
        // As many rounds as OWASP asks for PBKDF2 with SHA-512.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        return services;
    }

    /// <summary>Long passwords of any make; a quarter of an hour's rest after five wrong ones.</summary>
    private static void Accounts(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.SignIn.RequireConfirmedAccount = true;
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 1;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    private static void KeepSignedIn(CookieAuthenticationOptions options)
    {
        Keep(options, "redress");
        options.ExpireTimeSpan = Sessions.Longest;
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = SignInModel.ReturnUrlName;
        options.EventsType = typeof(SessionCookie);
    }

    /// <summary>For this host alone, and for no script.</summary>
    private static void Keep(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.CookieManager = new HostCookies();
    }
}
