using System.Security.Claims;
using Redress.Core;

namespace Redress.Web.Security;

/// <summary>Who is asking, and the roles they hold today.</summary>
public sealed record CurrentPerson(string Id, string Name, IReadOnlySet<Role> Roles)
{
    /// <summary>How history names somebody without an account: a resident, or whoever acts for one.</summary>
    public const string Resident = "resident";

    /// <summary>The claim that holds the one case that somebody may follow.</summary>
    public const string FollowsClaim = "follows";

    /// <summary>The claim that holds which of those who complain in it they are.</summary>
    public const string FollowsAsClaim = "follows_as";

    /// <summary>The claim that holds which of their codes let them in.</summary>
    public const string FollowsByClaim = "follows_by";

    /// <summary>What they want to do: the act of the page or endpoint they asked for. It decides which cases they find.</summary>
    public Act For { get; init; } = Act.SeeCase;

    /// <summary>The cases that they find.</summary>
    public Sight Sight => this.SightFor(For);

    /// <summary>The id of the one case that a resident has opened with its code; none for anybody else.</summary>
    public string? Follows { get; init; }

    /// <summary>Which of those who complain in that case it is; none where nobody is known.</summary>
    public string? FollowsAs { get; init; }

    /// <summary>What tells the code that let them in from a later one.</summary>
    public string? FollowsBy { get; init; }

    /// <summary>Nobody has signed in.</summary>
    public static readonly CurrentPerson Nobody = new("", "", new HashSet<Role>());

    /// <summary>With an account: staff.</summary>
    public bool IsSignedIn => Id.Length > 0 && Follows is null;

    /// <summary>As history has them.</summary>
    public string Who => IsSignedIn ? Id : Resident;

    public static CurrentPerson Of(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new CurrentPerson(id, principal.FindFirstValue(ClaimTypes.Name) ?? "", RolesOf(principal))
            {
                Follows = principal.FindFirstValue(FollowsClaim),
                FollowsAs = principal.FindFirstValue(FollowsAsClaim),
                FollowsBy = principal.FindFirstValue(FollowsByClaim),
            }
            : Nobody;

    /// <summary>Who asks, for what the page or the endpoint they asked for is there.</summary>
    public static CurrentPerson Of(HttpContext? http) =>
        http?.GetEndpoint()?.Metadata.GetMetadata<NeedsAttribute>() is { } needs
            ? Of(http.User) with
            {
                For = needs.Act,
            }
            : Of(http?.User);

    /// <summary>The person as the framework knows them, who proved who they are in the way named.</summary>
    public ClaimsPrincipal Principal(string scheme) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, Id),
                    new Claim(ClaimTypes.Name, Name),
                    .. Roles.Select(role => new Claim(ClaimTypes.Role, WireName.Of(role))),
                ],
                scheme
            )
        );

    private static HashSet<Role> RolesOf(ClaimsPrincipal principal)
    {
        var roles = new HashSet<Role>();
        foreach (var claim in principal.FindAll(ClaimTypes.Role))
        {
            if (WireName.TryParse<Role>(claim.Value, out var role))
            {
                roles.Add(role);
            }
        }

        return roles;
    }
}
