using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ContactCorrectionTests
{
    private static readonly ContactDetails Was = new(
        "Mrs Shaw",
        "01632 960001",
        "shaw@vale.example",
        "1 High Road",
        "V1"
    );

    [Fact]
    public void History_holds_what_changed_and_nothing_of_what_it_is()
    {
        var corrected = Only<ContactCorrected, CannotCorrectContact>(
            Correct(Defined(), Was with { Name = "Mrs Shah", Postcode = "V2" })
        );

        Assert.Equal(new ContactCorrected(Wed16Apr, "p1", Name: true, Address: true), corrected);
        Assert.DoesNotContain("Shah", $"{corrected}", StringComparison.Ordinal);
    }

    [Fact]
    public void Why_may_be_said()
    {
        var decision = ContactCorrection.Decide(
            Defined(),
            "p1",
            Was,
            Was with
            {
                Phone = null,
            },
            " She rang ",
            canMail: true,
            Wed16Apr
        );

        var corrected = Only<ContactCorrected, CannotCorrectContact>(decision);
        Assert.Equal(("She rang", true), (corrected.Reason!.Text, corrected.Phone));
    }

    [Fact]
    public void Of_somebody_confidential_it_does_not_say_whether_a_guess_is_right()
    {
        var hidden = Defined().Then(new MadeConfidential(Tue15Apr, "p1"));
        ContactDetails[] guesses = [Was, Was with { Name = "Mrs Shah" }, Was with { Phone = "01632 960002" }];
        foreach (var guess in guesses)
        {
            var decision = ContactCorrection.Decide(
                hidden,
                "p1",
                Was,
                guess,
                null,
                canMail: true,
                Wed16Apr,
                new(Name: true, Phone: true, Email: false, Address: false)
            );
            Assert.Equal(
                new ContactCorrected(Wed16Apr, "p1", Name: true, Phone: true),
                Only<ContactCorrected, CannotCorrectContact>(decision)
            );
        }

        Refused(CannotCorrectContact.NothingChanged, Correct(hidden, Was));
    }

    [Fact]
    public void Somebody_is_corrected_who_is_there_and_in_something_that_is_not_so()
    {
        Refused(CannotCorrectContact.NothingChanged, Correct(Defined(), Was));
        Refused(
            CannotCorrectContact.NotInTheCase,
            ContactCorrection.Decide(Defined(), "p9", was: null, Was, null, canMail: true, Wed16Apr)
        );
        Refused(
            CannotCorrectContact.NotInTheCase,
            ContactCorrection.Decide(Defined(), person: null, was: null, Was, null, canMail: true, Wed16Apr)
        );
    }

    [Fact]
    public void A_letter_that_the_old_address_would_not_take_is_tried_again_at_the_new_one()
    {
        var failed = Unsent(Channel.Email, LetterFailure.AddressRefused);

        var events = Correct(failed, Was with { Email = "shah@vale.example" }).Events;

        Assert.Equal(new LetterRerouted(Wed16Apr, failed.Letters[0].Number, Channel.Email), events[1]);
        Assert.Null(Assert.Single(failed.Then(events).Letters).Failure);
    }

    [Fact]
    public void Without_a_mail_server_it_goes_on_waiting()
    {
        var failed = Unsent(Channel.Email, LetterFailure.AddressRefused);
        var better = Was with { Email = "shah@vale.example" };

        Assert.Single(ContactCorrection.Decide(failed, "p1", Was, better, null, canMail: false, Wed16Apr).Events);
    }

    [Fact]
    public void A_letter_that_waits_for_another_reason_or_another_person_goes_on_waiting()
    {
        var better = Was with { Email = "shah@vale.example" };

        Assert.Single(Correct(Unsent(Channel.Email, LetterFailure.AddressRefused), Was with { Email = null }).Events);
        Assert.Single(Correct(Unsent(Channel.Email, LetterFailure.AddressRefused), Was with { Phone = null }).Events);
        Assert.Single(Correct(Unsent(Channel.Email, LetterFailure.CaseMovedOn), better).Events);
        var another = ContactCorrection.Decide(
            Unsent(Channel.Email, LetterFailure.AddressRefused),
            "somebody who acts for another",
            Was,
            better,
            null,
            canMail: true,
            Wed16Apr
        );
        Assert.Single(another.Events);
    }

    [Theory]
    [InlineData("p1", 2)]
    [InlineData("p2", 1)]
    public void Of_a_letter_to_several_the_copy_is_tried_again_that_alone_could_not_leave(string person, int events)
    {
        var several = Defined().Then(new ComplainantJoined(Wed16Apr, "p2"));
        several.Then(
            new LetterWritten(
                Wed16Apr,
                Channel.Email,
                Words.Stored("9.1", "ab"),
                Copies: [new("p1", Channel.Email), new("p2", Channel.Email)]
            )
        );
        several.Then(new LetterFailed(Wed16Apr, several.Version, LetterFailure.AddressRefused, Person: "p1"));

        var decision = ContactCorrection.Decide(
            several,
            person,
            Was,
            Was with
            {
                Email = "new@vale.example",
            },
            null,
            canMail: true,
            Wed16Apr
        );

        Assert.Equal(events, decision.Events.Count);
    }

    private static Decision<CannotCorrectContact> Correct(Case about, ContactDetails now) =>
        ContactCorrection.Decide(about, "p1", Was, now, reason: null, canMail: true, Wed16Apr);

    private static Case Unsent(Channel channel, LetterFailure why)
    {
        var written = Defined().Then(new LetterWritten(Wed16Apr, channel, Words.Stored("9.1", "ab")));
        return written.Then(new LetterFailed(Wed16Apr, written.Version, why));
    }

    private static Case Defined() => ComplainantsTests.Defined();
}
