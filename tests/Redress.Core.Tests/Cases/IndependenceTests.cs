using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Core.Staff;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class IndependenceTests
{
    private static readonly DateOnly Ever = new(2020, 1, 1);

    /// <summary>Amira answered stage 1 in repairs, under gwen. Dan is in repairs too, hugh heads neighbourhoods.</summary>
    private static readonly Organisation House = new(
        [
            new("amira", "repairs", Ever, null, Grade.Officer, "gwen"),
            new("dan", "repairs", Ever, null, Grade.HeadOfService, "gwen"),
            new("gwen", "heads", Ever, null, Grade.HeadOfService),
            new("ben", "complaints", Ever, null, Grade.Manager),
            new("hugh", "estates", Ever, null, Grade.HeadOfService),
            new("cerys", "estates", Ever),
        ],
        [new("repairs", "homes", Ever), new("estates", "neighbourhoods", Ever), new("complaints", "centre", Ever)],
        [
            new("homes", "Homes", ["repairs"]),
            new("neighbourhoods", "Neighbourhoods", ["estates"]),
            new("centre", "Centre", []),
        ]
    );

    private static readonly Rules Rules = Landlord.RulesOf(
        House,
        Landlord.TwoStages with
        {
            Kinds = new Dictionary<CaseKind, KindRules>
            {
                [CaseKind.Complaint] = Landlord.TwoStages.For(CaseKind.Complaint)! with
                {
                    Stages =
                    [
                        .. Landlord
                            .TwoStages.For(CaseKind.Complaint)!
                            .Stages.Select(stage =>
                                stage.Number == 2
                                    ? stage with
                                    {
                                        DecidedBy = new(true, "a head of service", "4", Grade.HeadOfService),
                                    }
                                    : stage
                            ),
                    ],
                },
            },
        }
    );

    private static readonly Rules NoGrades = Landlord.RulesOf(House, Landlord.TwoStages);

    [Fact]
    public void Nobody_below_the_grade_that_the_procedure_names_has_the_stage_whatever_the_reason()
    {
        Refused(CannotAssign.BelowTheGrade, To("ben", Escalated(), why: "Nobody else is there."));
        Refused(CannotAssign.GradeNotSaid, To("cerys", Escalated(), why: "Nobody else is there."));
        Assert.Null(To("gwen", Escalated()).Refusal);
        Assert.Null(To("ben", Logged()).Refusal);
    }

    [Fact]
    public void Stage_2_goes_to_the_team_that_decided_stage_1_only_with_a_reason()
    {
        Refused(CannotAssign.SameTeamAsBeforeNeedsReason, To("dan", Escalated()));
        Refused(CannotAssign.SameTeamAsBeforeNeedsReason, To("dan", Escalated(), why: "  "));
        Assert.Equal(
            "He joined the team last week.",
            Only<Assigned, CannotAssign>(To("dan", Escalated(), why: "He joined the team last week.")).Why!.Text
        );
    }

    [Fact]
    public void Another_service_has_a_case_only_with_a_reason_and_whoever_serves_all_without()
    {
        var repairs = Logged().Then(new Classified(Tue15Apr, "repairs", null, null));

        Refused(CannotAssign.OtherServiceNeedsReason, To("hugh", repairs));
        Assert.Null(To("hugh", repairs, why: "All of repairs is named in it.").Refusal);
        Assert.Null(To("ben", repairs).Refusal);
        Assert.Null(To("hugh", Logged()).Refusal);
    }

    [Theory]
    [InlineData("dan", CannotAssign.MadeTheDecision, CannotAssign.MadeTheDecisionNeedsReason)]
    [InlineData("gwen", CannotAssign.ManagesWhoMadeTheDecision, CannotAssign.ManagesWhoMadeTheDecisionNeedsReason)]
    public void Who_made_the_decision_and_their_manager_are_barred_from_stage_2_and_need_a_reason_at_stage_1(
        string who,
        CannotAssign at2,
        CannotAssign at1
    )
    {
        Refused(at2, To(who, Escalated().Then(ByDan(Thu17Apr)), why: "They know it best."));

        var first = Logged().Then(ByDan(Tue15Apr));
        Refused(at1, To(who, first));
        Assert.Null(To(who, first, why: "They know it best.").Refusal);
    }

    [Fact]
    public void The_manager_of_whom_it_is_about_has_it_only_with_a_reason()
    {
        var about = Logged().Then(new SubjectNamed(Tue15Apr, "dan", Said));

        Refused(CannotAssign.ManagesTheSubjectNeedsReason, To("gwen", about));
        Assert.Null(To("gwen", about, why: "The director asked for it.").Refusal);
    }

    [Fact]
    public void Whoever_has_stage_2_when_it_is_named_as_their_decision_has_it_no_longer()
    {
        var theirs = Escalated().Then(new Assigned(Thu17Apr, 2, "dan"), ByDan(Thu17Apr));
        Assert.Equal((null, null), (theirs.Owner, theirs.CurrentStage.Handler));

        var first = Logged().Then(new Assigned(Tue15Apr, 1, "dan"), ByDan(Tue15Apr));
        Assert.Equal("dan", first.Owner);
    }

    [Fact]
    public void Nor_does_whoever_manages_them_keep_it()
    {
        var hers = Escalated().Then(new Assigned(Thu17Apr, 2, "gwen"), new PointRaised(Thu17Apr, 1, Said));
        hers.Then(Named(new(DecisionKind.Policy, "dan", "No pets."), hers).Events);
        Assert.Equal((null, null), (hers.Owner, hers.CurrentStage.Handler));

        var hughs = Escalated().Then(new Assigned(Thu17Apr, 2, "hugh"));
        Assert.Equal("hugh", hughs.Then(Named(new(DecisionKind.Policy, "dan", "No pets."), hughs).Events).Owner);
        var first = Logged().Then(new Assigned(Tue15Apr, 1, "gwen"));
        Assert.Equal("gwen", first.Then(Named(new(DecisionKind.Policy, "dan", "No pets."), first).Events).Owner);
    }

    [Theory]
    [InlineData("dan")]
    [InlineData("gwen")]
    public void Who_made_the_decision_and_their_manager_neither_decide_nor_answer_any_part_of_stage_2(string who)
    {
        var review = Escalated().Then(ByDan(Thu17Apr), new Assigned(Thu17Apr, 2, "hugh"), Raised(Thu17Apr));
        Refused(CannotDecidePoint.ReviewsTheirOwn, Found(review, who));
        Assert.Null(Found(review, "hugh").Refusal);

        review.Then("hugh", Found(review, "hugh").Events);
        Refused(CannotRespond.ReviewsTheirOwn, Answered(review, who));
        Assert.Null(Answered(review, "hugh").Refusal);

        review.Then(new Assigned(Thu17Apr, 2, who));
        Refused(CannotDecidePoint.ReviewsTheirOwn, Found(review, "hugh"));
        Refused(CannotRespond.ReviewsTheirOwn, Answered(review, "hugh"));

        review.Then(new Assigned(Thu17Apr, 2, "hugh"), new Responded(Thu17Apr, 2, Finding.Upheld));
        Refused(CannotCorrectAnswer.ReviewsTheirOwn, Corrected(review, who));
        Assert.Null(Corrected(review, "hugh").Refusal);

        var first = Logged().Then(ByDan(Tue15Apr), Raised(Tue15Apr));
        Assert.Null(Found(first, who).Refusal);
        Assert.Null(Corrected(first.Then(new Responded(Thu17Apr, 1, Finding.Upheld)), who).Refusal);
    }

    [Fact]
    public void An_answer_that_waits_does_not_go_once_it_is_named_as_the_decision_of_whoever_wrote_it()
    {
        var waits = Escalated().Then(new Assigned(Thu17Apr, 2, "hugh"));
        waits.Then("gwen", Answered(waits, "gwen").Events);
        var letter = Assert.Single(waits.Letters).Number;
        Assert.Null(Sending.Decide(waits, letter, Rules, Thu17Apr, Thu17Apr).Refusal);

        waits.Then(ByDan(Thu17Apr));

        Refused(CannotSend.CaseMovedOn, Sending.Decide(waits, letter, Rules, Thu17Apr, Thu17Apr));
    }

    [Theory]
    [InlineData("dan")]
    [InlineData("gwen")]
    public void Nobody_gets_out_of_a_decision_of_their_own_by_naming_another(string who)
    {
        var named = Escalated().Then(ByDan(Thu17Apr));

        Refused(CannotNameDecision.TheirOwn, Named(new(DecisionKind.Policy, "ben", "No pets."), named, who));
        Assert.Null(Named(new(DecisionKind.Policy, "ben", "No pets."), named, "hugh").Refusal);
    }

    [Fact]
    public void The_next_stage_is_begun_for_nobody_against_whom_something_speaks()
    {
        var waits = Histories.Answered();

        Assert.True(Escalation.MayHaveNext(waits, "hugh", Rules, Thu17Apr, Thu17Apr));
        Assert.False(Escalation.MayHaveNext(waits, "dan", Rules, Thu17Apr, Thu17Apr));
        Assert.False(Escalation.MayHaveNext(waits, "ben", Rules, Thu17Apr, Thu17Apr));
        Assert.True(Escalation.MayHaveNext(waits, "ben", NoGrades, Thu17Apr, Thu17Apr));
    }

    [Fact]
    public void Asked_for_on_an_earlier_day_the_next_stage_is_given_to_nobody_who_is_too_near_by_now()
    {
        var moved = Landlord.RulesOf(
            new(
                [new("amira", "repairs", Ever), new("dan", "estates", Ever, Wed16Apr), new("dan", "repairs", Thu17Apr)],
                [],
                []
            ),
            Landlord.TwoStages
        );

        Assert.False(Escalation.MayHaveNext(Histories.Answered(), "dan", moved, Wed16Apr, Thu17Apr));
        Assert.True(Escalation.MayHaveNext(Histories.Answered(), "dan", moved, Wed16Apr, Wed16Apr));
    }

    [Fact]
    public void Whoever_was_in_the_team_when_it_decided_is_too_near_though_they_or_the_decider_moved_since()
    {
        var moved = Landlord.RulesOf(
            new(
                [new("amira", "repairs", Ever), new("dan", "repairs", Ever, Wed16Apr), new("dan", "estates", Thu17Apr)],
                [],
                []
            ),
            Landlord.TwoStages
        );

        Refused(CannotAssign.SameTeamAsBeforeNeedsReason, Assignment.Decide(Escalated(), new("dan"), moved, Thu17Apr));
    }

    [Fact]
    public void Cases_shared_out_stay_where_a_reason_would_be_needed()
    {
        var handed = Handover.Decide([Escalated()], ["dan"], Rules, Thu17Apr);

        Assert.Equal(CannotAssign.SameTeamAsBeforeNeedsReason, Assert.Single(handed).Refusal);
    }

    [Fact]
    public void A_decision_is_named_with_its_sort_its_maker_and_what_it_was()
    {
        Refused(CannotNameDecision.NoKind, Named(new(null, "dan", "No pets.")));
        Refused(CannotNameDecision.NobodyNamed, Named(new(DecisionKind.Policy, " ", "No pets.")));
        Refused(CannotNameDecision.NoDecision, Named(new(DecisionKind.Policy, "dan", " ")));
        Refused(
            CannotNameDecision.NamedAlready,
            Named(new(DecisionKind.Permission, "dan", "x"), Logged().Then(ByDan(Tue15Apr)))
        );
        Refused(CannotNameDecision.CaseIsOver, Named(new(DecisionKind.Policy, "dan", "x"), Withdrawn()));
        var named = Only<DecisionNamed, CannotNameDecision>(Named(new(DecisionKind.Policy, "dan", "No pets.")));
        Assert.Equal((DecisionKind.Policy, "dan", "No pets."), (named.Kind, named.MadeBy, named.What.Text));
    }

    /// <summary>Repairs has a team that sees to its complaints first, with amira and dan in it.</summary>
    [Fact]
    public void Past_the_team_that_is_first_a_complaint_goes_only_with_a_reason_until_it_was_theirs_or_is_acknowledged()
    {
        var rules = Landlord.RulesOf(
            new(
                [new("amira", "early", Ever), new("dan", "early", Ever), new("ben", "complaints", Ever)],
                [new("early", "homes", Ever, Tue15Apr) { FirstFor = ["repairs"] }],
                [new("homes", "Homes", [])]
            ),
            Landlord.TwoStages
        );
        var repairs = Loose().Then(new Classified(Tue15Apr, "repairs", null, null));

        Refused(CannotAssign.AnotherTeamIsFirstNeedsReason, Give(repairs, "hugh"));
        Refused(CannotAssign.AnotherTeamIsFirstNeedsReason, Give(repairs, "hugh", " "));
        Assert.Null(Give(repairs, "hugh", "She asked for him.").Refusal);
        Assert.Null(Give(repairs, "dan").Refusal);
        Assert.Null(Give(Loose(), "hugh").Refusal);
        Assert.Null(Assignment.Decide(repairs, new("hugh"), rules, Wed16Apr).Refusal);
        var theirs = Loose().Then(new Classified(Tue15Apr, "repairs", null, null), new Assigned(Tue15Apr, 1, "dan"));
        Assert.Null(Give(theirs, "hugh").Refusal);
        Assert.Equal((1, 1), (theirs.Stage, theirs.Stages.Count));
        var acknowledged = Loose().Then(new Classified(Tue15Apr, "repairs", null, null), new Acknowledged(Tue15Apr, 1));
        Assert.Null(Give(acknowledged, "hugh").Refusal);

        static Case Loose() => CaseOf(Received(Mon14Apr), new Logged(Mon14Apr), new Assigned(Mon14Apr, 1, "ben"));

        Decision<CannotAssign> Give(Case of, string who, string? why = null) =>
            Assignment.Decide(of, new(who, Why: why), rules, Tue15Apr);
    }

    private static Decision<CannotNameDecision> Named(
        DecisionNamingRequest request,
        Case? about = null,
        string by = "ben"
    ) => NamingDecision.Decide(about ?? Logged(), request, by, Rules, Thu17Apr);

    private static Decision<CannotDecidePoint> Found(Case review, string by) =>
        Points.Decide(review, new(1, Finding.Upheld, "It was."), by, Rules, Thu17Apr);

    private static Decision<CannotRespond> Answered(Case review, string by) =>
        Response.Decide(
            review,
            new(null, Channel.Letter, "Dear Mrs Shaw", Finding.Upheld) { WithoutAdvice = true },
            by,
            Rules,
            Thu17Apr
        );

    private static Decision<CannotCorrectAnswer> Corrected(Case answered, string by) =>
        AnswerCorrection.Decide(
            answered,
            new(Thu17Apr, Channel.Letter, "The name was wrong.", "Dear Mrs Shah"),
            by,
            Rules,
            Thu17Apr
        );

    private static PointRaised Raised(DateOnly on) => new(on, 1, Said);

    private static DecisionNamed ByDan(DateOnly on) => new(on, DecisionKind.Permission, "dan", Said);

    private static Decision<CannotAssign> To(string who, Case assigned, string? why = null) =>
        Assignment.Decide(assigned, new(who, Why: why), Rules, Thu17Apr);
}
