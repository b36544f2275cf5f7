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
            Meaning("p1"),
            Was,
            Was with
            {
                Phone = null,
            },
            " She rang ",
            Theirs,
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
                Meaning("p1"),
                Was,
                guess,
                null,
                Theirs,
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
            ContactCorrection.Decide(Defined(), Meaning("p9"), was: null, Was, null, Theirs, Wed16Apr)
        );
        Refused(
            CannotCorrectContact.NotInTheCase,
            ContactCorrection.Decide(Defined(), default, was: null, Was, null, Theirs, Wed16Apr)
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

    /// <summary>Without a mail server too: then nothing is mailed to any address.</summary>
    [Fact]
    public void A_letter_that_is_mailed_to_another_address_goes_on_waiting()
    {
        var failed = Unsent(Channel.Email, LetterFailure.AddressRefused);
        var better = Was with { Email = "shah@vale.example" };

        Assert.Single(Put("p1", failed, better, _ => false).Events);
    }

    [Theory]
    [InlineData("p1", false)]
    [InlineData("the one who acts for p1", true)]
    public void Where_somebody_acts_for_the_leader_it_is_their_address_that_counts(string person, bool triedAgain)
    {
        var failed = Defined();
        failed.Then(
            new LetterWritten(Wed16Apr, Channel.Email, Words.Stored("9.1", "ab"), Copies: [new("p1", Channel.Email)])
        );
        failed.Then(new LetterFailed(Wed16Apr, failed.Version, LetterFailure.AddressRefused, Person: "p1"));

        var decision = Put(
            person,
            failed,
            Was with
            {
                Email = "new@vale.example",
            },
            copy => copy == "p1" && person == "the one who acts for p1"
        );

        Assert.Equal(triedAgain, decision.Events.Any(happened => happened is LetterRerouted));
    }

    [Fact]
    public void A_letter_that_waits_for_another_reason_goes_on_waiting()
    {
        var better = Was with { Email = "shah@vale.example" };

        Assert.Single(Correct(Unsent(Channel.Email, LetterFailure.AddressRefused), Was with { Phone = null }).Events);
        Assert.Single(Correct(Unsent(Channel.Email, LetterFailure.CaseMovedOn), better).Events);
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

        var decision = Put(person, several, Was with { Email = "new@vale.example" }, copy => copy == person);

        Assert.Equal(events, decision.Events.Count);
    }

    private static Decision<CannotCorrectContact> Correct(Case about, ContactDetails now) =>
        ContactCorrection.Decide(about, Meaning("p1"), Was, now, reason: null, Theirs, Wed16Apr);

    private static Decision<CannotCorrectContact> Put(
        string person,
        Case about,
        ContactDetails now,
        Func<string?, bool> mailed
    ) => ContactCorrection.Decide(about, Meaning(person), Was, now, reason: null, mailed, Wed16Apr);

    private static Meant Meaning(string person) => new(person, NobodyChosen: false);

    /// <summary>Nobody represents: everybody gets their own.</summary>
    private static bool Theirs(string? copy) => copy is null or "p1";

    private static Case Unsent(Channel channel, LetterFailure why)
    {
        var written = Defined().Then(new LetterWritten(Wed16Apr, channel, Words.Stored("9.1", "ab")));
        return written.Then(new LetterFailed(Wed16Apr, written.Version, why));
    }

    private static Case Defined() => ComplainantsTests.Defined();
}
