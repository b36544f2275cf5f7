using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Core.Staff;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class RefusalTests
{
    private static readonly RefusalRequest Court = new("legal_proceedings", "Particulars were filed.", "Dear resident")
    {
        GivesReasons = true,
        GivesOmbudsman = true,
    };

    private static readonly RefusalLetter Wednesday = new(Wed16Apr, Channel.Letter);

    [Fact]
    public void A_refusal_is_proposed_by_one_person_and_agreed_by_another()
    {
        var refused = Sorted();
        var proposed = Only<RefusalProposed, CannotRefuse>(Propose(refused, Court));
        refused.Then("amira", proposed);

        Assert.Equal((CaseStatus.Open, "amira"), (refused.Status, refused.PendingRefusal?.ProposedBy));
        Assert.Equal(("Particulars were filed.", "Dear resident"), (proposed.Reason.Text, proposed.Letter.Text));
        Refused(CannotRefuse.AnotherIsWaiting, Propose(refused, Court));
        Refused(CannotAgreeToRefusal.ProposedByThemselves, Agree(refused, by: "amira"));

        var agreed = Only<Refused, CannotAgreeToRefusal>(Agree(refused));
        refused.Then("ben", agreed);

        Assert.Equal(new Refused(Wed23Apr, "legal_proceedings", Channel.Letter, refused.Version - 1), agreed);
        Assert.Equal((CaseStatus.Refused, true), (refused.Status, refused.IsOver));
        Assert.Equal((Wed23Apr, Wed23Apr, null), (refused.RefusedOn, refused.ClosedOn, refused.PendingRefusal));
    }

    [Fact]
    public void A_lead_who_acts_alone_proposes_and_refuses_at_once()
    {
        var refused = Sorted();

        refused.Then("lena", Decide(refused, Court, Wednesday).Events);

        Assert.Equal(
            [typeof(RefusalProposed), typeof(Refused)],
            refused.History.TakeLast(2).Select(r => r.Event.GetType())
        );
        Assert.Equal(refused.Version - 1, ((Refused)refused.History[^1].Event).Proposal);
        Assert.Equal((CaseStatus.Refused, Wed16Apr), (refused.Status, refused.RefusedOn));
    }

    /// <summary>F229: nobody refuses alone for how somebody behaves, and only the grade that the procedure names agrees.</summary>
    [Fact]
    public void For_how_somebody_behaves_two_refuse_and_one_has_the_grade_that_the_procedure_names()
    {
        var rules = new Rules(
            [
                Landlord.TwoStages with
                {
                    Exclusions = [new(Grounds.Conduct, "", "9")],
                    Conduct = new("Executive Director", Grade.Director, "7.1"),
                },
            ],
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
        var refused = Sorted();
        var behaviour = Court with { Ground = Grounds.Conduct };

        Refused(CannotRefuse.ConductNeedsTwo, Refusal.Decide(refused, behaviour, Wednesday, rules, today: Wed30Apr));
        refused.Then("amira", Refusal.Propose(refused, behaviour, rules, today: Wed16Apr).Events);
        Refused(
            CannotAgreeToRefusal.BelowTheGrade,
            Refusal.Agree(refused, new(Wed23Apr, Channel.Letter), "gwen", rules, today: Wed30Apr)
        );
        Assert.Null(Refusal.Agree(refused, new(Wed23Apr, Channel.Letter), "petra", rules, today: Wed30Apr).Refusal);
    }

    [Fact]
    public void The_ground_is_one_of_the_procedure_in_force_when_the_complaint_was_received()
    {
        Assert.Equal(
            ["legal_proceedings", "already_answered", "time_bar"],
            Grounds.Of(Sorted(), Landlord.Rules).Select(ground => ground.Name)
        );
        Refused(CannotRefuse.NotAGround, Propose(Sorted(), Court with { Ground = "too_difficult" }));

        var older = CaseOf(Received(new(2021, 3, 31)) with { ProcedureId = "one-stage", Category = "damp" });
        Assert.Empty(Grounds.Of(older, Landlord.Rules));
        Refused(CannotRefuse.NotAGround, Propose(older, Court));
    }

    [Fact]
    public void An_appeal_under_another_policy_is_a_ground_in_Halton()
    {
        var halton = CaseOf(Received(Mon14Apr) with { ProcedureId = "halton-2011", Category = "damp" });
        var rules = new Rules(ShippedProcedures.All, ["halton-2011"], [Landlord.Calendar]);

        var decision = Refusal.Propose(halton, Court with { Ground = "appeal_under_another_policy" }, rules, Wed16Apr);

        Assert.Null(decision.Refusal);
    }

    [Fact]
    public void What_was_answered_already_names_the_case_in_which_it_was()
    {
        var answered = Court with { Ground = "already_answered" };
        Case Earlier(Case other) => Case.Fold("c2", other.History);

        Refused(CannotRefuse.NoEarlierCase, Propose(Sorted(), answered));
        Refused(
            CannotRefuse.EarlierCaseNotAnswered,
            Propose(Sorted(), answered with { EarlierCase = Earlier(Acknowledged()) })
        );
        Refused(CannotRefuse.EarlierCaseNotAnswered, Propose(Sorted(), answered with { EarlierCase = Answered() }));

        var named = Propose(Sorted(), answered with { EarlierCase = Earlier(Answered()) });
        Assert.Equal("R-1", Only<RefusalProposed, CannotRefuse>(named).EarlierCase);
        Assert.Null(
            Only<RefusalProposed, CannotRefuse>(
                Propose(Sorted(), Court with { EarlierCase = Earlier(Answered()) })
            ).EarlierCase
        );
    }

    [Fact]
    public void The_time_bar_needs_a_matter_that_is_known_to_be_too_old_and_was_not_accepted_all_the_same()
    {
        var old = Court with { Ground = Grounds.TimeBar };
        Refused(CannotRefuse.MatterNotDated, Propose(Sorted(), old));
        Refused(CannotRefuse.NotTooOld, Propose(Sorted().Then(new MatterDated(Mon14Apr, new(2024, 4, 14))), old));

        var tooOld = Sorted().Then(new MatterDated(Mon14Apr, new(2024, 4, 13)));
        Assert.Null(Propose(tooOld, old).Refusal);
        Refused(CannotRefuse.AcceptedAllTheSame, Propose(tooOld.Then(new LateMatterAccepted(Tue15Apr, Said)), old));
    }

    [Fact]
    public void A_ground_that_no_longer_holds_is_not_agreed_to()
    {
        var proposed = Sorted().Then(new MatterDated(Mon14Apr, new(2023, 4, 14)));
        proposed.Then(Propose(proposed, Court with { Ground = Grounds.TimeBar }).Events);

        proposed.Then(new MatterDated(Wed23Apr, new(2023, 4, 14), ContactOn: new(2023, 6, 1)));

        Refused(CannotAgreeToRefusal.GroundNoLongerHolds, Agree(proposed));
    }

    [Fact]
    public void It_says_why_in_a_letter_that_gives_the_reasons_and_the_Ombudsman()
    {
        Refused(CannotRefuse.NoReason, Propose(Sorted(), Court with { Reason = " " }));
        Refused(CannotRefuse.NoLetter, Propose(Sorted(), Court with { Letter = null }));
        Refused(CannotRefuse.ReasonsNotGiven, Propose(Sorted(), Court with { GivesReasons = false }));
        Refused(CannotRefuse.OmbudsmanNotGiven, Propose(Sorted(), Court with { GivesOmbudsman = false }));
    }

    [Fact]
    public void It_is_sent_in_writing_after_receipt_and_not_in_the_future()
    {
        Refused(CannotRefuse.NotInWriting, Decide(Sorted(), Court, Wednesday with { Channel = Channel.Phone }));
        Refused(CannotRefuse.SentInTheFuture, Decide(Sorted(), Court, Wednesday with { On = Thu1May }));
        Refused(CannotRefuse.SentBeforeReceipt, Decide(Sorted(), Court, Wednesday with { On = Fri11Apr }));

        var proposed = Sorted();
        proposed.Then(Propose(proposed, Court).Events);
        Refused(CannotAgreeToRefusal.NotInWriting, Agree(proposed, new(Wed23Apr, Channel.InPerson)));
        Refused(CannotAgreeToRefusal.SentInTheFuture, Agree(proposed, new(Thu1May, Channel.Email)));
        Refused(CannotAgreeToRefusal.SentBeforeItWasProposed, Agree(proposed, new(Tue15Apr, Channel.Email)));
    }

    [Fact]
    public void Only_an_open_complaint_of_known_nature_is_refused()
    {
        Refused(CannotRefuse.NoCategory, Propose(Acknowledged(), Court));
        Refused(CannotRefuse.NothingToRefuse, Propose(Answered(), Court));
        Refused(CannotRefuse.NothingToRefuse, Propose(Withdrawn(), Court));
        Refused(CannotRefuse.NothingToRefuse, Propose(CaseOf(Received(Mon14Apr, CaseKind.ServiceRequest)), Court));
        Refused(CannotClose.AlreadyClosed, Closure.Decide(RefusedOn(Wed16Apr), Wed23Apr, Wed30Apr));
    }

    [Fact]
    public void A_proposal_can_be_turned_down_with_a_reason()
    {
        Refused(CannotRejectRefusal.NothingProposed, Refusal.Reject(Sorted(), "No", Wed16Apr));
        Refused(CannotAgreeToRefusal.NothingProposed, Agree(Sorted()));
        var proposed = Sorted();
        proposed.Then(Propose(proposed, Court).Events);
        Refused(CannotRejectRefusal.NoReason, Refusal.Reject(proposed, " ", Wed16Apr));

        proposed.Then(Refusal.Reject(proposed, "It was a solicitor's letter.", Wed16Apr).Events);

        Assert.Equal((CaseStatus.Open, null), (proposed.Status, proposed.PendingRefusal));
        Assert.Null(Propose(proposed, Court).Refusal);
    }

    [Fact]
    public void A_proposal_falls_away_with_an_answer_a_withdrawal_or_the_next_stage()
    {
        CaseEvent[] ends =
        [
            new Responded(Wed23Apr, 1),
            new Withdrawn(Wed23Apr),
            new EscalationRequested(Wed23Apr, 1, "two-stages", Override: Said),
        ];
        foreach (var end in ends)
        {
            var proposed = Sorted();
            proposed.Then(Propose(proposed, Court).Events);
            Assert.Null(proposed.Then(end).PendingRefusal);
        }
    }

    [Theory]
    [InlineData(22, Verdict.NotRequired, "Not required: the complaint was refused on Tuesday 22 April 2025")]
    [InlineData(30, Verdict.Overdue, "the complaint was refused only on Wednesday 30 April 2025: overdue")]
    public void What_was_due_later_is_not_required_and_what_was_due_before_stays_overdue(
        int day,
        Verdict verdict,
        string explanation
    )
    {
        // Received on Monday 14 April: the acknowledgement is due on Wednesday 23 April, past Good Friday and Easter Monday.
        var clocks = CaseClocks.Of(RefusedOn(new(2025, 4, day)), Landlord.Rules, Fri2May);
        var acknowledgement = clocks.Single(clock => clock is { Stage: 1, Duty: DutyName.Acknowledge });

        Assert.Equal((Wed23Apr, verdict), (acknowledgement.Due, acknowledgement.Verdict));
        Assert.Contains(explanation, acknowledgement.Explanation, StringComparison.Ordinal);
        Assert.Null(NextStep.For(RefusedOn(new(2025, 4, day)), clocks, Fri2May));
    }

    [Fact]
    public void The_day_before_it_was_refused_its_duties_were_open() =>
        Assert.Equal(
            Verdict.Open,
            CaseClocks
                .Of(RefusedOn(Wed16Apr), Landlord.Rules, Tue15Apr)
                .Single(clock => clock is { Stage: 1, Duty: DutyName.Acknowledge })
                .Verdict
        );

    [Fact]
    public void A_request_for_the_next_stage_is_refused_on_the_same_grounds_and_the_case_keeps_its_answer()
    {
        var escalated = Sorted(Escalated());
        Assert.Equal(
            ["legal_proceedings", "already_answered"],
            Grounds.Of(escalated, Landlord.Rules).Select(ground => ground.Name)
        );
        Refused(CannotRefuse.NotAGround, Propose(escalated, Court with { Ground = Grounds.LateRequest }));
        Refused(CannotRefuse.SentBeforeReceipt, Decide(escalated, Court, Wednesday));

        escalated.Then("lena", Decide(escalated, Court, Wednesday with { On = Wed23Apr }).Events);

        var refused = Assert.IsType<EscalationRefused>(escalated.History[^1].Event);
        Assert.Equal((1, "legal_proceedings", Channel.Letter), (refused.FromStage, refused.Ground, refused.Channel));
        Assert.Equal(escalated.Version - 1, refused.Proposal);
        Assert.Equal((CaseStatus.Answered, 1, null), (escalated.Status, escalated.Stage, escalated.RefusedOn));
    }

    [Fact]
    public void A_refused_stage_goes_back_to_the_open_stage_it_overtook()
    {
        var early = Sorted().Then(new EscalationRequested(Tue15Apr, 1, "two-stages", Override: Said));

        early.Then("lena", Decide(early, Court, Wednesday).Events);

        Assert.Equal((CaseStatus.Open, 1), (early.Status, early.Stage));
    }

    /// <summary>Answered on Wednesday 16 April: day 28 is Wednesday 14 May.</summary>
    [Theory]
    [InlineData("halton-2011", 14, CannotRefuse.NotLate)]
    [InlineData("halton-2011", 15, null)]
    [InlineData("leeds-2023", 30, CannotRefuse.NotAGround)]
    public void A_late_request_is_a_ground_only_where_the_procedure_refuses_late_ones_and_from_day_29(
        string procedure,
        int day,
        CannotRefuse? refusal
    )
    {
        var rules = new Rules(ShippedProcedures.All, [procedure], [Landlord.Calendar]);
        DateOnly asked = new(2025, 5, day);
        var late = CaseOf(
            Received(Mon14Apr) with
            {
                ProcedureId = procedure,
                Category = "damp",
            },
            new Acknowledged(Tue15Apr, 1),
            new Responded(Wed16Apr, 1),
            new EscalationRequested(asked, 1, procedure)
        );

        var decision = Refusal.Decide(
            late,
            Court with
            {
                Ground = Grounds.LateRequest,
            },
            new(asked, Channel.Letter),
            rules,
            asked
        );

        Assert.Equal(refusal, decision.Refusal);
    }

    [Fact]
    public void A_refused_complaint_is_accepted_after_all_and_its_clocks_go_on_as_if_it_never_had_been()
    {
        var refused = RefusedOn(Wed16Apr);
        Refused(CannotReinstate.NotRefused, Reinstate(Sorted(), Wed23Apr));
        Refused(CannotReinstate.NoReason, Reinstate(refused, Wed23Apr, reason: " "));
        Refused(CannotReinstate.InTheFuture, Reinstate(refused, Thu1May));
        Refused(CannotReinstate.BeforeTheRefusal, Reinstate(refused, Tue15Apr));

        refused.Then(Only<Reinstated, CannotReinstate>(Reinstate(refused, Wed23Apr)));

        Assert.Equal((CaseStatus.Open, null, null), (refused.Status, refused.RefusedOn, refused.ClosedOn));
        var clocks = CaseClocks.Of(refused, Landlord.Rules, Wed30Apr);
        var acknowledgement = clocks.Single(clock => clock is { Stage: 1, Duty: DutyName.Acknowledge });
        Assert.Equal((Wed23Apr, Verdict.Overdue), (acknowledgement.Due, acknowledgement.Verdict));
    }

    [Fact]
    public void What_is_accepted_after_all_is_counted_by_the_newest_calendar()
    {
        var newer = Landlord.Calendar.WithHoliday(new(Thu1May, "A day of mourning"));
        var refused = RefusedOn(Wed16Apr);

        var rules = Landlord.RulesWith(Landlord.Calendar, newer);
        refused.Then(Reinstatement.Decide(refused, Wed23Apr, "The Ombudsman asks", rules, Wed30Apr).Events);

        Assert.Equal(newer.Edition, refused.CalendarEdition);
    }

    private static Case Sorted(Case? known = null) =>
        (known ?? Logged()).Then(new Classified(Mon14Apr, Category: "damp"));

    private static Case RefusedOn(DateOnly day)
    {
        var refused = Sorted();
        return refused.Then("lena", Decide(refused, Court, new(day, Channel.Letter)).Events);
    }

    private static Decision<CannotRefuse> Propose(Case refused, RefusalRequest request) =>
        Refusal.Propose(refused, request, Landlord.Rules, today: Wed16Apr);

    private static Decision<CannotRefuse> Decide(Case refused, RefusalRequest request, RefusalLetter letter) =>
        Refusal.Decide(refused, request, letter, Landlord.Rules, today: Wed30Apr);

    private static Decision<CannotAgreeToRefusal> Agree(
        Case refused,
        RefusalLetter? letter = null,
        string by = "ben"
    ) => Refusal.Agree(refused, letter ?? new(Wed23Apr, Channel.Letter), by, Landlord.Rules, today: Wed30Apr);

    private static Decision<CannotReinstate> Reinstate(
        Case reinstated,
        DateOnly on,
        string reason = "The Ombudsman asks for it"
    ) => Reinstatement.Decide(reinstated, on, reason, Landlord.Rules, today: Wed30Apr);
}
