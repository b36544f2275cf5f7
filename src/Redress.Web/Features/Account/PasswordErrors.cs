using Microsoft.AspNetCore.Identity;

namespace Redress.Web.Features.Account;

/// <summary>What is wrong with a password somebody chose, in words.</summary>
internal static class PasswordErrors
{
    /// <exception cref="InvalidOperationException">It is no matter of the password, and nothing they can put right.</exception>
    public static string KeyOf(IdentityError error) =>
        error.Code switch
        {
            nameof(IdentityErrorDescriber.PasswordTooShort) => "password.too_short",
            PasswordRules.TooLong => "password.too_long",
            PasswordRules.TooCommon => "password.too_common",
            _ => throw new InvalidOperationException($"{error.Code}: {error.Description}"),
        };
}
