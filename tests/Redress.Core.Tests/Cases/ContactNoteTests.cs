using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ContactNoteTests
{
    private static readonly ContactNoteRequest Call = new(
        Tue15Apr,
        ContactMethod.Phone,
        ContactResult.Spoke,
        new(9, 30),
        "Home on Friday"
    );

    [Fact]
    public void A_meeting_has_its_place_and_who_chose_it_and_a_call_has_none()
    {
        var meeting = Call with { How = ContactMethod.Meeting, Place = "Her kitchen", PlaceChosenByResident = true };
        var met = Only<Contacted, CannotNoteContact>(ContactNote.Decide(Logged(), meeting, Tue15Apr));

        Assert.Equal(("Her kitchen", true), (met.Place?.Text, met.PlaceChosenByResident));
        Refused(
            CannotNoteContact.NoMeeting,
            ContactNote.Decide(Logged(), Call with { Place = "Her kitchen" }, Tue15Apr)
        );
    }

    [Fact]
    public void Who_came_with_the_resident_belongs_to_a_meeting_where_they_spoke()
    {
        var meeting = Call with
        {
            How = ContactMethod.Meeting,
            Companion = Companion.Advocate,
            CompanionName = "Ife Bello",
        };
        var met = Only<Contacted, CannotNoteContact>(ContactNote.Decide(Logged(), meeting, Tue15Apr));

        Assert.Equal((Companion.Advocate, "Ife Bello"), (met.Companion, met.CompanionName?.Text));
        Refused(
            CannotNoteContact.NobodyToAccompany,
            ContactNote.Decide(Logged(), meeting with { How = ContactMethod.Phone }, Tue15Apr)
        );
        Refused(
            CannotNoteContact.NobodyToAccompany,
            ContactNote.Decide(Logged(), meeting with { Result = ContactResult.NoAnswer }, Tue15Apr)
        );
        Refused(
            CannotNoteContact.CompanionNotChosen,
            ContactNote.Decide(Logged(), meeting with { Companion = null }, Tue15Apr)
        );
    }

    [Fact]
    public void A_call_is_noted_with_what_came_of_it()
    {
        var contacted = Only<Contacted, CannotNoteContact>(ContactNote.Decide(Logged(), Call, Tue15Apr));

        Assert.Equal(
            (1, ContactResult.Spoke, "Home on Friday"),
            (contacted.Stage, contacted.Result, contacted.Note!.Text)
        );
    }

    [Fact]
    public void Only_having_spoken_counts_as_contact()
    {
        var logged = Logged().Then(new Contacted(Mon14Apr, 1, ContactMethod.Phone, ContactResult.Voicemail));
        Assert.Null(logged.CurrentStage.SpokenToOn);

        logged.Then(ContactNote.Decide(logged, Call, Tue15Apr).Events);
        Assert.Equal(Tue15Apr, logged.CurrentStage.SpokenToOn);
    }

    [Fact]
    public void A_note_made_late_belongs_to_the_stage_of_its_day()
    {
        Assert.Equal(1, Only<Contacted, CannotNoteContact>(ContactNote.Decide(Escalated(), Call, Wed23Apr)).Stage);

        var later = Call with { On = Thu17Apr };
        Assert.Equal(2, Only<Contacted, CannotNoteContact>(ContactNote.Decide(Escalated(), later, Wed23Apr)).Stage);
    }

    [Fact]
    public void A_resident_may_want_no_contact() =>
        Assert.Equal(
            new ContactDeclined(Tue15Apr, 1),
            Only<ContactDeclined, CannotNoteContact>(ContactNote.Decline(Logged(), Tue15Apr, Tue15Apr))
        );

    [Fact]
    public void Contact_falls_between_receipt_and_today()
    {
        Refused(CannotNoteContact.InTheFuture, ContactNote.Decide(Logged(), Call, today: Mon14Apr));
        Refused(CannotNoteContact.InTheFuture, ContactNote.Decline(Logged(), Tue15Apr, today: Mon14Apr));
        Refused(CannotNoteContact.BeforeReceipt, ContactNote.Decide(Logged(), Call with { On = Fri11Apr }, Tue15Apr));
        Refused(CannotNoteContact.BeforeReceipt, ContactNote.Decline(Logged(), Fri11Apr, Tue15Apr));
    }
}
