namespace Redress.Core.Staff;

/// <summary>Somebody's place in a team.</summary>
/// <param name="Person">Who holds it, by id.</param>
/// <param name="Team">In which team, by id.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included; none while it is held.</param>
/// <param name="Grade">How senior it makes them; none where nobody said.</param>
/// <param name="Manager">Their line manager, by id; none where nobody said.</param>
public sealed record Post(
    string Person,
    string Team,
    DateOnly From,
    DateOnly? Until = null,
    Grade? Grade = null,
    string? Manager = null
);

/// <summary>A directorate, or whatever the landlord calls the largest parts it is made of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Services">What it delivers, as cases are sorted; nothing where it serves the others.</param>
public sealed record Unit(string Id, string Name, IReadOnlyList<string> Services)
{
    /// <summary>Whether it delivers a service, in capitals or not.</summary>
    public bool Delivers(string service) => Services.Contains(service, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The unit that a team is in.</summary>
/// <param name="Team">The team, by id.</param>
/// <param name="Unit">The unit, by id.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included; none while it is there.</param>
public sealed record TeamPlace(string Team, string Unit, DateOnly From, DateOnly? Until = null)
{
    /// <summary>The services whose complaints it is given first, to settle what can be settled early.</summary>
    public IReadOnlyList<string> FirstFor { get; init; } = [];
}

/// <summary>
/// Who is in which team, at which grade and under whom, and which unit each team is in: all of it dated, so that a case of
/// years ago is still judged, and counted, as the landlord was then.
/// </summary>
public sealed class Organisation(IReadOnlyList<Post> posts, IReadOnlyList<TeamPlace> places, IReadOnlyList<Unit> units)
{
    private readonly ILookup<string, Post> posts = posts.ToLookup(post => post.Person, StringComparer.Ordinal);
    private readonly Dictionary<string, Unit> units = units.ToDictionary(unit => unit.Id, StringComparer.Ordinal);

    /// <summary>That of a landlord which has not said how it is made up. Nothing that depends on it is asked.</summary>
    public static Organisation NotSaid { get; } = new([], [], []);

    /// <summary>Every unit there is or was.</summary>
    public IReadOnlyCollection<Unit> Units => units.Values;

    /// <summary>Every post that somebody held, holds or will hold, the first first.</summary>
    public IEnumerable<Post> AllPostsOf(string person) => posts[person].OrderBy(post => post.From);

    /// <summary>Every unit that a team was, is or will be in, the first first.</summary>
    public IEnumerable<TeamPlace> PlacesOf(string team) =>
        places.Where(place => place.Team == team).OrderBy(place => place.From);

    /// <summary>Who is in a team on a day, by id.</summary>
    public IEnumerable<Post> MembersOf(string team, DateOnly on) =>
        posts.SelectMany(held => held).Where(post => post.Team == team && post.From <= on && (post.Until ?? on) >= on);

    /// <summary>The posts that somebody holds on a day.</summary>
    public IEnumerable<Post> PostsOf(string person, DateOnly on) =>
        posts[person].Where(post => post.From <= on && (post.Until ?? on) >= on);

    /// <summary>Their highest grade on a day; none where nobody said.</summary>
    public Grade? GradeOf(string person, DateOnly on) => PostsOf(person, on).Max(post => post.Grade);

    /// <summary>Whether two people are in one team on a day.</summary>
    public bool AreInOneTeam(string one, string other, DateOnly on) =>
        PostsOf(one, on).Select(post => post.Team).Intersect(PostsOf(other, on).Select(post => post.Team)).Any();

    /// <summary>Whether somebody is another's line manager on a day, or their manager's, however far up.</summary>
    public bool Manages(string manager, string person, DateOnly on)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var above = new Queue<string>([person]);
        while (above.TryDequeue(out var next))
        {
            foreach (var up in PostsOf(next, on).Select(post => post.Manager).OfType<string>().Where(seen.Add))
            {
                if (up == manager)
                {
                    return true;
                }

                above.Enqueue(up);
            }
        }

        return false;
    }

    /// <summary>Whether somebody is in a team on a day.</summary>
    public bool IsIn(string person, string team, DateOnly on) => PostsOf(person, on).Any(post => post.Team == team);

    /// <summary>
    /// The team, by id, that is given complaints about a service first on a day; none where no team is, or nobody is in it.
    /// </summary>
    public string? FirstTeamFor(string? service, DateOnly on) =>
        service is null
            ? null
            : PlacesOn(on)
                .Where(place =>
                    place.FirstFor.Contains(service, StringComparer.OrdinalIgnoreCase)
                    && MembersOf(place.Team, on).Any()
                )
                .MaxBy(place => place.From)
                ?.Team;

    /// <summary>Whether any team is given complaints about some service first on a day.</summary>
    public bool HasFirstTeams(DateOnly on) => PlacesOn(on).Any(place => place.FirstFor.Count > 0);

    /// <summary>Where a team is on a day; none where nobody said.</summary>
    public TeamPlace? PlaceOf(string team, DateOnly on) => PlacesOn(on).LastOrDefault(place => place.Team == team);

    /// <summary>The unit that a team is in on a day; none where nobody said.</summary>
    public Unit? UnitOf(string team, DateOnly on) =>
        PlaceOf(team, on) is { } place ? units.GetValueOrDefault(place.Unit) : null;

    private IEnumerable<TeamPlace> PlacesOn(DateOnly on) =>
        places.Where(place => place.From <= on && (place.Until ?? on) >= on);

    /// <summary>The units that somebody works in on a day.</summary>
    public IReadOnlyList<Unit> UnitsOf(string person, DateOnly on) =>
        [.. PostsOf(person, on).Select(post => UnitOf(post.Team, on)).OfType<Unit>().Distinct()];

    /// <summary>
    /// Whether somebody works in a unit that delivers services, and none of those is the one named. Whoever serves all the
    /// others, as a central team does, is no stranger to any.
    /// </summary>
    public bool DeliversAnother(string person, string? service, DateOnly on) =>
        service is not null
        && UnitsOf(person, on) is var theirs
        && theirs.Any(unit => unit.Services.Count > 0)
        && !theirs.Any(unit => unit.Delivers(service));

    /// <summary>
    /// Whether somebody is outside a service on a day: they are in a unit, and none of theirs delivers it. None where nobody
    /// said what they are in, or what the service is.
    /// </summary>
    public bool? IsOutside(string person, string? service, DateOnly on) =>
        service is null || UnitsOf(person, on) is not { Count: > 0 } theirs
            ? null
            : !theirs.Any(unit => unit.Delivers(service));
}
