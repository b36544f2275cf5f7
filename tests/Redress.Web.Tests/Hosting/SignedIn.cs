using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Redress.Web.Data;
using Redress.Web.Features.SignIn;
using Redress.Web.Security;

namespace Redress.Web.Tests.Hosting;

/// <summary>Somebody who has signed in, for tests that begin after that.</summary>
public static class SignedIn
{
    /// <summary>Their cookie, as <c>name=value</c>. It outlives every move of a test's clock.</summary>
    public static async Task<string> CookieAsync(IServiceProvider services, string who, Proof proof = Proof.Passkey)
    {
        var secret = await services.GetRequiredService<Sessions>().BeginAsync(who, proof, "Firefox, Linux", Cancel);
        var late = services.GetRequiredService<TimeProvider>().GetUtcNow().AddYears(9);
        await using var context = services.GetRequiredService<Database>().NewContext();
        await context
            .Sessions.Where(row => row.PersonId == who)
            .ExecuteUpdateAsync(
                row => row.SetProperty(s => s.BeganAt, late.UtcDateTime).SetProperty(s => s.SeenAt, late.UtcDateTime),
                Cancel
            );

        var scheme = IdentityConstants.ApplicationScheme;
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var properties = new AuthenticationProperties { IssuedUtc = late.AddYears(-9), ExpiresUtc = late };
        var ticket = new AuthenticationTicket(SessionCookie.Holding(secret, scheme), properties, scheme);
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
    }

    /// <summary>Lets somebody sign in by a form.</summary>
    public static async Task GivePasswordAsync(IServiceProvider services, string who, string password)
    {
        using var scope = services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = await people.FindByIdAsync(who);
        await people.UpdateNormalizedEmailAsync(person!);
        await people.UpdateNormalizedUserNameAsync(person!);
        await people.SetLockoutEnabledAsync(person!, enabled: true);
        Assert.True((await people.AddPasswordAsync(person!, password)).Succeeded);
    }

    /// <summary>Gives somebody an authenticator app, if they have none.</summary>
    public static async Task GiveAuthenticatorAsync(IServiceProvider services, string who)
    {
        await using var context = services.GetRequiredService<Database>().NewContext();
        if (!await context.Authenticators.AnyAsync(row => row.PersonId == who, Cancel))
        {
            context.Add(
                new AuthenticatorRow
                {
                    PersonId = who,
                    Secret = services.GetRequiredService<SecondFactors>().NewSecret(who),
                    LastStep = 0,
                    AddedAt = DateTime.UnixEpoch,
                }
            );
            await context.SaveChangesAsync(Cancel);
        }
    }

    /// <summary>A code of their app that is taken now: of the half minute before, this one or the next, if not used before.</summary>
    public static async Task<string> CodeAsync(IServiceProvider services, string who)
    {
        await using var context = services.GetRequiredService<Database>().NewContext();
        var row = await context.Authenticators.AsNoTracking().SingleAsync(one => one.PersonId == who, Cancel);
        var now = Totp.StepAt(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var secret = services.GetRequiredService<SecondFactors>().Open(who, row.Secret);
        return Totp.Code(secret, Math.Max(now - 1, row.LastStep + 1));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
