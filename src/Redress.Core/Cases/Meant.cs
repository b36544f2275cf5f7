namespace Redress.Core.Cases;

/// <summary>Whom an act is about that is about one person in a case.</summary>
/// <param name="Person">Whoever is named; where nobody is, the only one there is. None where neither tells one.</param>
/// <param name="NobodyChosen">
/// Whether it could be one of several and nobody is named. Nobody is meant then, the one who leads no more than another.
/// </param>
public readonly record struct Meant(string? Person, bool NobodyChosen)
{
    /// <summary>Whom somebody means.</summary>
    /// <param name="those">The ids of those whom it could be.</param>
    /// <param name="named">Whom they name, if anybody: whether that is one of those is for the act to say.</param>
    public static Meant Among(IReadOnlyCollection<string> those, string? named) =>
        named is null && those.Count > 1
            ? new(Person: null, NobodyChosen: true)
            : new(named ?? those.FirstOrDefault(), NobodyChosen: false);
}
