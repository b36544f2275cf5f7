using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ErasureTests
{
    private static readonly DateOnly LastDayKept = Thu17Apr.AddYears(6);
    private static readonly DateOnly Over = LastDayKept.AddDays(1);

    [Fact]
    public void A_case_is_kept_for_six_whole_years_after_its_closure_unless_the_landlord_says_otherwise()
    {
        Refused(CannotErase.StillKept, Propose(Closed(), LastDayKept));
        Assert.Null(Propose(Closed(), Over).Refusal);

        var three = RulesThatKeep(CaseKind.Complaint, 3);
        Refused(CannotErase.StillKept, Propose(Closed(), Thu17Apr.AddYears(3), three));
        Assert.Null(Propose(Closed(), Thu17Apr.AddYears(3).AddDays(1), three).Refusal);
        Refused(CannotErase.StillKept, Propose(Closed(), LastDayKept, RulesThatKeep(CaseKind.Compliment, 3)));
    }

    [Fact]
    public void Six_years_from_the_last_of_February_end_on_the_last_of_February() =>
        Assert.Equal(
            new DateOnly(2030, 2, 28),
            new Retention(CaseKind.Complaint, 6).LastDayKept(new DateOnly(2024, 2, 29))
        );

    [Fact]
    public void The_years_do_not_count_where_the_resident_asks_for_it_or_it_should_never_have_been_held()
    {
        Assert.Null(Propose(Closed(), Thu17Apr, ground: ErasureGround.AskedByResident).Refusal);
        Assert.Null(Propose(Closed(), Thu17Apr, ground: ErasureGround.ShouldNotBeHeld).Refusal);
        Refused(CannotErase.NoGround, Erasure.Propose(Closed(), null, Landlord.Rules, Over));
    }

    [Fact]
    public void It_takes_two()
    {
        Refused(CannotErase.NothingProposed, Agree(Closed(), "lena"));
        var proposed = Proposed();
        Refused(CannotErase.AnotherIsWaiting, Propose(proposed, Over));
        Refused(CannotErase.ProposedByThemselves, Agree(proposed, "amira"));
        Assert.Null(proposed.ErasedOn);

        proposed.Then("lena", Only<Erased, CannotErase>(Agree(proposed, "lena")));
        Assert.Equal(Over, proposed.ErasedOn);
        Assert.Null(proposed.PendingErasure);
        Refused(CannotErase.IsErased, Propose(proposed, Over));
        Refused(CannotPlaceHold.IsErased, Erasure.Hold(proposed, HoldGround.Other, "An audit", Over));
    }

    /// <summary>D21: a claim, a case that is with the Ombudsman and an open request stop it, whoever would have it gone.</summary>
    [Theory]
    [InlineData(HoldGround.LegalClaim)]
    [InlineData(HoldGround.Ombudsman)]
    [InlineData(HoldGround.RightsRequest)]
    [InlineData(HoldGround.Safeguarding)]
    [InlineData(HoldGround.Other)]
    public void What_is_held_stays_until_the_hold_is_lifted(HoldGround ground)
    {
        var proposed = Proposed();
        var held = proposed.Then(Held(proposed, ground));
        Assert.Null(held.PendingErasure);
        Refused(CannotErase.NothingProposed, Agree(held, "lena"));
        Refused(CannotErase.IsHeld, Propose(held, Over));
        Refused(CannotErase.IsHeld, Propose(held, Over, ground: ErasureGround.AskedByResident));

        held.Then(Only<HoldLifted, CannotLiftHold>(Erasure.Lift(held, null, "It is over", Over)));
        Assert.Null(Propose(held, Over).Refusal);
    }

    [Fact]
    public void One_hold_that_is_lifted_leaves_the_other()
    {
        var c = Closed();
        c.Then(Held(c, HoldGround.LegalClaim));
        c.Then(Held(c, HoldGround.Ombudsman));
        Refused(CannotLiftHold.NoneChosen, Erasure.Lift(c, null, "Settled", Over));
        Refused(CannotLiftHold.NoReason, Erasure.Lift(c, c.Holds[0].Number, " ", Over));
        c.Then(Only<HoldLifted, CannotLiftHold>(Erasure.Lift(c, c.Holds[0].Number, "Settled", Over)));

        Assert.Equal(HoldGround.Ombudsman, Assert.Single(c.Holds).Placed.Ground);
        Refused(CannotErase.IsHeld, Propose(c, Over));
        Refused(CannotLiftHold.NotHeld, Erasure.Lift(Closed(), null, "Settled", Over));
    }

    [Fact]
    public void A_hold_says_what_for_and_why()
    {
        Refused(CannotPlaceHold.NoGround, Erasure.Hold(Closed(), null, "A claim", Over));
        Refused(CannotPlaceHold.NoReason, Erasure.Hold(Closed(), HoldGround.LegalClaim, " ", Over));
    }

    [Fact]
    public void Nothing_goes_while_something_of_it_is_owed()
    {
        Refused(CannotErase.NotClosed, Propose(Answered(), Over));
        Refused(CannotErase.NotClosed, Propose(Withdrawn(), Over));
        Refused(
            CannotErase.PromiseOpen,
            Propose(Closed().Then(new CommitmentMade(Thu17Apr, 1, Said, Thu1May, "repairs")), Over)
        );
        Refused(CannotErase.AskOpen, Propose(Closed().Then(new Asked(Thu17Apr, 1, Said, Thu1May, Of: "ben")), Over));
        Refused(
            CannotErase.LetterIsWaiting,
            Propose(Closed().Then(new LetterWritten(Thu17Apr, Channel.Letter, Said)), Over)
        );
        Refused(
            CannotErase.MessageUnread,
            Propose(Closed().Then("the resident", new MessageReceived(Thu17Apr, Channel.Email, Said)), Over)
        );
    }

    /// <summary>What was true when it was proposed may be so no more when the second person looks.</summary>
    [Fact]
    public void The_second_person_is_asked_the_same_again()
    {
        var proposed = Proposed();
        proposed.Then("the resident", new MessageReceived(Over, Channel.Email, Said));
        Refused(CannotErase.MessageUnread, Agree(proposed, "lena"));

        var longer = RulesThatKeep(CaseKind.Complaint, 10);
        Refused(CannotErase.StillKept, Erasure.Agree(Proposed(), "lena", longer, Over));
    }

    [Fact]
    public void What_is_opened_again_waits_to_be_erased_no_more()
    {
        Assert.Null(Proposed().Then(new Reopened(Over, Said)).PendingErasure);
        Assert.Null(Proposed().Then(new EscalationRequested(Over, 1, "two-stages")).PendingErasure);
        var refused = Logged().Then(new Refused(Tue15Apr, "legal_proceedings", Channel.Letter, Proposal: 3));
        refused.Then(Only<ErasureProposed, CannotErase>(Propose(refused, Over)));
        Assert.Null(refused.Then(new Reinstated(Over, Said)).PendingErasure);
    }

    /// <summary>Whoever acted for somebody, and what they needed, goes with them.</summary>
    [Fact]
    public void Nothing_of_the_people_in_it_counts_any_more()
    {
        var erased = Closed()
            .Then(
                new ComplainantJoined(Thu17Apr, "p1"),
                new RepresentativeNamed(Thu17Apr, "una", "p1", RepresentativeKind.Advocate),
                new ContactNeedsRecorded(Thu17Apr, "p1", LetterFormat.Braille, new Never(Visit: true)),
                new Erased(Over, 7)
            );
        Assert.Empty(erased.Representatives);
        Assert.Empty(erased.Needs);
    }

    [Fact]
    public void A_row_of_an_import_adds_nothing_to_it_and_says_so()
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["reference"] = "R-1",
            ["kind"] = "complaint",
            ["received_on"] = "2025-04-14",
            ["acknowledged_on"] = "2025-04-15",
            ["withdrawn_on"] = "2025-04-15",
        };
        Imported Again(Case? existing) => ImportedHistory.Decide(row, existing, owner: null, Landlord.Rules, Over);

        var imported = CaseOf(Again(null).Events);
        imported.Then(new Erased(Over, 1));
        Assert.Empty(Again(imported).Events);
        Assert.Empty(Again(imported).Errors);
        row["closed_on"] = "2025-04-16";
        Assert.StartsWith(
            "The case was erased on",
            Assert.Single(Again(imported).Errors).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_proposal_is_turned_down_with_a_reason()
    {
        Refused(CannotRejectErasure.NothingProposed, Erasure.Reject(Closed(), "Not yet", Over));
        var proposed = Proposed();
        Refused(CannotRejectErasure.NoReason, Erasure.Reject(proposed, " ", Over));
        proposed.Then(Only<ErasureRejected, CannotRejectErasure>(Erasure.Reject(proposed, "Not yet", Over)));
        Assert.Null(proposed.PendingErasure);
    }

    private static Case Closed() => Answered().Then(new Closed(Thu17Apr));

    /// <summary>Amira proposed it.</summary>
    private static Case Proposed()
    {
        var closed = Closed();
        return closed.Then(Only<ErasureProposed, CannotErase>(Propose(closed, Over)));
    }

    private static HoldPlaced Held(Case of, HoldGround ground) =>
        Only<HoldPlaced, CannotPlaceHold>(Erasure.Hold(of, ground, "A claim of 3 May", Over));

    private static Decision<CannotErase> Propose(
        Case of,
        DateOnly today,
        Rules? rules = null,
        ErasureGround ground = ErasureGround.RetentionEnded
    ) => Erasure.Propose(of, ground, rules ?? Landlord.Rules, today);

    private static Decision<CannotErase> Agree(Case of, string by) => Erasure.Agree(of, by, Landlord.Rules, Over);

    private static Rules RulesThatKeep(CaseKind kind, int years) =>
        new([Landlord.TwoStages], [Landlord.TwoStages.Id], [Landlord.Calendar])
        {
            Retentions = [new Retention(kind, years)],
        };
}
