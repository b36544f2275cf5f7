using Microsoft.AspNetCore.Identity;
using Redress.Core.Staff;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>Somebody who signs in.</summary>
public sealed class Person : IdentityUser
{
    /// <summary>As shown to residents and colleagues.</summary>
    public string Name { get; set; } = "";

    /// <summary>Since when they may not sign in; none while they may. What they did stays theirs.</summary>
    public DateTime? DisabledAt { get; set; }
}

/// <summary>A role somebody holds, from a day to a day, both included.</summary>
public sealed record RoleGrantRow
{
    public required string PersonId { get; init; }
    public required Role Role { get; init; }
    public required DateOnly HeldFrom { get; init; }
    public DateOnly? HeldUntil { get; init; }
}

/// <summary>Days on which somebody is away, from a day to a day, both included.</summary>
public sealed record AbsenceRow
{
    public required string Id { get; init; }
    public required string PersonId { get; init; }
    public required DateOnly AwayFrom { get; init; }
    public DateOnly? AwayUntil { get; init; }

    /// <summary>On which days of the week only, as <c>monday,thursday</c>; empty for every day.</summary>
    public required string Weekdays { get; init; }
    public string? CoverId { get; init; }
}

/// <summary>A team that handles cases, from a day to a day, both included.</summary>
public sealed record TeamRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required DateOnly ExistsFrom { get; init; }
    public DateOnly? ExistsUntil { get; init; }
}

/// <summary>A directorate, or whatever the largest parts of the landlord are called.</summary>
public sealed record UnitRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>What it delivers, as cases are sorted, each on a line; empty where it serves the others.</summary>
    public required string Services { get; init; }
}

/// <summary>The unit a team is in, from a day to a day, both included.</summary>
public sealed record TeamUnitRow
{
    public required string TeamId { get; init; }
    public required string UnitId { get; init; }
    public required DateOnly InUnitFrom { get; init; }
    public DateOnly? InUnitUntil { get; init; }

    /// <summary>The services whose complaints it has first, each on a line.</summary>
    public string FirstFor { get; init; } = "";
}

/// <summary>A post in a team, from a day to a day, both included.</summary>
public sealed record TeamMemberRow
{
    public required string TeamId { get; init; }
    public required string PersonId { get; init; }
    public required DateOnly MemberFrom { get; init; }
    public DateOnly? MemberUntil { get; init; }
    public Grade? Grade { get; init; }

    /// <summary>The id of their line manager.</summary>
    public string? ManagerId { get; init; }
}

/// <summary>A home of the landlord's.</summary>
public sealed record HomeRow
{
    public required string Id { get; init; }
    public required string Address { get; init; }
    public string? Postcode { get; init; }
    public DateOnly? ManagedFrom { get; init; }
    public DateOnly? ManagedUntil { get; init; }
}

/// <summary>Somebody known to the landlord, living in a home from a day to a day, both included.</summary>
public sealed record ResidentRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? HomeId { get; init; }
    public DateOnly? LivesThereFrom { get; init; }
    public DateOnly? LivesThereUntil { get; init; }
}

/// <summary>The filters of a work list that somebody saved under a name.</summary>
public sealed record SavedViewRow
{
    public required string OwnerId { get; init; }
    public required string Name { get; init; }

    /// <summary>As the address of the work list says them. A later release may not know them all.</summary>
    public required string Filters { get; init; }

    /// <summary>Whether everybody sees it.</summary>
    public required bool Shared { get; init; }
}
