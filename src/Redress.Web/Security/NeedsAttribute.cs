using Microsoft.AspNetCore.Authorization;

namespace Redress.Web.Security;

/// <summary>
/// The act that a page or an endpoint is for. Whoever may not do it is refused before anything of it runs. Written on
/// every one of them, so that they can be listed with their rights.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Act act) : Attribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Act Act => act;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class NeedsHandler : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (CurrentPerson.Of(context.User).May(requirement.Act))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
