using Microsoft.AspNetCore.Identity;
using Redress.Web.Data;

namespace Redress.Web.Features.SignIn;

/// <summary>Whose account is disabled signs in by no means at all.</summary>
internal sealed class EnabledAccounts : IUserConfirmation<Person>
{
    public Task<bool> IsConfirmedAsync(UserManager<Person> manager, Person user) =>
        Task.FromResult(user.DisabledAt is null);
}
