using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.NoteContact;

/// <summary>What came of an attempt to reach a resident, and that they want none.</summary>
public enum ContactOutcome
{
    Spoke,
    Voicemail,
    NoAnswer,
    Declined,
}

/// <summary>What page and API ask about an attempt to reach the resident.</summary>
public sealed class NoteContactForm
{
    [Display(Name = "note_contact.on")]
    [Required(ErrorMessage = "note_contact.on.missing")]
    public DateOnly? On { get; set; }

    [Display(Name = "note_contact.at")]
    public TimeOnly? At { get; set; }

    [Display(Name = "note_contact.how")]
    [Required(ErrorMessage = "note_contact.how.missing")]
    public ContactMethod? How { get; set; }

    [Display(Name = "note_contact.result")]
    [Required(ErrorMessage = "note_contact.result.missing")]
    public ContactOutcome? Result { get; set; }

    [Display(Name = "note_contact.place")]
    [Line]
    public string? Place { get; set; }

    [Display(Name = "note_contact.place_chosen")]
    public bool PlaceChosenByResident { get; set; }

    [Display(Name = "note_contact.companion")]
    public Companion? Companion { get; set; }

    [Display(Name = "note_contact.companion_name")]
    [Line]
    public string? CompanionName { get; set; }

    [Display(Name = "note_contact.note")]
    [Words]
    public string? Note { get; set; }

    public Decision<CannotNoteContact> Decide(Case contacted, DateOnly today) =>
        Result switch
        {
            ContactOutcome.Declined => ContactNote.Decline(contacted, On!.Value, today),
            ContactOutcome.Spoke => Noted(contacted, ContactResult.Spoke, today),
            ContactOutcome.Voicemail => Noted(contacted, ContactResult.Voicemail, today),
            _ => Noted(contacted, ContactResult.NoAnswer, today),
        };

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotNoteContact refusal) =>
        refusal switch
        {
            CannotNoteContact.NoMeeting => nameof(Place),
            CannotNoteContact.NobodyToAccompany or CannotNoteContact.CompanionNotChosen => nameof(Companion),
            _ => nameof(On),
        };

    private Decision<CannotNoteContact> Noted(Case contacted, ContactResult result, DateOnly today) =>
        ContactNote.Decide(
            contacted,
            new(On!.Value, How!.Value, result, At, Note)
            {
                Place = Place,
                PlaceChosenByResident =
                    PlaceChosenByResident || !string.IsNullOrWhiteSpace(Place) ? PlaceChosenByResident : null,
                Companion = Companion,
                CompanionName = CompanionName,
            },
            today
        );
}
