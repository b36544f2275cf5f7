using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Redress.Core;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.SignIn;

/// <summary>The steps by which staff prove who they are, whatever the page.</summary>
public sealed class StaffSignIn(
    SignInManager<Person> signIn,
    SecondFactors factors,
    Sessions sessions,
    HashTurns turns,
    IHttpContextAccessor accessor
)
{
    /// <summary>The cookie of somebody who showed their password and has a second factor to show.</summary>
    public const string HalfWayScheme = "half-way";

    private UserManager<Person> People => signIn.UserManager;

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>
    /// Whose password it is; none where it is nobody's, or theirs must wait. Each takes the time that checking a password
    /// takes.
    /// </summary>
    public async Task<Person?> CheckAsync(string email, string password)
    {
        var person = await People.FindByEmailAsync(email);
        return await CheckAsync(person, password) ? person : null;
    }

    /// <summary>Whether it is their password, and they may sign in.</summary>
    public async Task<bool> CheckAsync(Person? person, string password)
    {
        using var turn = await turns.TakeAsync(Http.RequestAborted);
        if (person?.PasswordHash is null || !await MayTryAsync(person))
        {
            // No password was checked: take the time that checking one takes.
            People.PasswordHasher.HashPassword(person ?? new Person(), password);
            return false;
        }

        if (await People.CheckPasswordAsync(person, password))
        {
            return true;
        }

        await People.AccessFailedAsync(person);
        return false;
    }

    /// <summary>Remembers for five minutes that somebody showed their password.</summary>
    public Task GoHalfWayAsync(Person person) =>
        Http.SignInAsync(
            HalfWayScheme,
            new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Id)], HalfWayScheme))
        );

    /// <summary>Who showed their password and has a second factor to show; none where nobody did, or it was too long ago.</summary>
    public async Task<Person?> HalfWayAsync()
    {
        var shown = await Http.AuthenticateAsync(HalfWayScheme);
        return shown.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? await People.FindByIdAsync(id)
            : null;
    }

    /// <summary>Checks the second factor of whoever is half way, and lets them in. Wrong ones count as wrong passwords do.</summary>
    /// <param name="person">Who is half way.</param>
    /// <param name="proof">A code of their app, or one for when that is lost.</param>
    /// <param name="code">As typed.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<bool> FinishAsync(Person person, Proof proof, string code, CancellationToken cancel)
    {
        if (!await MayTryAsync(person))
        {
            return false;
        }

        using var turn = await turns.TakeAsync(cancel);
        var right =
            proof == Proof.Code
                ? await factors.TakeCodeAsync(person.Id, code, cancel)
                : await factors.TakeRecoveryCodeAsync(person.Id, code, cancel);
        if (!right)
        {
            await People.AccessFailedAsync(person);
            return false;
        }

        await Http.SignOutAsync(HalfWayScheme);
        await BeginAsync(person, proof);
        return true;
    }

    /// <summary>Begins a session, in place of any that this browser has.</summary>
    public async Task BeginAsync(Person person, Proof proof)
    {
        await People.ResetAccessFailedCountAsync(person);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, person.Id), new(Sessions.ProofClaim, WireName.Of(proof))];
        var scheme = IdentityConstants.ApplicationScheme;
        await Http.SignInAsync(scheme, new(new ClaimsIdentity(claims, scheme)));
    }

    /// <summary>
    /// Begins this browser's session anew: they proved who they are once more, or what they prove it
    /// with has changed.
    /// </summary>
    /// <param name="person">Who they are.</param>
    /// <param name="proof">What they proved it with, if not only with a password.</param>
    /// <param name="others">Whether their sessions elsewhere end too.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task RenewAsync(Person person, Proof proof, bool others, CancellationToken cancel)
    {
        if (others)
        {
            await sessions.EndOthersAsync(person.Id, Http.User.FindFirstValue(Sessions.IdClaim)!, cancel);
        }

        var before = Sessions.ProofOf(Http.User);
        await BeginAsync(person, before == Proof.Password ? proof : before);
    }

    private async Task<bool> MayTryAsync(Person person) =>
        await signIn.CanSignInAsync(person) && !await People.IsLockedOutAsync(person);
}
