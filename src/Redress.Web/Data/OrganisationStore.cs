using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Redress.Core;
using Redress.Core.Staff;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>
/// How the landlord is made up: units, the teams in them and who is in those. Every change is in history, and moves no case.
/// Whoever decides on a case reads it among the rules.
/// </summary>
public sealed class OrganisationStore(
    Database database,
    WriteGate gate,
    RulesStore rules,
    CurrentPerson person,
    TimeProvider time
)
{
    private const string All = "organisation";

    internal static async Task<Organisation> ReadAsync(Database database, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await ReadAsync(context, cancel);
    }

    /// <summary>The teams there are, by name.</summary>
    public async Task<IReadOnlyList<TeamRow>> TeamsAsync(CancellationToken cancel)
    {
        await using var context = database.NewContext();
        return await context
            .Teams.AsNoTracking()
            .OrderBy(team => team.Name)
            .ThenBy(team => team.Id)
            .ToListAsync(cancel);
    }

    /// <summary>Adds a unit, or says anew what one is called and delivers.</summary>
    /// <param name="id">Which one; none to add one.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="services">What it delivers.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Why not; none where it is so now.</returns>
    public async Task<CannotSayUnit?> SayUnitAsync(
        string? id,
        string name,
        IReadOnlyList<string> services,
        CancellationToken cancel
    )
    {
        CannotSayUnit? refusal = null;
        await ChangeAsync(
            (_, house, recording) =>
            {
                var said = new Unit(id ?? Ids.New(time.GetUtcNow()), name, services);
                var isSo = house.Units.Any(unit =>
                    unit.Id == (id ?? unit.Id) && unit.Name == name && unit.Services.SequenceEqual(services)
                );
                refusal = isSo ? null : Reorganising.Against(house, said, isNew: id is null);
                if (isSo || refusal is not null)
                {
                    return Task.FromResult<(string, JsonObject)?>(null);
                }

                recording.Put(
                    new UnitRow
                    {
                        Id = said.Id,
                        Name = name,
                        Services = string.Join('\n', services),
                    }
                );
                return Task.FromResult<(string, JsonObject)?>(
                    (
                        "unit_said",
                        new()
                        {
                            ["unit"] = said.Id,
                            ["name"] = name,
                            ["services"] = new JsonArray([.. services.Select(one => (JsonNode)one)]),
                        }
                    )
                );
            },
            cancel
        );
        return refusal;
    }

    /// <summary>
    /// Places a team in a unit from a day on, up to where it is known to be placed anew; what it has first, it keeps. A team
    /// of a name that is not known yet begins then.
    /// </summary>
    /// <returns>Why not; none where it is so now.</returns>
    public Task<CannotPlaceTeam?> PlaceTeamAsync(string name, string unit, DateOnly from, CancellationToken cancel) =>
        PlaceAsync(
            async (context, house) =>
            {
                var team =
                    await context.Teams.AsNoTracking().FirstOrDefaultAsync(team => team.Name == name, cancel)
                    ?? new TeamRow
                    {
                        Id = Ids.New(time.GetUtcNow()),
                        Name = name,
                        ExistsFrom = from,
                    };
                var now = house.PlaceOf(team.Id, from);
                return (team, new TeamPlace(team.Id, unit, from) { FirstFor = now?.FirstFor ?? [] });
            },
            cancel
        );

    /// <summary>Says which services' complaints a team is given first from a day on.</summary>
    /// <returns>Why not; none where it is so now.</returns>
    public Task<CannotPlaceTeam?> GiveFirstAsync(
        string id,
        IReadOnlyList<string> services,
        DateOnly from,
        CancellationToken cancel
    ) =>
        PlaceAsync(
            async (context, house) =>
                await context.Teams.AsNoTracking().FirstOrDefaultAsync(team => team.Id == id, cancel) is { } team
                && house.PlaceOf(id, from) is { } now
                    ? (team, now with { From = from, Until = null, FirstFor = services })
                    : null,
            cancel
        );

    private async Task<CannotPlaceTeam?> PlaceAsync(
        Func<RedressContext, Organisation, Task<(TeamRow Team, TeamPlace Place)?>> decide,
        CancellationToken cancel
    )
    {
        CannotPlaceTeam? refusal = null;
        await ChangeAsync(
            async (context, house, recording) =>
            {
                if (await decide(context, house) is not var (team, place))
                {
                    refusal = CannotPlaceTeam.NotPlaced;
                    return null;
                }

                refusal = Reorganising.Against(house, place);
                if (refusal is not null)
                {
                    return null;
                }

                recording.Put(team);
                var held = await context
                    .TeamUnits.AsNoTracking()
                    .Where(row => row.TeamId == team.Id)
                    .Where(row => row.InUnitUntil == null || row.InUnitUntil >= place.From)
                    .ToListAsync(cancel);
                foreach (var row in held.Where(row => row.InUnitFrom < place.From))
                {
                    recording.Put(row with { InUnitUntil = place.From.AddDays(-1) });
                }

                recording.Put(
                    new TeamUnitRow
                    {
                        TeamId = team.Id,
                        UnitId = place.Unit,
                        InUnitFrom = place.From,
                        InUnitUntil = Reorganising.LastDay(
                            house.PlacesOf(team.Id).Select(other => other.From),
                            place.From
                        ),
                        FirstFor = string.Join('\n', place.FirstFor),
                    }
                );
                return (
                    "team_placed",
                    new()
                    {
                        ["team"] = team.Id,
                        ["name"] = team.Name,
                        ["unit"] = place.Unit,
                        ["from"] = $"{place.From:yyyy-MM-dd}",
                        ["first_for"] = new JsonArray([.. place.FirstFor.Select(one => (JsonNode)one)]),
                    }
                );
            },
            cancel
        );
        return refusal;
    }

    /// <summary>Gives somebody a post, which ends the one they had, and lasts until one that is known to begin later.</summary>
    /// <returns>Why not; none where it is so now.</returns>
    public async Task<CannotGivePost?> GivePostAsync(Post given, CancellationToken cancel)
    {
        CannotGivePost? refusal = null;
        await ChangeAsync(
            async (context, house, recording) =>
            {
                var known = house.AllPostsOf(given.Person).ToList();
                var post = given with { Until = Reorganising.LastDay(known.Select(one => one.From), given.From) };
                refusal = await context.Teams.AnyAsync(team => team.Id == post.Team, cancel)
                    ? Reorganising.Against(house, post)
                    : CannotGivePost.UnknownTeam;
                if (refusal is not null || known.Contains(post))
                {
                    return null;
                }

                var held = await context
                    .TeamMembers.AsNoTracking()
                    .Where(row => row.PersonId == post.Person)
                    .Where(row => row.MemberUntil == null || row.MemberUntil >= post.From)
                    .ToListAsync(cancel);
                foreach (var before in held)
                {
                    if (before.MemberFrom < post.From)
                    {
                        recording.Put(before with { MemberUntil = post.From.AddDays(-1) });
                    }
                    else if (before.MemberFrom == post.From && before.TeamId != post.Team)
                    {
                        recording.Delete(before);
                    }
                }

                recording.Put(
                    new TeamMemberRow
                    {
                        TeamId = post.Team,
                        PersonId = post.Person,
                        MemberFrom = post.From,
                        MemberUntil = post.Until,
                        Grade = post.Grade,
                        ManagerId = post.Manager,
                    }
                );
                return (
                    "post_given",
                    new()
                    {
                        ["person"] = post.Person,
                        ["team"] = post.Team,
                        ["from"] = $"{post.From:yyyy-MM-dd}",
                        ["grade"] = post.Grade is { } grade ? WireName.Of(grade) : null,
                        ["manager"] = post.Manager,
                    }
                );
            },
            cancel
        );
        return refusal;
    }

    private static async Task<Organisation> ReadAsync(RedressContext context, CancellationToken cancel) =>
        new(
            [
                .. (await context.TeamMembers.AsNoTracking().ToListAsync(cancel)).Select(row => new Post(
                    row.PersonId,
                    row.TeamId,
                    row.MemberFrom,
                    row.MemberUntil,
                    row.Grade,
                    row.ManagerId
                )),
            ],
            [
                .. (await context.TeamUnits.AsNoTracking().ToListAsync(cancel)).Select(row => new TeamPlace(
                    row.TeamId,
                    row.UnitId,
                    row.InUnitFrom,
                    row.InUnitUntil
                )
                {
                    FirstFor = row.FirstFor.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                }),
            ],
            [
                .. (await context.Units.AsNoTracking().ToListAsync(cancel)).Select(row => new Unit(
                    row.Id,
                    row.Name,
                    row.Services.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                )),
            ]
        );

    /// <summary>What changes and its history change together; where nothing is to be changed there is no trace.</summary>
    private async Task ChangeAsync(
        Func<RedressContext, Organisation, Recording, Task<(string Event, JsonObject Data)?>> decide,
        CancellationToken cancel
    )
    {
        while (true)
        {
            try
            {
                await using var context = database.NewContext();
                var recording = new Recording();
                var signature = new Signature(person.Id, time.GetUtcNow().UtcDateTime);
                if (await decide(context, await ReadAsync(context, cancel), recording) is not var (happened, data))
                {
                    return;
                }

                await context.AppendAsync(
                    recording,
                    (Streams.Organisation, All),
                    (happened, data.ToJsonString()),
                    signature,
                    cancel
                );
                await gate.RecordAsync(recording, cancel);
                await rules.ReadAsync(cancel);
                return;
            }
            catch (ConflictException)
            {
                // Somebody changed it at the same moment; this comes after theirs.
            }
        }
    }
}
