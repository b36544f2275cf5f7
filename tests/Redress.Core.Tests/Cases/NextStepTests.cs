using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class NextStepTests
{
    [Fact]
    public void The_steps_of_a_complaint_in_order()
    {
        var complaint = CaseOf(Received(Mon14Apr), new Logged(Mon14Apr));
        Assert.Equal(new NextStep(Step.Assign, Wed23Apr, DutyName.Acknowledge), Next(complaint));

        complaint.Then(new Assigned(Mon14Apr, 1, "amira"));
        Assert.Equal(new NextStep(Step.Define, Wed23Apr, DutyName.Acknowledge), Next(complaint));

        complaint.Then(new Defined(Mon14Apr, Said, Said));
        Assert.Equal(new NextStep(Step.Acknowledge, Wed23Apr, DutyName.Acknowledge), Next(complaint));

        complaint.Then(new Acknowledged(Tue15Apr, 1), new PointRaised(Tue15Apr, 1, Said));
        Assert.Equal(new NextStep(Step.DecidePoints, Thu1May, DutyName.Respond), Next(complaint));

        complaint.Then(new PointDecided(Tue15Apr, 1, Finding.Upheld, Said));
        Assert.Equal(new NextStep(Step.Respond, Thu1May, DutyName.Respond), Next(complaint));

        complaint.Then(new Responded(Wed16Apr, 1));
        Assert.Equal(Step.AwaitResident, Next(complaint)!.Step);
        Assert.Equal(
            new NextStep(Step.Close),
            NextStep.For(complaint, CaseClocks.Of(complaint, Landlord.Rules, new(2025, 6, 2)), new(2025, 6, 2))
        );

        complaint.Then(new Closed(Thu17Apr));
        Assert.Null(Next(complaint));
    }

    [Fact]
    public void A_withdrawn_case_is_closed_next() => Assert.Equal(new NextStep(Step.Close), Next(Withdrawn()));

    [Fact]
    public void At_stage_2_the_steps_begin_again_with_giving_it_to_somebody()
    {
        var escalated = Escalated();
        Assert.Equal(("amira", Step.Assign), (escalated.Owner, Next(escalated)!.Step));

        escalated.Then(new Assigned(Thu17Apr, 2, "ben"));
        Assert.Equal(("ben", Step.Acknowledge), (escalated.Owner, Next(escalated)!.Step));
    }

    [Fact]
    public void Praise_is_passed_on_and_closed()
    {
        var praise = CaseOf(Received(Mon14Apr, CaseKind.Compliment), new Assigned(Mon14Apr, 0, "amira"));
        Assert.Equal(new NextStep(Step.Relay, Thu17Apr, DutyName.Relay), Next(praise));

        praise.Then(new Relayed(Tue15Apr, "repairs"));
        Assert.Equal(new NextStep(Step.Close), Next(praise));
    }

    [Fact]
    public void A_kind_without_a_clock_still_wants_an_answer() =>
        Assert.Equal(
            new NextStep(Step.Respond),
            Next(CaseOf(Received(Mon14Apr, CaseKind.GeneralEnquiry), new Assigned(Mon14Apr, 0, "amira")))
        );

    [Theory]
    [InlineData(DutyName.Contact, Step.Contact)]
    [InlineData(DutyName.HearingNotice, Step.GiveHearingNotice)]
    [InlineData(DutyName.File, Step.File)]
    [InlineData(DutyName.Refer, Step.Refer)]
    [InlineData(DutyName.HazardWorks, Step.SeeToHazard)]
    public void The_duty_that_falls_due_first_is_the_next_step(DutyName duty, Step step) =>
        Assert.Equal(
            new NextStep(step, Wed16Apr, duty),
            NextStep.For(Logged(), [Owed(DutyName.Respond, Thu1May), Owed(duty, Wed16Apr)], Mon14Apr)
        );

    [Fact]
    public void A_holding_letter_is_next_only_when_it_can_wait_no_longer()
    {
        DutyClock[] duties = [Owed(DutyName.Hold, Wed16Apr), Owed(DutyName.Respond, Thu1May)];

        Assert.Equal(Step.Respond, NextStep.For(Logged(), duties, Tue15Apr)!.Step);
        Assert.Equal(Step.SendHoldingLetter, NextStep.For(Logged(), duties, Wed16Apr)!.Step);
    }

    private static DutyClock Owed(DutyName duty, DateOnly due) =>
        new()
        {
            Rule = new(duty, new(1, LimitUnit.WorkingDays), ClockEventKind.Received, [], "1"),
            Procedure = Landlord.TwoStages,
            Calendar = Landlord.Calendar,
            Duty = duty,
            Stage = 1,
            Limit = new(1, LimitUnit.WorkingDays),
            Due = due,
        };

    private static NextStep? Next(Case next) =>
        NextStep.For(next, CaseClocks.Of(next, Landlord.Rules, Thu17Apr), Thu17Apr);
}
