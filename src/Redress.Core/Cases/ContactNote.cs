namespace Redress.Core.Cases;

/// <summary>An attempt to reach the resident.</summary>
/// <param name="On">The day.</param>
/// <param name="How">How.</param>
/// <param name="Result">What came of it.</param>
/// <param name="At">The time of day, if known.</param>
/// <param name="Note">What was said, if anything worth noting was.</param>
public sealed record ContactNoteRequest(
    DateOnly On,
    ContactMethod How,
    ContactResult Result,
    TimeOnly? At = null,
    string? Note = null
)
{
    /// <summary>Where they met, if they did.</summary>
    public string? Place { get; init; }

    /// <summary>Whether the resident chose the place; none where that is not known.</summary>
    public bool? PlaceChosenByResident { get; init; }

    /// <summary>Who came with the resident, if anybody did.</summary>
    public Companion? Companion { get; init; }

    /// <summary>Their name.</summary>
    public string? CompanionName { get; init; }
}

/// <summary>Why a contact cannot be noted.</summary>
public enum CannotNoteContact
{
    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before the case was received.</summary>
    BeforeReceipt,

    /// <summary>It gives a place, and they did not meet.</summary>
    NoMeeting,

    /// <summary>It says who came with the resident, and they did not meet.</summary>
    NobodyToAccompany,

    /// <summary>It names somebody, and not as whom they came, or that nobody did.</summary>
    CompanionNotChosen,
}

/// <summary>Noting an attempt to reach the resident, or that they want none. A case takes notes even when it is closed.</summary>
public static class ContactNote
{
    /// <summary>A note belongs to the stage the case had reached on its day.</summary>
    public static Decision<CannotNoteContact> Decide(Case contacted, ContactNoteRequest request, DateOnly today)
    {
        if (request.On > today)
        {
            return CannotNoteContact.InTheFuture;
        }

        if (contacted.StageOn(request.On) is not { } stage)
        {
            return CannotNoteContact.BeforeReceipt;
        }

        var place = Words.From(request.Place);
        if (place is not null && !request.How.IsInPerson())
        {
            return CannotNoteContact.NoMeeting;
        }

        var name = Words.From(request.CompanionName);
        if (
            (request.Companion is not null || name is not null)
            && !(request.How.IsInPerson() && request.Result == ContactResult.Spoke)
        )
        {
            return CannotNoteContact.NobodyToAccompany;
        }

        if (request.Companion is null or Companion.Nobody && name is not null)
        {
            return CannotNoteContact.CompanionNotChosen;
        }

        return new Contacted(
            request.On,
            stage.Number,
            request.How,
            request.Result,
            request.At,
            Words.From(request.Note),
            place,
            request.How.IsInPerson() ? request.PlaceChosenByResident : null,
            request.Companion,
            name
        );
    }

    /// <summary>The resident said that no contact or meeting was wanted.</summary>
    public static Decision<CannotNoteContact> Decline(Case contacted, DateOnly on, DateOnly today)
    {
        if (on > today)
        {
            return CannotNoteContact.InTheFuture;
        }

        if (contacted.StageOn(on) is not { } stage)
        {
            return CannotNoteContact.BeforeReceipt;
        }

        return new ContactDeclined(on, stage.Number);
    }
}
