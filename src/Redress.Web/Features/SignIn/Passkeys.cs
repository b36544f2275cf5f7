using Microsoft.AspNetCore.Identity;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.SignIn;

/// <summary>Passkeys, by Identity. Each is proof enough by itself: the device has checked whose finger or number it is.</summary>
public sealed class Passkeys(SignInManager<Person> signIn, StaffSignIn door)
{
    private UserManager<Person> People => signIn.UserManager;

    /// <summary>
    /// Whether the page that asked was ours: not a page within another's, over https unless on this very machine, and of the
    /// host that was asked. Identity compares with a header that our pages, which name no referrer, make browsers leave out.
    /// </summary>
    internal static ValueTask<bool> IsOursAsync(PasskeyOriginValidationContext asked) =>
        ValueTask.FromResult(
            !asked.CrossOrigin
                && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
                && (origin.Scheme == Uri.UriSchemeHttps || origin.Host == "localhost")
                && string.Equals(
                    origin.Authority,
                    asked.HttpContext.Request.Host.Value,
                    StringComparison.OrdinalIgnoreCase
                )
        );

    /// <summary>As JSON for <c>navigator.credentials.get</c>. Nobody is named, so nobody's passkeys are given away.</summary>
    public Task<string> OptionsToSignInAsync() => signIn.MakePasskeyRequestOptionsAsync(user: null);

    /// <summary>As JSON for <c>navigator.credentials.create</c>.</summary>
    public Task<string> OptionsToAddAsync(Person person) =>
        signIn.MakePasskeyCreationOptionsAsync(
            new()
            {
                Id = person.Id,
                Name = person.Email!,
                DisplayName = person.Name,
            }
        );

    /// <summary>Lets in whose passkey signed what we asked. Wrong passwords lock nobody out of this.</summary>
    /// <param name="credential">What the browser answered.</param>
    /// <returns>Whether it is anybody's.</returns>
    public async Task<bool> SignInAsync(string credential)
    {
        PasskeyAssertionResult<Person> shown;
        try
        {
            shown = await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (Exception nothing) when (nothing is InvalidOperationException or ArgumentException)
        {
            // No answer; or nothing was asked, or too long ago.
            return false;
        }

        if (!shown.Succeeded || !await signIn.CanSignInAsync(shown.User))
        {
            return false;
        }

        await People.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await door.BeginAsync(shown.User, Proof.Passkey);
        return true;
    }

    /// <summary>Makes a passkey theirs.</summary>
    /// <returns>Whether it is one, and answers what we asked for.</returns>
    public async Task<bool> AddAsync(Person person, string name, string credential)
    {
        PasskeyAttestationResult made;
        try
        {
            made = await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (Exception nothing) when (nothing is InvalidOperationException or ArgumentException)
        {
            return false;
        }

        if (!made.Succeeded || made.UserEntity.Id != person.Id)
        {
            return false;
        }

        made.Passkey.Name = name;
        return (await People.AddOrUpdatePasskeyAsync(person, made.Passkey)).Succeeded;
    }
}
