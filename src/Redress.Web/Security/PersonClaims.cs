using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Redress.Core;
using Redress.Core.Calendar;
using Redress.Web.Data;

namespace Redress.Web.Security;

/// <summary>Signing in brings a person's name and the roles they hold that day.</summary>
internal sealed class PersonClaims(
    UserManager<Person> people,
    IOptions<IdentityOptions> options,
    RedressContext context,
    TimeProvider time
) : UserClaimsPrincipalFactory<Person>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.RemoveClaim(identity.FindFirst(ClaimTypes.Name)!);
        identity.AddClaim(new Claim(ClaimTypes.Name, user.Name));

        var today = LondonTime.Today(time);
        var roles = await context
            .RoleGrants.Where(grant => grant.PersonId == user.Id)
            .Where(grant => grant.HeldFrom <= today && (grant.HeldUntil == null || grant.HeldUntil >= today))
            .Select(grant => grant.Role)
            .ToListAsync();
        identity.AddClaims(roles.Select(role => new Claim(ClaimTypes.Role, WireName.Of(role))));
        return identity;
    }
}
