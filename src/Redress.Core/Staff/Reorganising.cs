namespace Redress.Core.Staff;

/// <summary>Why somebody cannot be given a post.</summary>
public enum CannotGivePost
{
    /// <summary>They would manage themselves, at once or by way of others.</summary>
    ManagesThemselves,

    /// <summary>There is no such team.</summary>
    UnknownTeam,
}

/// <summary>Why a team cannot be placed in a unit.</summary>
public enum CannotPlaceTeam
{
    /// <summary>It is in that unit already, and is given the same complaints first.</summary>
    ThereAlready,

    /// <summary>There is no such unit.</summary>
    UnknownUnit,

    /// <summary>There is no such team, or it is in no unit on that day, and so is given nothing first.</summary>
    NotPlaced,
}

/// <summary>Why a unit cannot be added or changed.</summary>
public enum CannotSayUnit
{
    /// <summary>There is no such unit to change.</summary>
    UnknownUnit,

    /// <summary>Another unit is called so: what it delivers must not be lost by adding it anew.</summary>
    NameTaken,
}

/// <summary>
/// Changing how a landlord is made up. What held until then stays known for the days it held on: it ends on the day before.
/// What was said of a later day stays as well, and the new ends on the day before that: how it was years ago can be said
/// afterwards. Only what began on the same day gives way, as a slip put right.
/// </summary>
public static class Reorganising
{
    /// <summary>Why a unit cannot be added, or one there is be called or deliver something else; none where it can.</summary>
    public static CannotSayUnit? Against(Organisation house, Unit said, bool isNew) =>
        !isNew && house.Units.All(unit => unit.Id != said.Id) ? CannotSayUnit.UnknownUnit
        : house.Units.Any(unit =>
            unit.Id != said.Id && string.Equals(unit.Name, said.Name, StringComparison.OrdinalIgnoreCase)
        )
            ? CannotSayUnit.NameTaken
        : null;

    /// <summary>Why somebody cannot be given a post in a team there is; none where they can.</summary>
    public static CannotGivePost? Against(Organisation house, Post post) =>
        post.Manager is { } manager && (manager == post.Person || house.Manages(post.Person, manager, post.From))
            ? CannotGivePost.ManagesThemselves
            : null;

    /// <summary>Why a team cannot be placed; none where it can.</summary>
    public static CannotPlaceTeam? Against(Organisation house, TeamPlace place) =>
        house.Units.All(unit => unit.Id != place.Unit) ? CannotPlaceTeam.UnknownUnit
        : house.PlaceOf(place.Team, place.From) is { } now
        && now.Unit == place.Unit
        && now.FirstFor.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(place.FirstFor)
            ? CannotPlaceTeam.ThereAlready
        : null;

    /// <summary>The last day of what begins on a day, where something else begins later; none where nothing does.</summary>
    public static DateOnly? LastDay(IEnumerable<DateOnly> beginnings, DateOnly from) =>
        beginnings.Where(other => other > from).Order().Select(next => (DateOnly?)next.AddDays(-1)).FirstOrDefault();
}
