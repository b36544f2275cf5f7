using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class EscalationTests
{
    [Fact]
    public void A_resident_asks_for_stage_2_without_saying_why()
    {
        var requested = Only<EscalationRequested, CannotEscalate>(Decide(Answered(), new(Thu17Apr)));

        Assert.Equal(new EscalationRequested(Thu17Apr, 1, "two-stages"), requested);
    }

    [Fact]
    public void A_second_stage_that_came_in_after_the_complaint_is_open_to_it()
    {
        DateOnly wed31Mar = new(2021, 3, 31);
        DateOnly thu1Apr = new(2021, 4, 1);
        var answered = CaseOf(
            Received(wed31Mar) with
            {
                ProcedureId = "one-stage",
            },
            new Assigned(wed31Mar, 1, "amira"),
            new Responded(wed31Mar, 1)
        );

        Refused(CannotEscalate.NoFurtherStage, Decide(answered, new(wed31Mar)));
        Assert.Equal(
            "two-stages",
            Only<EscalationRequested, CannotEscalate>(Decide(answered, new(thu1Apr))).ProcedureId
        );
    }

    [Fact]
    public void A_case_closed_with_its_answer_can_go_on()
    {
        var closed = Answered().Then(new Closed(Wed16Apr));

        closed.Then(Decide(closed, new(Thu17Apr, "It leaks again")).Events);

        Assert.Equal((CaseStatus.Open, 2), (closed.Status, closed.Stage));
    }

    [Fact]
    public void A_case_that_opens_again_is_counted_by_the_newest_calendar()
    {
        var newer = Landlord.Calendar.WithHoliday(new(Thu1May, "A day of mourning"));
        var closed = Answered().Then(new Closed(Wed16Apr));
        var rules = Landlord.RulesWith(Landlord.Calendar, newer);

        closed.Then(Escalation.Decide(closed, new(Thu17Apr), rules, today: Wed30Apr).Events);

        Assert.Equal(newer.Edition, closed.CalendarEdition);
    }

    [Fact]
    public void A_case_that_nobody_owns_opens_again_only_for_somebody_named()
    {
        var imported = CaseOf(Received(Mon14Apr), new Responded(Wed16Apr, 1), new Closed(Wed16Apr));

        Refused(CannotEscalate.NoHandler, Decide(imported, new(Thu17Apr)));
        Refused(CannotEscalate.NoHandler, Decide(imported, new(Thu17Apr, Handler: " ")));
        imported.Then(Decide(imported, new(Thu17Apr, Handler: "ben")).Events);

        Assert.Equal(("ben", "ben"), (imported.Owner, imported.CurrentStage.Handler));
    }

    [Fact]
    public void A_resident_waits_for_nobody_to_be_there_to_have_it()
    {
        var imported = CaseOf(Received(Mon14Apr), new Responded(Wed16Apr, 1), new Closed(Wed16Apr));

        imported.Then(Decide(imported, new(Thu17Apr, ByResident: true)).Events);

        Assert.Equal((null, 2, CaseStatus.Open), (imported.Owner, imported.Stage, imported.Status));
    }

    [Fact]
    public void Nobody_it_is_about_and_nobody_who_decided_this_stage_is_named_to_have_the_next()
    {
        var answered = Answered().Then(new SubjectNamed(Wed16Apr, "amira", Words.Of("She decided for a friend.")));

        Refused(CannotEscalate.SubjectOfTheComplaint, Decide(answered, new(Thu17Apr, Handler: "amira")));
        answered.Then(new SubjectCleared(Thu17Apr, "amira", Words.Of("She did not.")));
        Refused(CannotEscalate.DecidedAnEarlierStage, Decide(answered, new(Thu17Apr, Handler: "amira")));
        Assert.Null(Decide(answered, new(Thu17Apr, Handler: "ben")).Refusal);
    }

    [Fact]
    public void A_resident_need_not_wait_until_somebody_has_a_case_that_was_about_whoever_had_it()
    {
        var answered = Answered().Then(new SubjectNamed(Wed16Apr, "amira", Words.Of("She decided for a friend.")));

        answered.Then(Decide(answered, new(Thu17Apr)).Events);

        Assert.Equal((2, null, null), (answered.Stage, answered.Owner, answered.CurrentStage.Handler));
    }

    [Fact]
    public void The_next_stage_begins_with_nobody_while_the_owner_goes_on_seeing_to_the_case()
    {
        var escalated = Answered();

        escalated.Then(Decide(escalated, new(Thu17Apr)).Events);

        Assert.Equal(("amira", null), (escalated.Owner, escalated.CurrentStage.Handler));
    }

    [Fact]
    public void After_the_last_stage_there_is_no_other() =>
        Refused(CannotEscalate.NoFurtherStage, Decide(Escalated().Then(new Responded(Thu17Apr, 2)), new(Wed23Apr)));

    [Fact]
    public void The_next_stage_follows_an_answer()
    {
        Refused(CannotEscalate.NotAnswered, Decide(Acknowledged(), new(Thu17Apr)));
        Refused(CannotEscalate.NotAnswered, Decide(Withdrawn(), new(Thu17Apr)));
        Refused(CannotEscalate.BeforeTheAnswer, Decide(Answered(), new(Tue15Apr)));
        Refused(CannotEscalate.InTheFuture, Decide(Answered(), new(Fri2May)));
    }

    [Fact]
    public void Before_the_answer_it_begins_only_with_a_recorded_reason_and_the_answer_stays_overdue()
    {
        var early = Acknowledged();
        Refused(CannotEscalate.NotAnswered, Decide(early, new(Thu17Apr, "They ask", Override: " ")));
        Refused(CannotEscalate.BeforeTheAnswer, Decide(early, new(Fri11Apr, Override: "The handler left")));
        Refused(CannotEscalate.NotAnswered, Decide(Withdrawn(), new(Thu17Apr, Override: "The handler left")));

        var asked = Only<EscalationRequested, CannotEscalate>(
            Decide(early, new(Thu17Apr, Override: "The handler left"))
        );
        early.Then(asked);

        Assert.Equal("The handler left", asked.Override?.Text);
        Assert.Equal((CaseStatus.Open, 2), (early.Status, early.Stage));
        var answer = CaseClocks
            .Of(early, Landlord.Rules, new(2025, 6, 30))
            .Single(clock => clock is { Stage: 1, Duty: DutyName.Respond });
        Assert.Equal(Verdict.Overdue, answer.Verdict);
    }

    [Fact]
    public void An_answered_stage_needs_no_such_reason_and_keeps_none() =>
        Assert.Null(
            Only<EscalationRequested, CannotEscalate>(
                Decide(Answered(), new(Thu17Apr, Override: "Just in case"))
            ).Override
        );

    private static Decision<CannotEscalate> Decide(Case escalated, EscalationRequest request) =>
        Escalation.Decide(escalated, request, Landlord.Rules, today: Wed30Apr);
}
