namespace Redress.Core.Cases;

/// <summary>Why somebody cannot be given a code.</summary>
public enum CannotGiveCode
{
    /// <summary>They do not complain in this case; of an anonymous complaint nobody can show that it is theirs.</summary>
    NotAComplainant,

    /// <summary>They were given as many today as anybody may need.</summary>
    TooOften,
}

/// <summary>
/// Somebody who complains is given a code: a new one in place of one they lost, or their first, where they rang. Whatever
/// code they had opens nothing from then on.
/// </summary>
public static class CodeRenewal
{
    /// <summary>How many codes one person may be given on one day.</summary>
    public const int MostADay = 3;

    /// <summary>Decides it.</summary>
    /// <param name="followed">The case.</param>
    /// <param name="person">Who; none where nobody is known.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotGiveCode> Decide(Case followed, string? person, DateOnly today)
    {
        if (person is null || !followed.Complainants.Contains(person))
        {
            return CannotGiveCode.NotAComplainant;
        }

        var given = new AccessCodeGiven(today, person);
        return followed.History.Count(one => one.Event == given) < MostADay ? given : CannotGiveCode.TooOften;
    }
}
