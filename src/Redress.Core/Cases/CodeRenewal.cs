namespace Redress.Core.Cases;

/// <summary>Why somebody cannot be given a code.</summary>
public enum CannotGiveCode
{
    /// <summary>Several complain, and it does not say which of them is meant.</summary>
    NobodyChosen,

    /// <summary>They do not complain in this case; of an anonymous complaint nobody can show that it is theirs.</summary>
    NotAComplainant,

    /// <summary>They were given as many today as anybody may need.</summary>
    TooOften,

    /// <summary>It is to be mailed to them, and no mail server is set up.</summary>
    NoServer,

    /// <summary>It is to be mailed to them, and there is no address of theirs on record.</summary>
    NoEmail,

    /// <summary>It is to be mailed to them, and they must not be emailed.</summary>
    NotSafe,

    /// <summary>The mail server did not take it. The code they had still opens the case.</summary>
    NotTaken,
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
    /// <param name="named">Who; may be left out where only one complains.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotGiveCode> Decide(Case followed, string? named, DateOnly today)
    {
        var meant = Meant.Among(followed.Complainants, named);
        if (meant.NobodyChosen)
        {
            return CannotGiveCode.NobodyChosen;
        }

        if (meant.Person is not { } person || !followed.Complainants.Contains(person))
        {
            return CannotGiveCode.NotAComplainant;
        }

        var given = new AccessCodeGiven(today, person);
        return followed.History.Count(one => one.Event == given) < MostADay ? given : CannotGiveCode.TooOften;
    }
}
