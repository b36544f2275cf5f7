using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Redress.Core.Calendar;
using Redress.Core.Staff;
using Redress.Web.Data;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Features.Organisation;

/// <summary>A team, who is in it today, and the services whose complaints it has first.</summary>
public sealed record TeamNow(TeamRow Team, IReadOnlyList<Post> Members, IReadOnlyList<string> FirstFor);

/// <summary>A unit and the teams in it today; no unit for the teams that are in none.</summary>
public sealed record UnitNow(Unit? Unit, IReadOnlyList<TeamNow> Teams);

/// <summary>How the landlord is made up today.</summary>
[Needs(Act.SeeOrganisation)]
public sealed class ShowOrganisationModel(
    OrganisationStore store,
    RulesStore rules,
    StaffDirectory staff,
    CurrentPerson person,
    TimeProvider time,
    IStringLocalizer<Text> text
) : PageModel
{
    public bool MayChange => person.May(Act.ManageOrganisation);

    public IReadOnlyList<UnitNow> Units { get; private set; } = [];

    /// <summary>Who has an account, and is in no team today.</summary>
    public IReadOnlyList<StaffMember> WithoutPost { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (house, today) = (rules.Current.Organisation, LondonTime.Today(time));
        var everybody = await staff.EverybodyAsync(cancel);
        Units = Of(house, await store.TeamsAsync(cancel), today);
        WithoutPost = [.. everybody.Where(one => one.CanBeHeard && !house.PostsOf(one.Id, today).Any())];
    }

    public string NameOf(string id) => staff.NameOf(id);

    /// <summary>Their grade and their manager, as far as they were said.</summary>
    public string About(Post post)
    {
        string?[] known =
        [
            post.Grade is { } grade ? text.Word(grade) : null,
            post.Manager is { } manager ? text["organisation.managed_by", staff.NameOf(manager)].Value : null,
        ];
        var said = string.Join(", ", known.OfType<string>());
        return said.Length == 0 ? "" : $", {said}";
    }

    /// <summary>Every unit by name, with its teams by name; last the teams that are in none.</summary>
    internal static IReadOnlyList<UnitNow> Of(
        Redress.Core.Staff.Organisation house,
        IReadOnlyList<TeamRow> teams,
        DateOnly today
    )
    {
        var placed = teams
            .Where(team => team.ExistsFrom <= today && (team.ExistsUntil ?? today) >= today)
            .ToLookup(
                team => house.UnitOf(team.Id, today)?.Id ?? "",
                team => new TeamNow(
                    team,
                    [
                        .. house
                            .MembersOf(team.Id, today)
                            .OrderByDescending(post => post.Grade)
                            .ThenBy(post => post.Person),
                    ],
                    house.PlaceOf(team.Id, today)?.FirstFor ?? []
                ),
                StringComparer.Ordinal
            );
        return
        [
            .. house
                .Units.OrderBy(unit => unit.Name, StringComparer.OrdinalIgnoreCase)
                .Select(unit => new UnitNow(unit, [.. placed[unit.Id]])),
            .. placed[""].Any() ? [new UnitNow(null, [.. placed[""]])] : Array.Empty<UnitNow>(),
        ];
    }
}
