namespace Redress.Core.Cases;

/// <summary>What somebody is called, and how they are reached. None of it ever stands in history.</summary>
/// <param name="Name">Their name; empty where nobody wrote one down.</param>
/// <param name="Phone">Their telephone number.</param>
/// <param name="Email">Where they are mailed.</param>
/// <param name="Address">Where they are posted to, without the postcode.</param>
/// <param name="Postcode">The postcode of it.</param>
public sealed record ContactDetails(string Name, string? Phone, string? Email, string? Address, string? Postcode);

/// <summary>Some of what is known of how somebody is called and reached.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Phone">Their telephone number.</param>
/// <param name="Email">Where they are mailed.</param>
/// <param name="Address">Where they are posted to, or its postcode.</param>
public readonly record struct ContactFields(bool Name, bool Phone, bool Email, bool Address);

/// <summary>Why how somebody is reached cannot be corrected.</summary>
public enum CannotCorrectContact
{
    /// <summary>Several are in the case, and it does not say which of them is meant.</summary>
    NobodyChosen,

    /// <summary>Nobody is known in this case, or nobody of that id.</summary>
    NotInTheCase,

    /// <summary>All of it is so already.</summary>
    NothingChanged,
}

/// <summary>
/// How somebody in a case is called and reached is put right: misspelt, moved, another number. What it was and what it is
/// now lies with the person, and is gone with them; history says only which of it changed, and who changed it.
/// </summary>
public static class ContactCorrection
{
    /// <summary>
    /// Decides it. Letters that could not be mailed are tried again where they now go to the address that was put right,
    /// whose letters they are or whom they act for; unless a copy that goes to another address could not leave either:
    /// those wait for whoever settles them.
    /// </summary>
    /// <param name="corrected">The case.</param>
    /// <param name="meant">Who.</param>
    /// <param name="was">What is known of them; none where nobody of that id is in the case.</param>
    /// <param name="now">What is right; none where nobody is known.</param>
    /// <param name="reason">How it came up, if anybody says so.</param>
    /// <param name="mailed">
    /// Whether the copy of a complainant, or of nobody in particular the letter itself, is mailed to the address of the
    /// person put right, as it is from now on.
    /// </param>
    /// <param name="today">Today.</param>
    /// <param name="filledIn">
    /// What was filled in. Of somebody confidential that is all that is said, whether or not it was so already: it would tell
    /// whether a guess at them is right.
    /// </param>
    public static Decision<CannotCorrectContact> Decide(
        Case corrected,
        Meant meant,
        ContactDetails? was,
        ContactDetails? now,
        string? reason,
        Func<string?, bool> mailed,
        DateOnly today,
        ContactFields filledIn = default
    )
    {
        if (meant.NobodyChosen)
        {
            return CannotCorrectContact.NobodyChosen;
        }

        if (meant.Person is not { } person || was is null || now is null)
        {
            return CannotCorrectContact.NotInTheCase;
        }

        var what = corrected.IsConfidential(person) ? filledIn : Changed(was, now);
        if (what == default)
        {
            return CannotCorrectContact.NothingChanged;
        }

        var happened = new ContactCorrected(
            today,
            person,
            what.Name,
            what.Phone,
            what.Email,
            what.Address,
            Words.From(reason)
        );
        var events = new List<CaseEvent> { happened };
        if (happened.Email)
        {
            events.AddRange(TriedAgain(corrected, mailed, today));
        }

        return events;
    }

    private static ContactFields Changed(ContactDetails was, ContactDetails now) =>
        new(
            was.Name != now.Name,
            was.Phone != now.Phone,
            was.Email != now.Email,
            (was.Address, was.Postcode) != (now.Address, now.Postcode)
        );

    /// <summary>Whether what they say is still so is looked at when they leave.</summary>
    private static IEnumerable<CaseEvent> TriedAgain(Case corrected, Func<string?, bool> mailed, DateOnly today) =>
        corrected
            .Letters.Where(letter =>
                letter.Failure is LetterFailure.AddressRefused or LetterFailure.NoAddress
                && WasRefusedThere(letter, mailed)
            )
            .Select(letter => new LetterRerouted(today, letter.Number, Channel.Email));

    /// <summary>Whether all of it that could not leave goes to that address.</summary>
    private static bool WasRefusedThere(WaitingLetter letter, Func<string?, bool> mailed) =>
        letter.Copies.Count == 0 ? mailed(null) : letter.ToReroute.All(copy => mailed(copy.Person));
}
