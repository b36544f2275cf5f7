using Redress.Core.Cases;
using Redress.Core.Staff;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class RestrictionTests
{
    private static readonly RestrictionRequest NoCalls = new(
        Person: null,
        new ClosedWays(Phone: true),
        "Write to Amira instead",
        "Shouted at four people in two days",
        "Amira asked her twice, once in writing",
        "She has told us of no need; a call is not how she is heard",
        Wed16Apr.AddMonths(3)
    );

    [Fact]
    public void It_says_why_and_what_was_tried_and_what_was_considered_and_until_when()
    {
        Refused(CannotProposeRestriction.NoReason, Propose(Known(), NoCalls with { Why = " " }));
        Refused(CannotProposeRestriction.NothingTried, Propose(Known(), NoCalls with { Tried = null }));
        Refused(CannotProposeRestriction.NoEqualityNote, Propose(Known(), NoCalls with { Equality = "" }));
        Refused(CannotProposeRestriction.NoReviewDay, Propose(Known(), NoCalls with { Until = null }));
        Refused(CannotProposeRestriction.NoReviewDay, Propose(Known(), NoCalls with { Until = Wed16Apr }));
        Refused(
            CannotProposeRestriction.ReviewTooLate,
            Propose(Known(), NoCalls with { Until = Wed16Apr.AddMonths(12).AddDays(1) })
        );
        Refused(
            CannotProposeRestriction.NothingRestricted,
            Propose(Known(), NoCalls with { Closed = new(), Conditions = " " })
        );

        var proposed = Only<RestrictionProposed, CannotProposeRestriction>(
            Propose(Known(), NoCalls with { Until = Wed16Apr.AddMonths(12) })
        );
        Assert.Equal(("p1", new ClosedWays(Phone: true)), (proposed.Person, proposed.Closed));
        Assert.Null(Propose(Known(), NoCalls with { Closed = new() }).Refusal);
    }

    /// <summary>F117: whatever is closed, one way stays, and it is one that the resident can use.</summary>
    [Fact]
    public void One_way_stays_open_that_they_can_use()
    {
        var all = NoCalls with { Closed = new(Phone: true, Email: true, Post: true, InPerson: true) };
        Refused(CannotProposeRestriction.NoWayLeft, Propose(Known(), all));
        var post = all with { Closed = all.Closed with { Post = false } };
        Assert.Null(Propose(Known(), post).Refusal);

        var noPost = Known().Then(Needs(new Never(Post: true)));
        Refused(CannotProposeRestriction.NoWayLeft, Propose(noPost, post));

        var proposed = Proposed(post).Then(Needs(new Never(Post: true)));
        Refused(CannotAgreeToRestriction.NoWayLeft, Agree(proposed));
    }

    [Theory]
    [InlineData(LetterFormat.Braille, true)]
    [InlineData(LetterFormat.Audio, true)]
    [InlineData(LetterFormat.EasyRead, true)]
    [InlineData(LetterFormat.LargePrint, false)]
    public void Who_does_not_read_letters_as_they_are_keeps_the_telephone(LetterFormat format, bool keeps)
    {
        var needs = Known().Then(Needs(new Never(), format));
        var refusal = Propose(needs, NoCalls).Refusal;
        Assert.Equal(keeps ? CannotProposeRestriction.NeedsThePhone : null, refusal);
        Assert.Null(Propose(Known().Then(Needs(new Never(Phone: true), format)), NoCalls).Refusal);
    }

    [Fact]
    public void A_second_person_agrees_and_it_holds_from_the_letter_to_the_day_of_review()
    {
        Refused(CannotAgreeToRestriction.NothingProposed, Agree(Known()));
        var proposed = Proposed(NoCalls);
        Refused(CannotProposeRestriction.AnotherIsWaiting, Propose(proposed, NoCalls));
        Refused(CannotAgreeToRestriction.ProposedByThemselves, Agree(proposed, by: "amira"));
        Refused(CannotAgreeToRestriction.NoLetter, Agree(proposed, letter: " "));
        Refused(CannotAgreeToRestriction.NotInWriting, Agree(proposed, channel: Channel.Phone));
        Refused(CannotAgreeToRestriction.SentInTheFuture, Agree(proposed, sent: Wed16Apr.AddDays(1)));
        Refused(CannotAgreeToRestriction.SentBeforeItWasProposed, Agree(proposed, sent: Tue15Apr));
        Refused(CannotAgreeToRestriction.ReviewDayPassed, Agree(proposed, today: NoCalls.Until!.Value.AddDays(1)));
        Assert.Empty(proposed.Restrictions);

        var held = proposed.Then(Only<ContactRestricted, CannotAgreeToRestriction>(Agree(proposed)));
        var one = Assert.Single(held.Restrictions);
        Assert.Null(held.PendingRestriction);
        Assert.False(one.HoldsOn(Tue15Apr));
        Assert.True(one.HoldsOn(Wed16Apr));
        Assert.True(one.HoldsOn(NoCalls.Until!.Value));
        Assert.False(one.HoldsOn(NoCalls.Until!.Value.AddDays(1)));
    }

    [Fact]
    public void A_letter_that_has_not_left_holds_nobody_and_goes_to_them_alone()
    {
        var proposed = Proposed(NoCalls, Known().Then(new ComplainantJoined(Tue15Apr, "p2")), person: "p1");
        var waits = Only<LetterWritten, CannotAgreeToRestriction>(Agree(proposed, sent: null));
        Assert.Equal(["p1"], waits.Copies!.Select(copy => copy.Person));
        Assert.Null(Assert.IsType<ContactRestricted>(waits.Means).Letter);
        proposed.Then(waits);
        Assert.Empty(proposed.Restrictions);
        Refused(CannotAgreeToRestriction.LetterIsWaiting, Agree(proposed));

        var left = Sending.Decide(proposed, proposed.Version, Landlord.Rules, Wed23Apr, Wed23Apr);
        foreach (var happened in left.Events)
        {
            proposed.Then(happened);
        }

        Assert.Equal(Wed23Apr, Assert.Single(proposed.Restrictions).Since);
    }

    [Fact]
    public void A_letter_whose_proposal_was_turned_down_or_whose_review_day_has_passed_does_not_leave()
    {
        var proposed = Proposed(NoCalls);
        proposed.Then(Only<LetterWritten, CannotAgreeToRestriction>(Agree(proposed, sent: null)));
        var late = NoCalls.Until!.Value.AddDays(1);
        Refused(CannotSend.CaseMovedOn, Sending.Decide(proposed, proposed.Version, Landlord.Rules, late, late));
        var letter = proposed.Version;
        proposed.Then(
            Only<RestrictionRejected, CannotRejectRestriction>(Restrictions.Reject(proposed, "Calm now", Wed16Apr))
        );
        Refused(CannotSend.CaseMovedOn, Sending.Decide(proposed, letter, Landlord.Rules, Wed16Apr, Wed16Apr));
    }

    /// <summary>F229: where the procedure names a grade, only those who have it agree.</summary>
    [Fact]
    public void Only_the_grade_that_the_procedure_names_agrees()
    {
        var rules = new Rules(
            [Landlord.TwoStages with { Conduct = new("Executive Director", Grade.Director, "7.1") }],
            [Landlord.TwoStages.Id],
            [Landlord.Calendar]
        )
        {
            Organisation = new(
                [
                    new("gwen", "heads", Tue15Apr, null, Grade.HeadOfService),
                    new("petra", "heads", Tue15Apr, null, Grade.Director),
                ],
                [],
                []
            ),
        };
        var proposed = Proposed(NoCalls);

        Refused(CannotAgreeToRestriction.BelowTheGrade, Agree(proposed, by: "gwen", rules: rules));
        Refused(CannotAgreeToRestriction.BelowTheGrade, Agree(proposed, by: "nobody", rules: rules));
        Assert.Null(Agree(proposed, by: "petra", rules: rules).Refusal);
        Assert.Null(Agree(proposed, by: "nobody").Refusal);
    }

    [Fact]
    public void One_person_lifts_it_and_a_new_one_takes_its_place()
    {
        var proposed = Proposed(NoCalls);
        Refused(CannotLiftRestriction.NotRestricted, Restrictions.Lift(proposed, null, "Calm now", Wed16Apr));
        var held = proposed.Then(Only<ContactRestricted, CannotAgreeToRestriction>(Agree(proposed)));
        Refused(CannotLiftRestriction.NoReason, Restrictions.Lift(held, null, " ", Wed16Apr));
        Refused(
            CannotLiftRestriction.NotRestricted,
            Restrictions.Lift(held, null, "Calm now", NoCalls.Until!.Value.AddDays(1))
        );

        Proposed(NoCalls with { Closed = new(Email: true) }, held);
        held.Then(Only<ContactRestricted, CannotAgreeToRestriction>(Agree(held)));
        Assert.Equal(new ClosedWays(Email: true), Assert.Single(held.Restrictions).Proposed.Closed);
        held.Then(Only<RestrictionLifted, CannotLiftRestriction>(Restrictions.Lift(held, null, "Calm now", Wed16Apr)));
        Assert.Empty(held.Restrictions);
    }

    [Fact]
    public void It_is_for_whoever_complains_and_says_who_where_there_are_several()
    {
        Refused(CannotProposeRestriction.NotInTheCase, Propose(Known(), NoCalls with { Person = "stranger" }));
        Refused(CannotProposeRestriction.NotInTheCase, Propose(Logged(), NoCalls));
        var two = Known().Then(new ComplainantJoined(Tue15Apr, "p2"));
        Refused(CannotProposeRestriction.NobodyChosen, Propose(two, NoCalls));
        Assert.Null(Propose(two, NoCalls with { Person = "p2" }).Refusal);
    }

    private static Case Known() => Logged().Then(new ComplainantJoined(Mon14Apr, "p1"));

    private static ContactNeedsRecorded Needs(Never never, LetterFormat format = LetterFormat.Standard) =>
        new(Tue15Apr, "p1", format, never);

    private static Decision<CannotProposeRestriction> Propose(Case of, RestrictionRequest request) =>
        Restrictions.Propose(of, request, Wed16Apr);

    /// <summary>Amira proposed it.</summary>
    private static Case Proposed(RestrictionRequest request, Case? of = null, string? person = null)
    {
        var known = of ?? Known();
        return known.Then(
            Only<RestrictionProposed, CannotProposeRestriction>(Propose(known, request with { Person = person }))
        );
    }

    private static Decision<CannotAgreeToRestriction> Agree(
        Case of,
        string by = "lena",
        string? letter = "Dear Ms Ali, please write to us",
        Channel channel = Channel.Letter,
        Rules? rules = null,
        DateOnly? today = null
    ) => Restrictions.Agree(of, (today ?? Wed16Apr, channel), letter, by, rules ?? Landlord.Rules, today ?? Wed16Apr);

    private static Decision<CannotAgreeToRestriction> Agree(Case of, DateOnly? sent) =>
        Restrictions.Agree(of, (sent, Channel.Letter), "Dear Ms Ali", "lena", Landlord.Rules, Wed16Apr);
}
