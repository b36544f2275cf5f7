namespace Redress.Web.Security;

/// <summary>
/// Who may do what, and about which cases: the only place that decides it, by <see cref="PermissionMatrix"/>. A list of
/// cases and a single case are asked the same question (<see cref="Sight"/>), so that what is not listed cannot be opened
/// either.
/// </summary>
public static class Permissions
{
    /// <summary>Whether the person may do it at all, be it about one case only.</summary>
    public static bool May(this CurrentPerson person, Act act) =>
        person.Follows is not null
            ? PermissionMatrix.Grants(person.FollowsAs is null ? Column.Anonymous : Column.Resident, act)
        // Also of somebody whose roles wait for a second proof of who they are: here is where they give it.
        : act == Act.KeepOwnAccount ? person.IsSignedIn
        : May(person.Roles, act);

    /// <summary>Whether somebody in one of these roles may.</summary>
    public static bool May(IEnumerable<Role> roles, Act act) =>
        roles.Any(role => ColumnsOf(role).Any(column => PermissionMatrix.Grants(column, act)));

    /// <summary>About which cases the person may do it.</summary>
    public static Sight SightFor(this CurrentPerson person, Act act)
    {
        if (person.Follows is { } followed)
        {
            return person.May(act) ? Sight.None with { Only = followed } : Sight.None;
        }

        var sight = Sight.None;
        foreach (var column in person.Roles.SelectMany(ColumnsOf).Where(column => PermissionMatrix.Grants(column, act)))
        {
            sight = column switch
            {
                Column.FrontLine => sight with { Known = true },
                Column.InvestigatingOfficer => sight with { Own = true },
                _ => sight with { Every = true },
            };
        }

        return sight;
    }

    /// <summary>A role and what it brings besides: whoever leads the complaints team is one of it.</summary>
    private static Column[] ColumnsOf(Role role) =>
        role switch
        {
            Role.FrontLine => [Column.FrontLine],
            Role.Handler => [Column.InvestigatingOfficer],
            Role.ComplaintsTeam => [Column.ComplaintsTeam],
            Role.ComplaintsLead => [Column.ComplaintsTeam, Column.ComplaintsLead],
            Role.SafeguardingLead => [Column.SafeguardingLead],
            Role.DataProtectionOfficer => [Column.DataProtectionOfficer],
            Role.ServiceDirector => [Column.ServiceDirector],
            Role.Contractor => [Column.Contractor],
            Role.MemberOfParliament => [Column.MemberOfParliament],
            Role.ScrutinyPanel => [Column.ScrutinyPanel],
            Role.Auditor => [Column.Auditor],
            Role.Administrator => [Column.Administrator],
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };
}
