namespace Redress.Core.Cases;

/// <summary>Why who somebody is cannot be kept from those who work on the case.</summary>
public enum CannotKeepConfidential
{
    /// <summary>Several complain, and it does not say which of them is meant.</summary>
    NobodyChosen,

    /// <summary>Nobody is known who complained: it is anonymous, or nothing was written down of them.</summary>
    NobodyKnown,

    /// <summary>It is kept from them already.</summary>
    AlreadyConfidential,
}

/// <summary>Why confidentiality cannot end.</summary>
public enum CannotEndConfidentiality
{
    /// <summary>Several complain, and it does not say which of them is meant.</summary>
    NobodyChosen,

    /// <summary>They are not confidential.</summary>
    NotConfidential,

    /// <summary>It does not say how they agreed.</summary>
    NoConsent,

    /// <summary>The day they agreed has not come yet.</summary>
    InTheFuture,
}

/// <summary>Why an identity cannot be opened.</summary>
public enum CannotOpenIdentity
{
    /// <summary>Several complain, and it does not say which of them is meant.</summary>
    NobodyChosen,

    /// <summary>They are not confidential: everybody who may see the case sees who they are.</summary>
    NotConfidential,
}

/// <summary>
/// A resident whom the complaints team knows and can write to, and nobody else who works on the case does. Who they are
/// lies in a record of its own; history says only from when to when it was kept, and who opened it.
/// </summary>
public static class Confidentiality
{
    /// <summary>Who somebody is, is kept from now on.</summary>
    /// <param name="kept">The case.</param>
    /// <param name="named">Who; may be left out where only one complains.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotKeepConfidential> Begin(Case kept, string? named, DateOnly today)
    {
        var meant = Meant.Among(kept.Complainants, named);
        return meant.NobodyChosen ? CannotKeepConfidential.NobodyChosen
            : meant.Person is not { } person || !kept.Complainants.Contains(person) ? CannotKeepConfidential.NobodyKnown
            : kept.IsConfidential(person) ? CannotKeepConfidential.AlreadyConfidential
            : new MadeConfidential(today, person);
    }

    /// <summary>They agreed that everybody who works on the case may know who they are.</summary>
    /// <param name="kept">The case.</param>
    /// <param name="named">Who; may be left out where only one complains.</param>
    /// <param name="on">The day they agreed.</param>
    /// <param name="consent">How they agreed, and to what.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotEndConfidentiality> End(
        Case kept,
        string? named,
        DateOnly on,
        string? consent,
        DateOnly today
    )
    {
        var (person, nobodyChosen) = Meant.Among(kept.Complainants, named);
        if (nobodyChosen)
        {
            return CannotEndConfidentiality.NobodyChosen;
        }

        if (!kept.IsConfidential(person))
        {
            return CannotEndConfidentiality.NotConfidential;
        }

        if (Words.From(consent) is not { } how)
        {
            return CannotEndConfidentiality.NoConsent;
        }

        return on > today ? CannotEndConfidentiality.InTheFuture : new ConfidentialityEnded(on, person!, how);
    }

    /// <summary>Somebody looks who they are: on its own, or to address a letter.</summary>
    /// <param name="kept">The case.</param>
    /// <param name="named">Who; may be left out where only one complains.</param>
    /// <param name="letter">The number of the letter that is printed with it, if that is why.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotOpenIdentity> Open(Case kept, string? named, int? letter, DateOnly today)
    {
        var (person, nobodyChosen) = Meant.Among(kept.Complainants, named);
        return nobodyChosen ? CannotOpenIdentity.NobodyChosen
            : kept.IsConfidential(person) ? new IdentityOpened(today, person!, letter)
            : CannotOpenIdentity.NotConfidential;
    }
}
